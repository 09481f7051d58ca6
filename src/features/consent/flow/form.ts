/**
 * The form that people fill in, one question a screen: which questions, and what comes of them.
 *
 * Nothing is ticked before. What is not answered is asked again, never guessed.
 */
import {
	ageBands,
	childWishes,
	methods,
	namesToShow,
	purposes,
	type Consent,
	type Purpose
} from '../record.ts';
import { needsParent } from '../standing/standing.ts';
import { currentWording } from '../wording/wording.ts';
import type { Answers } from '../answers/answers.ts';
import { packed } from '../signing/signing.ts';

export type YesNo = 'yes' | 'no' | '';

interface Point {
	x: number;
	y: number;
	pressure: number;
	ms: number;
}

/** As typed and tapped; '' stands for 'not answered'. */
export const emptyForm = {
	kind: '' as Consent['kind'] | '',
	ageBand: '' as Consent['ageBand'] | '',
	firstName: '',
	lastName: '',
	contact: '',
	howToRecognise: '',
	isStaff: '' as YesNo,
	picturedPersonId: '',
	mustNotShow: '' as YesNo,
	purposes: {} as Record<string, YesNo>,
	accounts: {} as Record<string, YesNo>,
	nameToShow: '' as Consent['nameToShow'] | '',
	limits: '',
	showsHealth: '' as YesNo,
	healthDetail: '',
	isHealthAgreed: '' as YesNo,
	expiresOn: '',
	childWish: '' as NonNullable<Consent['childWish']> | '',
	childWords: '',
	parentName: '',
	parentIs: '',
	mayDecide: '' as YesNo,
	method: '' as NonNullable<Consent['method']> | '',
	strokes: [] as Point[][],
	signedName: '',
	witness: '',
	givenOn: ''
};
export type ConsentForm = typeof emptyForm;

const questions = [
	'kind',
	'who',
	'showing',
	'words',
	'child',
	'parent',
	'purposes',
	'accounts',
	'name',
	'health',
	'limits',
	'until',
	'sign'
] as const;
export type Question = (typeof questions)[number];

/** Whether someone has been written down already, and only the answers are wanted. */
export interface Known {
	readonly isKnown: boolean;
}

export function questionsFor(form: ConsentForm, { isKnown }: Known): Question[] {
	const isChild = form.kind === 'child';
	const isPosted = purposes.some(
		(purpose) => purpose.endsWith('-posts') && form.purposes[purpose] === 'yes'
	);
	const skipped: Partial<Record<Question, boolean>> = {
		kind: isKnown,
		who: isKnown,
		showing: isKnown || !isChild,
		accounts: !isPosted,
		child: !isChild,
		parent: !isChild || (form.ageBand !== '' && !needsParent({ ageBand: form.ageBand }))
	};
	return questions.filter((question) => skipped[question] !== true);
}

export interface Missing {
	readonly text: string;
	readonly fieldId: string;
}

