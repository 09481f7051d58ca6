/**
 * How the group's objectives stand, in a sentence each: reached, nearer, further off, not known.
 */
import type { Goal } from '../figures/goals.ts';
import { shownChange, shownCount } from '../figures/people.ts';
import { inGroups } from '../rules.ts';
import type { Sentence } from './sentence.ts';

const smallChange = 0.05;

export function goalSentence(goal: Goal): Sentence {
	const { id, title, watch, measure, count, isLeast, when, goal: hoped, before } = goal;
	const base = { id: `goal/${id}`, weight: 6 };
	if (count === null) {
		const words = `“${title}”: nobody has noted the number (${watch.toLowerCase()}).`;
		return { ...base, tone: 'bad', words, weight: 2 };
	}
	const least = isLeast ? 'at least ' : '';
	const stands = `“${title}”: ${least}${shownCount(measure, count)} in ${when}`;
	if (hoped !== null && count >= hoped) {
		return { ...base, tone: 'good', words: `${stands}. We hoped for ${inGroups(hoped)}: reached.` };
	}
	const hope = hoped === null ? '' : ` We hope for ${inGroups(hoped)}.`;
	if (before === null) return { ...base, tone: 'plain', words: `${stands}.${hope}`, weight: 4 };
	const change = count - before;
	if (Math.abs(change) <= before * smallChange) {
		const words = `${stands}, about the same as in ${goal.beforeWhen}.${hope}`;
		return { ...base, tone: 'plain', words };
	}
	const words = `${stands}, ${shownChange(measure, count, before)} than in ${goal.beforeWhen}.${hope}`;
	return { ...base, tone: change > 0 ? 'good' : 'bad', words };
}
