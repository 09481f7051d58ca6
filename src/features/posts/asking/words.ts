/**
 * Who is asked first, in words, and the email to the ICB, which the person sends themselves.
 */
import type { Contact } from '#features/practice/record.ts';
import type { AskedRole } from '../details/decided.ts';
import type { Post } from '../record.ts';

export const askedNames: Readonly<Record<AskedRole, string>> = {
	coordinator: 'the coordinator',
	'practice-manager': 'the practice manager',
	icb: 'the Integrated Care Board (ICB)'
};

/** An address that opens the phone's own mail; undefined where no email address is known. */
export function mailFor(
	contact: Contact | undefined,
	{ text, ask }: Pick<Post, 'text' | 'ask'>
): string | undefined {
	if (!contact?.email || !ask) return undefined;
	const body = [
		'Hello,',
		'',
		'our patient group would like to post this:',
		'',
		text,
		'',
		`Our question: ${ask.question}`,
		'',
		'Thank you.'
	].join('\r\n');
	const subject = 'A question about a post of our patient group';
	const fields = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
	return `mailto:${encodeURIComponent(contact.email).replace('%40', '@')}?${fields}`;
}
