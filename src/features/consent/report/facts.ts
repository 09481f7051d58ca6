/**
 * All that is known of one consent, in words, as far as the reader holds it: for the screen, the
 * practice manager's desk and paper. A fact that is not there is left out.
 */
import { dayOf, spokenDay, spokenMoment, spokenMonth } from '#domain/calendar.ts';
import { deskCheckWords } from '../desk/rules.ts';
import { abilities, isOnePerson } from '../fields/kinds.ts';
import type { Consent } from '../record.ts';
import { temporaryCode } from '../codes/codes.ts';
import {
	abilityNames,
	copyNames,
	helpNames,
	kindNames,
	mediumNames,
	optOutNames,
	relationNames,
	routeNames
} from '../wording/kind-names.ts';
import { ageNames, methodNames, nameChoices, purposeNames } from '../wording/names.ts';
import { wording } from '../wording/wording.ts';
import type { Names } from './report.ts';

export interface Fact {
	readonly key: string;
	readonly value: string;
}
export interface FactGroup {
	readonly heading: string;
	readonly facts: readonly Fact[];
}

type Told = readonly [key: string, value: string | null | undefined | false];

const day = (on: string | null) => (on === null ? '' : spokenDay(on));
const yesNo = (isYes: boolean | null) => (isYes === null ? '' : isYes ? 'Yes' : 'No');
const sentences = (...parts: readonly (string | null | undefined)[]) =>
	parts.filter((part) => part).join(', ');

/** `now` in ms. Groups without a fact are left out. */
export function consentFacts(consent: Consent, names: Names, now: number): FactGroup[] {
	const groups: readonly [string, readonly Told[]][] = [
		['Who', who(consent, names)],
		['What and where', what(consent, names)],
		['How they answered', how(consent, names, now)],
		['The practice', practice(consent, names)],
		['Later', later(consent, names)]
	];
	return groups
		.map(([heading, told]) => ({
			heading,
			facts: told.flatMap(([key, value]) => (value ? [{ key, value }] : []))
		}))
		.filter(({ facts }) => facts.length > 0);
}

function who(consent: Consent, { people }: Names): Told[] {
	const { kind, relation, childWish, childWords } = consent;
	const wish = childWish && wishWords[childWish];
	return [
		['Code on paper', temporaryCode(consent.id)],
		['Form', kindNames[kind]],
		['Name', [consent.firstName, consent.lastName ?? ''].join(' ').trim()],
		['Age', kind === 'child' && ageNames[consent.ageBand]],
		['How to reach them', consent.contact],
		['To the practice', relation && relationNames[relation]],
		['Works or helps here', consent.isStaff && 'Yes'],
		['Also on our list of people', people.get(consent.picturedPersonId ?? '')],
		['In the picture', consent.howToRecognise],
		['Who is in it', consent.people.map(personWords).join('; ')],
		['The child', wish && (childWords ? `${wish}: ${childWords}` : wish)],
		['Who asked the child', consent.childAskedBy],
		['Understands what sharing means', sentences(yesNo(consent.understands), judged(consent))],
		['Parent or carer', sentences(consent.parentName, consent.parentIs)],
		['May decide for the child', consent.hasParentYes && 'They say so'],
		['The parent was told', consent.isParentTold && 'Yes'],
		['What they could do', consent.abilities && abilityWords(consent.abilities)],
		['Who may decide for them', consent.lawfulRoute && routeNames[consent.lawfulRoute]],
		['Looked unhappy', consent.wasUnhappy && 'Yes. It is a no']
	];
}

const wishWords = { yes: 'Says yes', no: 'Says no', 'too-young': 'Is too young to ask' } as const;

function personWords({ firstName, howToRecognise, isYes }: Consent['people'][number]): string {
	return sentences(firstName, howToRecognise, isYes ? 'yes' : 'no');
}

function judged({ understandsBy }: Consent): string {
	return understandsBy ? `says ${understandsBy}` : '';
}

function abilityWords(could: NonNullable<Consent['abilities']>): string {
	const some = abilities.filter((ability) => could.includes(ability));
	return some.length === 0 ? 'None of it' : some.map((each) => abilityNames[each]).join(', ');
}

