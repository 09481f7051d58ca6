/**
 * A repeating post as it is typed, and what becomes of it.
 *
 * Fields hold text, as forms do; the mutation says what is wrong with it.
 */
import { weekdayOf } from '#domain/calendar.ts';
import { aims, postTypes } from '#features/posts/record.ts';
import type { RepeatContent } from './mutations.ts';
import { nths, type Pattern, type PostRepeat } from './record.ts';

export interface TypedWords {
	title: string;
	text: string;
	accounts: readonly string[];
	aim: string;
	type: string;
	time: string;
}

export interface TypedTimes {
	unit: string;
	every: string;
	weekday: string;
	nth: string;
	firstOn: string;
	lastOn: string;
}

export type TypedRepeat = TypedWords & TypedTimes;

export function emptyRepeat(today: string): TypedRepeat {
	const words = { title: '', text: '', accounts: [], aim: '', type: 'own', time: '' };
	const weekday = String(weekdayOf(today));
	return { ...words, unit: 'week', every: '1', weekday, nth: '1', firstOn: today, lastOn: '' };
}

export function typedFrom({ pattern, ...repeat }: PostRepeat): TypedRepeat {
	const { title, text, accounts, type, firstOn } = repeat;
	return {
		...{ title, text, accounts, type, firstOn },
		aim: repeat.aim ?? '',
		time: repeat.time ?? '',
		lastOn: repeat.lastOn ?? '',
		unit: pattern.unit,
		every: String('every' in pattern ? pattern.every : 1),
		weekday: String('weekday' in pattern ? pattern.weekday : weekdayOf(firstOn)),
		nth: 'nth' in pattern ? pattern.nth : '1'
	};
}

export function wordsFrom(typed: TypedWords) {
	return {
		title: typed.title,
		text: typed.text,
		accounts: [...typed.accounts],
		aim: aims.find((aim) => aim === typed.aim) ?? null,
		type: postTypes.find((type) => type === typed.type) ?? 'own',
		time: typed.time === '' ? null : typed.time
	};
}

export function contentFrom(typed: TypedRepeat): RepeatContent {
	const { firstOn, lastOn } = typed;
	const pattern = patternFrom(typed);
	return { ...wordsFrom(typed), pattern, firstOn, lastOn: lastOn === '' ? null : lastOn };
}

export function patternFrom(typed: TypedTimes): Pattern {
	const every = Number(typed.every);
	const weekday = Number(typed.weekday);
	if (typed.unit === 'year') return { unit: 'year' };
	if (typed.unit === 'week') return { unit: 'week', every, weekday };
	return { unit: 'month', every, weekday, nth: nths.find((nth) => nth === typed.nth) ?? '1' };
}

/** The field of a form that a refusal is about: 'content.pattern.every' is 'every'. */
export function fieldOf(path: string | undefined): string | undefined {
	return path?.split('.').at(-1);
}
