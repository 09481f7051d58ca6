/**
 * How asking someone can end, and what is kept until then.
 */
import type { ConsentForm } from './empty-form.ts';

/** 'link': they answer later, on their own phone. */
export type Outcome = 'given' | 'refused' | 'asked' | 'link' | 'must-not-show';

/** What is kept on the device while someone is being asked. */
export interface Kept {
	id: string;
	at: number;
	isRecorded: boolean;
	/** From before `handed-over` kept it: in someone else's hand. */
	isHanded: boolean;
	outcome: Outcome | '';
	form: ConsentForm;
}
