/** Run by Vite over the styles: leaves out what we do not use of the NHS package. */
import { leanStyles } from './src/ui/lean-styles.ts';

export default { plugins: [leanStyles] };
