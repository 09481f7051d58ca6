/**
 * What the import screen says about a file, in plain words.
 */
import { spokenDay } from '#domain/calendar.ts';
import { shownCount } from '../figures/people.ts';
import { inGroups } from '../rules.ts';
import { measureNames } from '../results/out.ts';
import { measures, type PostResult } from '../results/record.ts';
import type { Field } from '../reading/sources.ts';
import type { ImportPlan } from './planning.ts';
import type { InsightImport } from './record.ts';

/** 'Tuesday 3 September' → '3 September', with its year where it is not this year's. */
export function shortDay(day: string, today: string): string {
	return spokenDay(day, today).split(' ').slice(1).join(' ');
}

export function countOfPosts(count: number): string {
	return count === 1 ? '1 post' : `${inGroups(count)} posts`;
}

/** 'Facebook page, 41 posts, first 3 September, last 28 September. Right?' */
export function rightWords(name: string, plan: ImportPlan, today: string): string {
	const { posts, firstOn, lastOn } = plan;
	const [first, last] = [shortDay(firstOn, today), shortDay(lastOn, today)];
	const days = posts === 1 ? `from ${first}` : `first ${first}, last ${last}`;
	return `${name}, ${countOfPosts(posts)}, ${days}. Right?`;
}

/** '38 are new. 3 get newer numbers.' */
export function changeWords({ fresh, replaced, kept, moved }: ImportPlan): string[] {
	const are = (count: number) => `${inGroups(count)} ${count === 1 ? 'is' : 'are'}`;
	return [
		...(fresh > 0 ? [`${are(fresh)} new.`] : []),
		...(replaced > 0
			? [`${inGroups(replaced)} ${replaced === 1 ? 'gets' : 'get'} newer numbers.`]
			: []),
		...(kept > 0 ? [`${inGroups(kept)} ${kept === 1 ? 'stays' : 'stay'} as we have it.`] : []),
		...(moved > 0
			? [`${are(moved)} here already, on another day: the day of this file counts.`]
			: [])
	];
}

/** 'views 120, reach 90': the numbers that tell most, by the platform's names. */
export function numbersWords(numbers: PostResult['numbers'], most = 3): string {
	const given = measures.flatMap((measure) => {
		const count = numbers[measure];
		return count === undefined
			? []
			: [`${measureNames[measure].toLowerCase()} ${shownCount(measure, count)}`];
	});
	return given.slice(0, most).join(', ');
}

export function importWords(about: InsightImport, today: string): string {
	const { posts, firstOn, lastOn } = about;
	return `${countOfPosts(posts)}, ${shortDay(firstOn, today)} to ${shortDay(lastOn, today)}`;
}

const aboutPost: Readonly<Record<Exclude<Field, keyof PostResult['numbers']>, string>> = {
	id: 'Number of the post (ID)',
	link: 'Link to the post',
	postedAt: 'When it was posted',
	text: 'Text of the post',
	title: 'Title of the post',
	type: 'Kind of post',
	page: 'Name of the page',
	day: 'Day of the numbers',
	postsMade: 'Posts made',
	none: 'Leave this out'
};

/** What a column can mean, as a person chooses it. */
export const fieldNames: Readonly<Record<Field, string>> = { ...aboutPost, ...measureNames };
