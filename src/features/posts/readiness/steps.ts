/**
 * 'Before it is ready': words, names, kind, facts, people, place, second pair of eyes, from the post's
 * state. Each line leads to the part of the screen where it is put right.
 */
import type { CheckId, Level } from '#checks/check.ts';
import { isWaiting } from '../rules.ts';
import { typeRules } from '../types/types.ts';
import type { PostFacts } from './facts.ts';
import { findings, openBlocks, tooYoung } from './findings.ts';
import { leftToDo, type LeftStep } from './left.ts';

export interface Step {
	readonly id: string;
	readonly title: string;
	readonly href: string;
	readonly hint?: string;
	readonly status: string;
	readonly colour?: 'blue' | 'red' | 'yellow';
}

type State = 'missing' | 'optional' | 'waiting' | Level | undefined;

/** What the checks of these lines find is not said again under 'Words'. */
const factChecks: readonly CheckId[] = ['PC-13', 'PC-32'];
const peopleChecks: readonly CheckId[] = ['PC-07', 'PC-09'];
const nameChecks: readonly CheckId[] = ['PC-06'];

export function stepsFor(facts: PostFacts): Step[] {
	const { post, pictures, accounts } = facts;
	const blocks = new Set(openBlocks(facts).map(({ check }) => check));
	const found = findings(facts).filter(
		({ check, level }) => level === 'warn' || (level === 'block' && blocks.has(check))
	);
	const left = leftToDo(facts);
	const worst = (fits: (check: CheckId) => boolean): State =>
		found.find(({ check }) => fits(check))?.level;
	const isLeft = (step: LeftStep): State =>
		left.some((open) => open.step === step) ? 'missing' : undefined;
	const hasFacts = post.sourceUrl !== '' || post.checkedBy !== '';
	const hasNoWords = post.text.trim() === '' && pictures.length === 0;
	const hasNowhere = accounts.length === 0 || tooYoung(facts).length > 0;
	const elsewhere = [...factChecks, ...nameChecks];
	const inWords = found.find(
		({ check, picture }) => picture === undefined && !elsewhere.includes(check)
	)?.level;
	const ofNames = worst((check) => nameChecks.includes(check));
	const steps: Step[] = [
		step('text', 'Words', hasNoWords ? 'missing' : (isLeft('text') ?? inWords)),
		step('where', 'Where it goes', hasNowhere ? 'missing' : undefined)
	];
	if (ofNames || post.wordConsentIds.length > 0) {
		steps.push(step('named', 'People in the words', ofNames));
	}
	if (typeRules[post.type].asks.length > 0) {
		steps.push(step('kind', 'What this kind of post needs', isLeft('kind')));
	}
	const inFacts =
		worst((check) => factChecks.includes(check)) ?? (hasFacts ? undefined : 'optional');
	steps.push(step('facts', 'Facts', inFacts, 'A link, and who checked it'));
	if (pictures.length > 0) {
		steps.push(
			step(
				'people',
				'People in the pictures',
				worst((check) => peopleChecks.includes(check))
			),
			step(
				'place',
				'Places in the pictures',
				worst((check) => check === 'PC-08')
			),
			step(
				'alt',
				'Descriptions of the pictures',
				worst((check) => check === 'PC-18')
			),
			step('photo-look', 'The list for pictures', isLeft('photo-look'))
		);
	}
	const hasLooked = post.secondLookBy !== null;
	steps.push(
		step(
			'second-look',
			'A second pair of eyes',
			isLeft('second-look') ?? (hasLooked ? undefined : 'optional'),
			hasLooked || isLeft('second-look') ? undefined : 'The practice reads it too'
		)
	);
	if (isWaiting(post)) steps.push(step('ask', 'The answer to a question', 'waiting'));
	return steps;
}

/** What is said about a picture is put right where the pictures are. */
const places: Readonly<Record<string, string>> = {
	people: 'pictures',
	place: 'pictures',
	alt: 'pictures'
};

const states = {
	missing: { status: 'To do', colour: 'red' },
	block: { status: 'Must be changed', colour: 'red' },
	warn: { status: 'Please check', colour: 'yellow' },
	waiting: { status: 'Waiting', colour: 'yellow' },
	optional: { status: 'Good to have', colour: 'blue' },
	hint: { status: 'Done' }
} as const;

function step(id: string, title: string, state: State, hint?: string): Step {
	const base = { id, title, href: `#${places[id] ?? id}`, ...(hint && { hint }) };
	return { ...base, ...states[state ?? 'hint'] };
}
