/**
 * Posts that name someone, or tell their story, who has taken their yes back since. Source: S4-58.
 *
 * For those who lead, whoever put it out, and whoever covers today, as with pictures.
 */
import type { Todo, TodayFacts } from './todo.ts';
import { concerns } from './pictures.ts';

export function ofToldStories(facts: TodayFacts): Todo[] {
	const takenBack = facts.consents.filter(
		({ status, keepsPosts }) => status === 'withdrawn' && !keepsPosts
	);
	return facts.wentOut.flatMap((post) => {
		const linked = facts.consents.filter(({ id }) => post.wordConsentIds.includes(id));
		const [no] = takenBack.filter(({ personKey }) =>
			linked.some((consent) => consent.personKey === personKey)
		);
		if (!no || post.takenDown !== null || !concerns(facts, [post])) return [];
		return {
			id: `story-${post.id}`,
			title: `Take down the post “${post.title}”`,
			hint: 'Someone in its words has taken their yes back.',
			dueOn: no.withdrawnOn ?? facts.today,
			href: `/posts/${post.id}`,
			status: 'Now',
			colour: 'red'
		};
	});
}
