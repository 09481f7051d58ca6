/**
 * PC-03: an email address in a text, also when it is spelled out. Asked for by S0-31 and S1-38.
 *
 * `@ourppg` and `@ourppg@mastodon.example` are names of accounts, not email addresses.
 */
import { type Finding, findingAbout, type TextCheck } from './check.ts';
import { findIn, type Found, foundAt, type Reading, readingOf } from './reading.ts';
import { emailEndings, notMailboxes } from './words.ts';

/** Without the flag `i`, which makes patterns with all letters of the world slow to set up. */
const anyCase = (word: string) => word.replace(/[a-z]/g, (one) => `[${one}${one.toUpperCase()}]`);
const letter = '[\\p{L}\\p{N}-]';
const inBrackets = (word: string) => `[(\\[{<] ?${anyCase(word)} ?[)\\]}>]`;
const spelledDot = ` {0,2}(?:${inBrackets('dot')}|${anyCase(' dot ')}) {0,2}`;
/** `Coffee @ 10. Me too`: a dot that ends a sentence is not part of an address. */
const anyDot = `(?:${spelledDot}| {0,2}\\.| {1,2}\\. {1,2})`;
const host = (dot: string) =>
	`${letter}{1,63}(?:${dot}${letter}{1,63}){0,3}${dot}(?:${anyCase(emailEndings.join('|'))})(?!${letter})`;

/** The second half of an address. The first half is read backwards from there. */
const patterns = {
	/** `sam@example.com` */
	usual: new RegExp(`@(?:${letter}{1,63}\\.){1,5}\\p{L}{2,24}`, 'gu'),
	/** `sam (at) example.com` and `sam @ example . com` */
	spaced: new RegExp(` {0,2}(?:@|${inBrackets('(?:at|@)')}) {0,2}${host(anyDot)}`, 'gu'),
	/** `sam at example dot com` */
	spelled: new RegExp(` {1,2}${anyCase('at')} {1,2}${host(spelledDot)}`, 'gu')
};
const mailboxSign = /[\p{L}\p{N}._+%'-]/u;
const longestMailbox = 64;

export const email: TextCheck = {
	id: 'PC-03',
	title: 'Email address',
	gravest: 'warn',
	sources: ['S0-31', 'S1-38'],
	patterns: Object.values(patterns),
	run(text, settings) {
		const allowed = new Set(settings.emails.map((address) => plainAddress(address)));
		const reading = readingOf(text);
		const taken = new Set<number>();
		const findings: Finding[] = [];
		for (const pattern of Object.values(patterns)) {
			for (const found of findIn(reading, pattern)) {
				const address = addressOf(reading, found);
				if (!address || taken.has(address.start) || allowed.has(plainAddress(address.words)))
					continue;
				taken.add(address.start);
				findings.push(about(address));
			}
		}
		return findings;
	}
};

function about(address: Found): Finding {
	return findingAbout(address, {
		check: 'PC-03',
		level: 'warn',
		looksLike: 'an email address',
		why: 'Anyone can copy a post. A person’s own address could get junk or unkind mail.',
		todo: 'Take it out if it is a person’s own address. Use the address of the group or the practice.'
	});
}

/** The whole address; nothing when it is the name of an account or a place to look. */
function addressOf(reading: Reading, found: Found): Found | undefined {
	const { plain } = reading;
	let start = found.start;
	while (found.start - start < longestMailbox && mailboxSign.test(plain.charAt(start - 1))) start--;
	if (start === found.start || plain[start - 1] === '@') return undefined;
	const mailbox = plain.slice(start, found.start).toLowerCase();
	const isPlace = /^ +[@a]/i.test(found.words) && notMailboxes.includes(mailbox);
	return isPlace ? undefined : foundAt(reading, start, found.end);
}

function plainAddress(address: string): string {
	return readingOf(address)
		.plain.toLowerCase()
		.replace(/[([{<] ?(?:at|@) ?[)\]}>]| at /g, '@')
		.replace(/[([{<] ?dot ?[)\]}>]| dot /g, '.')
		.replace(/^['.-]+| /g, '');
}
