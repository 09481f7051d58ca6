/**
 * The copy that a signer takes home, as plain words: for a message, an email or a file.
 *
 * It leaves out last name, contact and health: a copy goes through other people's post.
 */
import { spokenDay } from '#domain/calendar.ts';
import { currentWording, fillIn } from '../rules.ts';
import type { ConsentKind } from '../fields/kinds.ts';
import type { Purpose } from '../record.ts';
import { purposeNames } from '../wording/names.ts';

export interface CopyFacts {
	readonly practiceName: string;
	readonly groupName: string;
	readonly code: string;
	readonly firstName: string;
	readonly kind: ConsentKind;
	readonly isEasy: boolean;
	readonly givenOn: string;
	readonly expiresOn: string;
	readonly purposes: readonly Purpose[];
	readonly accounts: readonly string[];
	readonly limits: string;
	readonly contact: string;
	/** With which they take it back; and the same as a code to type. */
	readonly link: string;
	readonly typedCode: string;
	/** The page on which the code is typed. */
	readonly page: string;
}

/** Paragraphs, without the QR square. */
export function copyLines(facts: CopyFacts): string[] {
	const { purposes, accounts, limits, contact, expiresOn } = facts;
	const until = spokenDay(expiresOn);
	return [
		`Your copy. Code ${facts.code}.`,
		`${facts.firstName} said yes to ${facts.groupName} of ${facts.practiceName} on ${spokenDay(facts.givenOn)}.`,
		`For: ${purposes.map((purpose) => purposeNames[purpose]).join(', ')}.`,
		...(accounts.length > 0 ? [`On: ${accounts.join(', ')}.`] : []),
		...(limits === '' ? [] : [`Limits: ${limits}`]),
		`Until the end of ${until}.`,
		...fillIn(currentWording(facts.kind, facts.isEasy), {
			until,
			contact: contact || 'the practice'
		}),
		`To take your yes back, open ${facts.link}`,
		`Or go to ${facts.page} and type ${facts.typedCode}. No account and no reason is needed.`,
		'Keep this safe: whoever has it can take your yes back.'
	];
}
