/**
 * Which questions are asked, in which order, and who holds the phone for each.
 *
 * Everything that the group notes comes before the phone is handed over, so that nothing is left
 * to do when it comes back.
 */
import { isOnePerson } from '../fields/kinds.ts';
import { purposes } from '../record.ts';
import { needsParent } from '../standing/standing.ts';
import type { ConsentForm } from './empty-form.ts';

/** Asked by someone of the group, of themselves and of the person. */
const ours = [
	...(['kind', 'who', 'showing', 'feeling', 'able', 'list', 'notice', 'quote'] as const),
	...(['help', 'how'] as const)
] as const;
/** Answered by the person. */
const theirs = [
	...(['words', 'child', 'parent', 'purposes', 'accounts', 'name', 'health'] as const),
	...(['rights', 'limits', 'until', 'sign'] as const)
] as const;

type OurQuestion = (typeof ours)[number];
export type TheirQuestion = (typeof theirs)[number];
export type Question = OurQuestion | TheirQuestion;

/** Whether someone has been written down already, and only the answers are wanted. */
export interface Known {
	readonly isKnown: boolean;
}

export function questionsFor(form: ConsentForm, { isKnown }: Known): Question[] {
	return [...ours, ...theirs].filter((question) => isAsked(question, form, isKnown));
}

/** On their own phone: the same questions without ours. */
export function theirQuestionsFor(form: ConsentForm): TheirQuestion[] {
	return theirs.filter((question) => isAsked(question, form, true));
}

/** True for a question that they answer themselves, on the phone in their hand. */
export function isTheirs(question: Question): question is TheirQuestion {
	return theirs.some((name) => name === question);
}

function isAsked(question: Question, form: ConsentForm, isKnown: boolean): boolean {
	const { kind, ageBand } = form;
	const isChild = kind === 'child';
	switch (question) {
		case 'kind':
		case 'who':
			return !isKnown;
		case 'showing':
			return !isKnown && isChild;
		case 'feeling':
			return isChild || kind === 'capacity';
		case 'able':
			return kind === 'capacity';
		case 'list':
			return kind === 'group';
		case 'notice':
			return kind === 'crowd';
		case 'quote':
			return kind === 'words' || form.media.includes('words');
		case 'help':
		case 'how':
		case 'words':
			return kind !== 'crowd';
		case 'child':
			return isChild;
		case 'parent':
			return isChild && (ageBand === '' || needsParent({ ageBand }));
		case 'accounts':
			return isPosted(form);
		case 'name':
			return kind === '' || isOnePerson(kind);
		case 'health':
			return kind === '' || isOnePerson(kind) || kind === 'group';
		case 'rights':
			return kind === 'photographer';
		case 'purposes':
		case 'limits':
		case 'until':
		case 'sign':
			return true;
	}
}

function isPosted({ purposes: chosen }: ConsentForm): boolean {
	return purposes.some((purpose) => purpose.endsWith('-posts') && chosen[purpose] === 'yes');
}
