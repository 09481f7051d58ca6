/**
 * What a question still needs before one can go on.
 */
import { isOnePerson, mayBePaidFor } from '../fields/kinds.ts';
import { purposes } from '../record.ts';
import type { ConsentForm } from './empty-form.ts';
import { hasName, methodOf } from './form.ts';
import type { Question } from './questions.ts';

export interface Missing {
	readonly text: string;
	readonly fieldId: string;
}

type Need = (isThere: boolean, fieldId: string, text: string) => void;
type Accounts = readonly { id: string; name: string }[];

/** Empty when one can go on. */
export function missingIn(question: Question, form: ConsentForm, accounts: Accounts): Missing[] {
	const missing: Missing[] = [];
	needs[question]?.(
		(isThere, fieldId, text) => {
			if (!isThere) missing.push({ fieldId, text });
		},
		form,
		accounts
	);
	return missing.filter(
		({ text }, index) => missing.findIndex((other) => other.text === text) === index
	);
}

const has = (words: string) => words.trim() !== '';

const needs: Partial<
	Record<Question, (need: Need, form: ConsentForm, accounts: Accounts) => void>
> = {
	kind(need, form) {
		need(form.kind !== '', 'kind', 'Choose who or what this is about.');
		need(form.kind !== 'child' || form.ageBand !== '', 'ageBand', 'Choose the child’s age.');
	},
	who(need, form) {
		const isPerson = form.kind === '' || isOnePerson(form.kind);
		need(has(form.firstName), 'firstName', isPerson ? 'Enter the first name.' : 'Enter a name.');
		if (form.kind !== 'adult' && form.kind !== 'child') return;
		need(form.isStaff !== '', 'isStaff', 'Choose if they work or help here.');
	},
	showing(need, form) {
		need(form.mustNotShow !== '', 'mustNotShow', 'Choose yes or no.');
	},
	feeling(need, form) {
		need(form.wasUnhappy !== '', 'wasUnhappy', 'Choose if they looked unhappy.');
		if (form.kind !== 'child' || form.wasUnhappy !== 'no') return;
		if (form.ageBand === 'under-13') return;
		need(form.understands !== '', 'understands', 'Choose if they understand it.');
	},
	able(need, form) {
		need(has(form.witness), 'witness', 'Enter who else was there.');
	},
	list(need, form) {
		need(form.people.length >= 2, 'groupName', 'Add each person. There must be two or more.');
	},
	notice(need, form) {
		need(has(form.noticeText), 'noticeText', 'Enter what the notice says.');
		need(has(form.noticeWhere), 'noticeWhere', 'Enter where it was shown.');
		need(form.optOut !== '', 'optOut', 'Choose how people could say no.');
	},
	quote(need, form) {
		need(has(form.quote), 'quote', 'Enter the words.');
	},
	how(need, form) {
		need(form.how !== '', 'how', 'Choose how they answer.');
	},
	child(need, form) {
		need(form.childWish !== '', 'childWish', 'Choose what the child said.');
	},
	parent(need, form) {
		need(has(form.parentName), 'parentName', 'Enter the name.');
		need(has(form.parentIs), 'parentIs', 'Enter who they are to the child.');
		need(form.mayDecide === 'yes', 'mayDecide', 'They have to say that they may decide.');
	},
	purposes(need, form) {
		for (const purpose of purposes) {
			need(!!form.purposes[purpose], `purpose-${purpose}`, 'Choose yes or no for each use.');
		}
		if (form.kind === '' || !mayBePaidFor(form.kind)) return;
		need(form.mayPromote !== '', 'mayPromote', 'Choose yes or no for posts that we pay for.');
	},
	accounts(need, form, accounts) {
		for (const { id } of accounts) {
			need(!!form.accounts[id], `account-${id}`, 'Choose yes or no for each account.');
		}
	},
	name(need, form) {
		need(form.nameToShow !== '', 'nameToShow', 'Choose which name to show.');
	},
	health(need, form) {
		need(form.showsHealth !== '', 'showsHealth', 'Choose yes or no.');
		if (form.showsHealth !== 'yes') return;
		need(has(form.healthDetail), 'healthDetail', 'Enter what it tells.');
		need(form.isHealthAgreed === 'yes', 'isHealthAgreed', 'They have to say yes to this too.');
	},
	rights(need, form) {
		need(has(form.licence), 'licence', 'Enter what we may do with it.');
		need(form.mayCrop !== '', 'mayCrop', 'Choose yes or no.');
	},
	until(need, form) {
		need(form.expiresOn !== '', 'expiresOn', 'Choose the last day of use.');
	},
	sign(need, form) {
		const method = methodOf(form);
		need(form.how !== 'here' || form.hand !== '', 'hand', 'Choose how you sign.');
		need(method !== 'signed' || form.strokes.length > 0, 'signature', 'Sign in the box.');
		need(!hasName(form) || has(form.signedName), 'signedName', 'Enter the name.');
		need(method !== 'said' || has(form.witness), 'witness', 'Enter who heard it.');
		need(form.givenOn !== '', 'givenOn', 'Choose the day of the answer.');
	}
};
