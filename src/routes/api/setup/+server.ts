/** Makes the practice and its first practice manager, with the link that the server printed. */
import { setUpHere, setUpSchema } from '#server/joining.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: setUpSchema }, setUpHere);
