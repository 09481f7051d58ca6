/**
 * PC-02: a UK phone number in a text. Asked for by S0-31 and S4-57.
 *
 * Our own pattern: libraries pass over the numbers set aside for drama, which tests must use.
 */
import { type Finding, findingAbout, type TextCheck } from './check.ts';
import { before, findIn, readingOf } from './reading.ts';

const gap = '[ .()-]{0,3}';
/** `+44`, `0044`, `44 7` or `0`, then nine or ten digits. */
const ukNumber = new RegExp(
	`(?<!\\d)\\(?(?:(?:\\+|00)${gap}4${gap}4${gap}(?:0${gap})?|44(?=${gap}7)${gap}|0${gap})` +
		`[1-9](?:${gap}\\d){8,9}(?!\\d)`,
	'g'
);
const mobile = /^07\d{9}$/;
const bookNumberBefore = /(?:97[89][ .-]|isbn[: -]{1,3})$/i;
/** `03.10.2026 10` and `0830 - 1230 13` are a date and opening times. */
const dateOrTimes =
	/^0[1-9]([ .-])(?:0[1-9]|1[0-2])\1(?:19|20)\d\d|^0\d[. ]?[0-5]\d ?- ?[0-2]\d[. ]?[0-5]\d(?!\d)/;

export const phone: TextCheck = {
	id: 'PC-02',
	title: 'Phone number',
	gravest: 'block',
	sources: ['S0-31', 'S4-57'],
	patterns: [ukNumber],
	run(text, settings) {
		const allowed = new Set(settings.phones.map((number) => nationalOf(readingOf(number).plain)));
		const findings: Finding[] = [];
		const reading = readingOf(text);
		for (const found of findIn(reading, ukNumber)) {
			const national = nationalOf(found.words);
			if (allowed.has(national) || dateOrTimes.test(found.words)) continue;
			if (bookNumberBefore.test(before(reading, found, 8))) continue;
			const isMobile = mobile.test(national);
			findings.push(
				findingAbout(found, {
					check: 'PC-02',
					level: isMobile ? 'block' : 'warn',
					looksLike: isMobile ? 'a mobile number' : 'a phone number',
					why: 'Anyone can copy a post. Someone could get calls that they do not want.',
					todo: isMobile
						? 'Take it out. Or ask the practice manager to add it to the list of public numbers.'
						: 'Take it out if it is a person’s own number. Keep it only if it is meant for all.',
					override: isMobile ? { roles: ['practice-manager'] } : null
				})
			);
		}
		return findings;
	}
};

/** The same number written in any way gives the same digits: `07700900123`. */
export function nationalOf(number: string): string {
	return number.replace(/\D/g, '').replace(/^(?:00)?440?/, '0');
}
