/**
 * 'Before it is ready': facts, people, place, words, second pair of eyes, from the post's state.
 */
import type { CheckId } from '#checks/check.ts';
import type { PostFacts } from './facts.ts';
import { findings } from './findings.ts';

export interface Step {
	readonly id: string;
	readonly title: string;
	readonly hint?: string;
	readonly status: string;
	readonly colour?: 'blue' | 'red' | 'yellow';
}

export function stepsFor(facts: PostFacts): Step[] {
	const { post, pictures, accounts } = facts;
	const found = findings(facts);
	const worst = (...checks: CheckId[]) =>
		found.find(({ check, level }) => checks.includes(check) && level !== 'hint')?.level;
	const hasFacts = post.sourceUrl !== '' || post.checkedBy !== '';
	const steps: Step[] = [
		step(
			'words',
			'Words',
			post.text.trim() === '' && pictures.length === 0
				? 'missing'
				: worst('PC-01', 'PC-02', 'PC-03', 'PC-04', 'PC-05', 'PC-19')
		),
		step('accounts', 'Where it goes', accounts.length === 0 ? 'missing' : undefined),
		step('facts', 'Facts', hasFacts ? undefined : 'optional', 'A link, and who checked it')
	];
	if (pictures.length > 0) {
		steps.push(
			step('people', 'People in the pictures', worst('PC-07')),
			step('place', 'Places in the pictures', worst('PC-08')),
			step('alt', 'Descriptions of the pictures', worst('PC-18'))
		);
	}
	return steps;
}

function step(
	id: string,
	title: string,
	state: 'missing' | 'optional' | 'block' | 'warn' | 'hint' | undefined,
	hint?: string
): Step {
	const base = { id, title, ...(hint && { hint }) };
	if (state === undefined || state === 'hint') return { ...base, status: 'Done' };
	if (state === 'optional') return { ...base, status: 'Good to have', colour: 'blue' };
	if (state === 'warn') return { ...base, status: 'Please check', colour: 'yellow' };
	return { ...base, status: state === 'missing' ? 'To do' : 'Must be changed', colour: 'red' };
}
