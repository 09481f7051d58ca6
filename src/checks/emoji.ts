/**
 * PC-21: emoji in the way of reading, letters that only look like letters, typed smileys.
 * Asked for by S4-66.
 *
 * Looks at the raw text: the plain reading of it has the look-alikes made plain.
 */
import { type Finding, findingOn, type TextCheck } from './check.ts';
import { type Found, readingOf } from './reading.ts';

const emojiPattern =
	/(?:\p{Extended_Pictographic}|\p{RI})(?:\ufe0f|\p{EMod}|\u200d\p{Extended_Pictographic}|\p{RI})*/gu;
const lookAlikes =
	/[\u{1d400}-\u{1d7ff}\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\u{1f130}-\u{1f149}]+/gu;
const smiley = /(?<![\p{L}\p{N}:])(?:[:;=8]['’]?-?[)(DPpOo/|]|:-?\*|<3|x[Dd])(?![\p{L}\p{N}/])/gu;
const notPictures = new Set(['©', '®', '™', '↔', '▶', '✔', '✓', '☎', '✉']);
const most = 3;

const says = {
	check: 'PC-21',
	level: 'hint',
	why: 'Phones that read aloud say the name of each sign, in the middle of what you say.'
} as const;
const atTheEnd = 'Put one or two at the end.';

export const emoji: TextCheck = {
	id: 'PC-21',
	title: 'Emoji and signs',
	gravest: 'hint',
	sources: ['S4-66'],
	patterns: [emojiPattern, lookAlikes, smiley],
	run(text) {
		const found = rawMatches(text, emojiPattern).filter(
			({ words }) => !notPictures.has(words.replace('\ufe0f', ''))
		);
		const smileys = rawMatches(text, smiley).map((one) =>
			findingOn(one, {
				...says,
				saw: 'It is a typed smiley.',
				todo: 'Use one emoji, or words.',
				fix: { label: 'Take it out', text: '' }
			})
		);
		const odd = rawMatches(text, lookAlikes).map((one) => {
			const plain = readingOf(one.words).plain;
			const fix = { label: `Change to “${plain}”`, text: plain };
			return findingOn(one, {
				...says,
				saw: 'These are signs that look like letters.',
				why: 'Phones that read aloud cannot read them. A search does not find them.',
				todo: 'Type plain letters.',
				fix
			});
		});
		return [...emojiTrouble(text, found), ...odd, ...smileys];
	}
};

/** One finding about the emoji: too many, or a row, or one between two words. */
function emojiTrouble(text: string, found: readonly Pick<Found, 'words' | 'at'>[]): Finding[] {
	if (found.length > most) {
		const saw = `We counted ${found.length} emoji.`;
		return [{ ...says, saw, todo: atTheEnd, field: 'text' }];
	}
	const [first] = found;
	const last = found.at(-1);
	if (found.length === most && first && last && isRow(text, found)) {
		const at = { start: first.at.start, end: last.at.end };
		const words = text.slice(at.start, at.end);
		return [findingOn({ words, at }, { ...says, saw: 'It is a row of emoji.', todo: atTheEnd })];
	}
	const between = found.find(({ at }) => isBetweenWords(text, at));
	if (!between) return [];
	const saw = 'It stands between two words.';
	return [findingOn(between, { ...says, saw, todo: 'Put it at the end.' })];
}

function isRow(text: string, found: readonly Pick<Found, 'at'>[]): boolean {
	return found.every(
		({ at }, place) => place === 0 || text.slice(found[place - 1]?.at.end, at.start).trim() === ''
	);
}

function isBetweenWords(text: string, { start, end }: Found['at']): boolean {
	return (
		/[\p{L}\p{N},] ?$/u.test(text.slice(Math.max(0, start - 2), start)) &&
		/^\ufe0f? ?[\p{Ll}\p{N}]/u.test(text.slice(end, end + 3))
	);
}

function rawMatches(text: string, pattern: RegExp): Pick<Found, 'words' | 'at'>[] {
	return Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({
		words,
		at: { start: index, end: index + words.length }
	}));
}