/** What this question still needs; empty when one can go on. */
export function missingIn(
	question: Question,
	form: ConsentForm,
	accounts: readonly { id: string; name: string }[]
): Missing[] {
	const missing: Missing[] = [];
	const need = (isThere: boolean, fieldId: string, text: string) => {
		if (!isThere) missing.push({ fieldId, text });
	};
	switch (question) {
		case 'kind':
			need(form.kind !== '', 'kind', 'Choose if this is an adult or a child.');
			need(form.kind !== 'child' || form.ageBand !== '', 'ageBand', 'Choose the child’s age.');
			break;
		case 'who':
			need(form.firstName.trim() !== '', 'firstName', 'Enter the first name.');
			need(form.isStaff !== '', 'isStaff', 'Choose if they work or help here.');
			break;
		case 'showing':
			need(form.mustNotShow !== '', 'mustNotShow', 'Choose yes or no.');
			break;
		case 'words':
			break;
		case 'purposes':
			for (const purpose of purposes) {
				need(!!form.purposes[purpose], `purpose-${purpose}`, 'Choose yes or no for each use.');
			}
			break;
		case 'accounts':
			for (const { id } of accounts) {
				need(!!form.accounts[id], `account-${id}`, 'Choose yes or no for each account.');
			}
			break;
		case 'name':
			need(form.nameToShow !== '', 'nameToShow', 'Choose which name to show.');
			break;
		case 'health':
			need(form.showsHealth !== '', 'showsHealth', 'Choose yes or no.');
			if (form.showsHealth !== 'yes') break;
			need(form.healthDetail.trim() !== '', 'healthDetail', 'Enter what it tells.');
			need(form.isHealthAgreed === 'yes', 'isHealthAgreed', 'They have to say yes to this too.');
			break;
		case 'limits':
			break;
		case 'until':
			need(form.expiresOn !== '', 'expiresOn', 'Choose the last day of use.');
			break;
		case 'child':
			need(form.childWish !== '', 'childWish', 'Choose what the child said.');
			break;
		case 'parent':
			need(form.parentName.trim() !== '', 'parentName', 'Enter the name.');
			need(form.parentIs.trim() !== '', 'parentIs', 'Enter who they are to the child.');
			need(form.mayDecide === 'yes', 'mayDecide', 'They have to say that they may decide.');
			break;
		case 'sign':
			need(form.method !== '', 'method', 'Choose how they answer.');
			need(form.method !== 'signed' || form.strokes.length > 0, 'signature', 'Sign in the box.');
			need(!hasName(form) || form.signedName.trim() !== '', 'signedName', 'Enter the name.');
			need(form.method !== 'said' || form.witness.trim() !== '', 'witness', 'Enter who heard it.');
			need(form.givenOn !== '', 'givenOn', 'Choose the day of the answer.');
			break;
	}
	return missing.filter(
		({ text }, index) => missing.findIndex((other) => other.text === text) === index
	);
}

/** Everyone who writes or types something puts their name to it. */
export function hasName({ method }: ConsentForm): boolean {
	return method !== '' && method !== 'told' && method !== 'said';
}

/** What `consent.record` is told about the person. */
export function personFrom(form: ConsentForm) {
	return {
		kind: form.kind || 'adult',
		ageBand: ageBands.find((band) => band === form.ageBand) ?? '18-plus',
		firstName: form.firstName,
		lastName: orNull(form.lastName),
		contact: orNull(form.contact),
		howToRecognise: form.howToRecognise,
		isStaff: form.isStaff === 'yes',
		picturedPersonId: form.picturedPersonId || null,
		mustNotShow: form.mustNotShow === 'yes'
	} as const;
}

/** What `consent.give` is told. */
export function answersFrom(form: ConsentForm): Answers {
	const isChild = form.kind === 'child';
	const isHealthShown = form.showsHealth === 'yes';
	const asked = questionsFor(form, { isKnown: false });
	const method = methods.find((known) => known === form.method) ?? 'typed';
	return {
		purposes: purposes.filter((purpose: Purpose) => form.purposes[purpose] === 'yes'),
		accounts: asked.includes('accounts')
			? Object.keys(form.accounts).filter((id) => form.accounts[id] === 'yes')
			: [],
		limits: form.limits,
		nameToShow: namesToShow.find((name) => name === form.nameToShow) ?? 'none',
		healthDetail: isHealthShown ? orNull(form.healthDetail) : null,
		isHealthAgreed: isHealthShown && form.isHealthAgreed === 'yes',
		method,
		signature: method === 'signed' ? packedOrNull(form.strokes) : null,
		signedName: orNull(form.signedName),
		witness: method === 'said' ? orNull(form.witness) : null,
		wordingVersion: currentWording(isChild ? 'child' : 'adult').id,
		givenOn: form.givenOn,
		expiresOn: form.expiresOn,
		parent: asked.includes('parent')
			? { name: form.parentName, is: form.parentIs, mayDecide: true }
			: null,
		childWish: isChild ? (childWishes.find((wish) => wish === form.childWish) ?? null) : null,
		childWords: isChild ? orNull(form.childWords) : null
	};
}

function packedOrNull(strokes: ConsentForm['strokes']) {
	const signature = packed(strokes);
	return signature.length === 0 ? null : signature;
}

function orNull(words: string): string | null {
	return words.trim() === '' ? null : words;
}
