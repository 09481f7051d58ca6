/**
 * PC-06: someone's name near a word about health. Asked for by S0-30, S1-38 and S4-58.
 *
 * Staff whom the practice names are fine, and so is who said yes to being named (`mayName`): by
 * the first name, or with a title where they said yes to the last name too.
 */
import { findingOn, type NamedPerson, plainContext, type TextCheck } from './check.ts';
import { type Match, findPhrases } from './phrases.ts';
import { namesIn } from './names.ts';
import { type Reading, readingOf } from './reading.ts';
import { wordsOf } from './text-words.ts';
import { healthWords } from './words/health.ts';
import { staffTitles, staffWords, titles } from './words/names.ts';

/** Letters between a name and the word about health. */
const nameAfter = 60;
const nameBefore = 90;

export const namesNearHealth: TextCheck = {
	id: 'PC-06',
	title: 'Name near a health word',
	gravest: 'warn',
	sources: ['S0-30', 'S1-38', 'S4-58'],
	patterns: [],
	run(text, settings, { firstNames, mayName } = plainContext) {
		const reading = readingOf(text);
		const health = findPhrases(reading, healthWords, settings.addedWords?.['PC-06']);
		if (health.length === 0) return [];
		const staff = (settings.staffNames ?? []).map((name) => name.toLowerCase());
		return namesIn(reading, firstNames)
			.filter((name) => !isStaff(reading, name, staff) && !saidYes(reading, name, mayName))
			.flatMap((name) => {
				const word = nearest(name, health);
				return word ? [about(name, word)] : [];
			});
	}
};

function about(name: Match, word: Match) {
	return findingOn(name, {
		check: 'PC-06',
		level: 'warn',
		saw: `It looks like a name, and near it is “${word.words}”.`,
		why: 'What someone is ill with is private. Friends and bosses may read this.',
		todo: 'Take the name out, or ask the person and link their yes.'
	});
}

function nearest(name: Match, health: readonly Match[]): Match | undefined {
	return health.find((word) =>
		word.start >= name.end
			? word.start - name.end <= nameBefore
			: name.start >= word.end && name.start - word.end <= nameAfter
	);
}

/** On the staff list, or a doctor or nurse who is said to do their work. */
function isStaff(reading: Reading, name: Match, staff: readonly string[]): boolean {
	const words = wordsOf(reading);
	if (staff.some((one) => one.includes(name.words.toLowerCase()))) return true;
	const [title, next] = [words[name.first], words[name.last + 1]];
	if (!title || !staffTitles.has(title.key)) return false;
	if (next?.sentence !== title.sentence || staffWords.has(next.key)) return true;
	return next.key === 'is' && ['our', 'the', 'a'].includes(words[name.last + 2]?.key ?? '');
}

/** Phones do not all know last names: a title and a last name is taken for whoever said yes to it. */
function saidYes(reading: Reading, name: Match, mayName: readonly NamedPerson[]): boolean {
	const named = wordsOf(reading).slice(name.first, name.last + 1);
	const [first, second] = named;
	if (!first) return false;
	const hasTitle = titles.has(first.key);
	const given = hasTitle ? second?.base : first.base;
	const isLong = named.length > (hasTitle ? 2 : 1);
	return mayName.some(({ firstName, isFull }) => {
		const isSame = given === firstName.trim().toLowerCase();
		return isFull ? isSame || (hasTitle && !isLong) : isSame && !isLong;
	});
}