function what(consent: Consent, { accounts }: Names): Told[] {
	const accountNames = (ids: readonly string[]) =>
		ids.map((id) => accounts.get(id) ?? 'an old account').join(', ');
	const { givenOn, kind } = consent;
	return [
		['What it is', consent.media.map((medium) => mediumNames[medium]).join(', ')],
		['Occasion', consent.occasion],
		['Place', consent.place],
		['Taken on', day(consent.takenOn)],
		['Taken by', consent.photoBy],
		['Their words', consent.quote],
		['The notice', consent.noticeText],
		['Where it was shown', consent.noticeWhere],
		['How people could say no', consent.optOut && optOutNames[consent.optOut]],
		['What for', consent.purposes.map((purpose) => purposeNames[purpose]).join(', ')],
		['Accounts', accountNames(consent.accounts)],
		['Posts that we pay for', givenOn && yesNo(consent.mayPromote)],
		['Taken back for', accountNames(consent.withdrawnAccounts)],
		['Name to show', givenOn && isOnePerson(kind) && nameChoices[consent.nameToShow]],
		['Limits', consent.limits],
		['About their health', consent.healthDetail],
		['They agreed to show that', consent.healthDetail !== null && yesNo(consent.isHealthAgreed)],
		['What we may do with it', consent.licence],
		['Name as shown with it', consent.credit],
		['May be cut to size', yesNo(consent.mayCrop)]
	];
}

function how(consent: Consent, { people }: Names, now: number): Told[] {
	const { method, signedAt, copyOn, copyHow, helps } = consent;
	const words = wording(consent.wordingVersion ?? '');
	const copy = copyHow === null ? day(copyOn) : `${day(copyOn)}, ${copyNames[copyHow]}`;
	return [
		['Asked on', day(consent.askedOn)],
		['Yes on', consent.status !== 'refused' && day(consent.givenOn)],
		['Not before', day(consent.startsOn)],
		['Last day of use', day(consent.expiresOn)],
		['Why on this day', consent.expiresWhy],
		['How', method && methodNames[method]],
		['Signed by', consent.signedName],
		['Kept', signedAt !== null && spokenMoment(signedAt, now)],
		['Words of the form', words && `${words.id}, ${languageNames[words.language] ?? ''}`],
		['Help that was given', helps.map((help) => helpNames[help]).join(', ')],
		['Who helped', consent.helpedBy],
		['Witness', sentences(consent.witness, consent.witnessRole)],
		['Written down by', people.get(consent.takenBy ?? consent.createdBy)],
		['Copy given on', copyOn && copy]
	];
}

const languageNames: Readonly<Record<string, string>> = { 'en-GB': 'in English' };

function practice(consent: Consent, { people }: Names): Told[] {
	const { confirmedAt } = consent;
	return [
		['Confirmed by', people.get(consent.confirmedBy ?? '')],
		['Confirmed on', confirmedAt !== null && day(dayOf(confirmedAt))],
		['Checked', consent.confirmChecked.map((each) => deskCheckWords[each]).join(' ')],
		['Note', consent.confirmNote],
		['Asked about it', sentences(people.get(consent.questionBy ?? ''), consent.question)],
		['The answer', consent.answer],
		['Not accepted by', people.get(consent.turnedDownBy ?? '')],
		['Why not', consent.turnedDownWhy]
	];
}

function later(consent: Consent, { people }: Names): Told[] {
	const { withdrawnBy } = consent;
	return [
		['Ask anew in', consent.reaskIn && spokenMonth(consent.reaskIn)],
		['Last day at work', day(consent.leavesOn)],
		['Asked after they left', day(consent.leftReviewedOn)],
		['Said no on', day(consent.refusedOn)],
		['Taken back on', day(consent.withdrawnOn)],
		['Noted by', withdrawnBy === 'signer' ? 'Themselves' : people.get(withdrawnBy ?? '')],
		['Taken back how', consent.withdrawnHow],
		['Pictures taken back', String(consent.withdrawnPhotos.length || '')],
		['What has gone out', consent.keepsPosts && 'May stay. They said so'],
		['Kept for a reason in law', consent.holdWhy],
		['Cut down on', day(consent.reducedOn)]
	];
}
