/**
 * The form that people fill in, one question a screen, and what comes of the answers.
 *
 * Nothing is ticked before. What is not answered is asked again, never guessed.
 */
import type { Answers } from '../answers/answers.ts';
import {
	abilities,
	helps,
	mayBePaidFor,
	mediums,
	optOuts,
	relations,
	type Help,
	type Medium
} from '../fields/kinds.ts';
import {
	ageBands,
	childWishes,
	namesToShow,
	purposes,
	type Method,
	type Purpose
} from '../record.ts';
import { packed } from '../signing/signing.ts';
import { currentWording } from '../wording/wording.ts';
import type { ConsentForm } from './empty-form.ts';
import { questionsFor } from './questions.ts';

/** How the answer is kept; 'typed' until they have chosen. */
export function methodOf({ kind, how, hand }: ConsentForm): Method {
	if (kind === 'crowd') return 'notice';
	if (how === 'link') return 'link';
	if (how === '' || how === 'here') return hand === 'signed' ? 'signed' : 'typed';
	return how;
}

/** Everyone who writes or types something puts their name to it. */
export function hasName(form: ConsentForm): boolean {
	return !['told', 'said', 'notice'].includes(methodOf(form));
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
		isStaff: form.isStaff === 'yes' || form.kind === 'staff',
		picturedPersonId: form.picturedPersonId || null,
		mustNotShow: form.mustNotShow === 'yes',
		media: mediaOf(form),
		...{ occasion: form.occasion, place: form.place, photoBy: form.photoBy },
		takenOn: form.takenOn || null
	} as const;
}

/** What `consent.give` is told. */
export function answersFrom(form: ConsentForm): Answers {
	const { kind } = form;
	const isHealthShown = form.showsHealth === 'yes';
	const asked = questionsFor(form, { isKnown: false });
	const method = methodOf(form);
	const isWitnessed = method === 'said' || kind === 'capacity' || form.witness.trim() !== '';
	return {
		purposes: purposes.filter((purpose: Purpose) => form.purposes[purpose] === 'yes'),
		accounts: asked.includes('accounts')
			? Object.keys(form.accounts).filter((id) => form.accounts[id] === 'yes')
			: [],
		limits: form.limits,
		nameToShow: asked.includes('name')
			? (namesToShow.find((name) => name === form.nameToShow) ?? 'none')
			: 'none',
		healthDetail: isHealthShown ? orNull(form.healthDetail) : null,
		isHealthAgreed: isHealthShown && form.isHealthAgreed === 'yes',
		method,
		signature: method === 'signed' || method === 'link' ? packedOrNull(form.strokes) : null,
		signedName: hasName(form) ? orNull(form.signedName) : null,
		witness: isWitnessed ? orNull(form.witness) : null,
		wordingVersion: currentWording(kind || 'adult', form.isEasy).id,
		givenOn: form.givenOn,
		expiresOn: form.expiresOn,
		parent: asked.includes('parent')
			? { name: form.parentName, is: form.parentIs, mayDecide: true }
			: null,
		childWish: asked.includes('child')
			? (childWishes.find((wish) => wish === form.childWish) ?? null)
			: null,
		childWords: asked.includes('child') ? orNull(form.childWords) : null,
		...alsoFrom(form)
	};
}

/** What belongs to some kinds only, or may be left out. */
function alsoFrom(form: ConsentForm): Partial<Answers> {
	const { kind } = form;
	const isChild = kind === 'child';
	const isUsed = (help: Help) =>
		form.helps.includes(help) ||
		(help === 'easy-read' && form.isEasy) ||
		(help === 'large-print' && form.isLarge);
	const chosen = helps.filter((help) => isUsed(help));
	return {
		relation: relations.find((relation) => relation === form.relation) ?? null,
		media: mediaOf(form),
		mayPromote: kind !== '' && mayBePaidFor(kind) && form.mayPromote === 'yes',
		startsOn: form.startsOn || null,
		expiresWhy: form.expiresWhy,
		helps: chosen,
		helpedBy: orNull(form.helpedBy),
		witnessRole: orNull(form.witnessRole),
		wasUnhappy: form.wasUnhappy === 'yes',
		...(form.paperHash && { paperHash: form.paperHash }),
		...(form.leavesOn && { leavesOn: form.leavesOn }),
		...(isChild && {
			childAskedBy: orNull(form.judgedBy),
			understands: form.understands === '' ? null : form.understands === 'yes',
			understandsBy: form.understands === '' ? null : orNull(form.judgedBy),
			isParentTold: form.ageBand === '16-17' && form.isParentTold === 'yes'
		}),
		...(kind === 'capacity' && {
			abilities: abilities.filter((ability) => form.abilities.includes(ability))
		}),
		...(kind === 'group' && { people: form.people.map((person) => ({ ...person })) }),
		...(kind === 'crowd' && {
			...{ noticeText: form.noticeText, noticeWhere: form.noticeWhere },
			optOut: optOuts.find((way) => way === form.optOut) ?? null
		}),
		...(form.quote.trim() !== '' && { quote: form.quote }),
		...(kind === 'photographer' && {
			...{ licence: form.licence, credit: form.credit },
			mayCrop: form.mayCrop === '' ? null : form.mayCrop === 'yes'
		})
	};
}

function mediaOf({ kind, media: chosen }: ConsentForm): Medium[] {
	if (kind === 'words') return ['words'];
	const known = mediums.filter((medium) => chosen.includes(medium));
	return known.length === 0 ? ['photo'] : known;
}

function packedOrNull(strokes: ConsentForm['strokes']) {
	const signature = packed(strokes);
	return signature.length === 0 ? null : signature;
}

function orNull(words: string): string | null {
	return words.trim() === '' ? null : words;
}
