/** What the practice could not take, and two versions of one thing: both wait for a choice. */
import type { Todo, TodayFacts } from './todo.ts';

export function ofChoices({ overlaps, refusedCount, today }: TodayFacts): Todo[] {
	const base = { dueOn: today, href: '/sync', status: 'Choose' } as const;
	const refused: Todo = {
		...base,
		id: 'refused',
		title: `See what the practice could not take (${refusedCount})`,
		hint: 'It is kept on this phone until you choose',
		colour: 'red'
	};
	return [
		...(refusedCount > 0 ? [refused] : []),
		...overlaps.map(({ id, title }): Todo => ({
			...base,
			id,
			title: `Choose between two versions of “${title}”`,
			hint: 'Two people changed the same thing. Both versions are safe',
			colour: 'yellow'
		}))
	];
}
