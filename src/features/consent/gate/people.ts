/**
 * PC-07: everyone who can be recognised has said yes to this use, and the practice confirmed it.
 *
 * Consents of one person share a `personKey`. Only linked ones (and what took their place) say yes;
 * any one of theirs can say no.
 */
import type { Finding } from '#checks/check.ts';
import { spokenDay } from '#domain/calendar.ts';
import { peopleIn } from '../fields/kinds.ts';
import type { Consent } from '../record.ts';
import {
	consentState,
	covers,
	isInForce,
	isPartMissing,
	isReplaced
} from '../standing/standing.ts';
import { purposeNames } from '../wording/names.ts';
import { isReadyMade, type GateInput } from './input.ts';

interface Trouble {
	readonly saw: string;
	readonly todo: string;
	readonly account?: string;
}

const askAgain = 'Ask them again, or use another picture.';

export function peopleFindings(input: GateInput): Finding[] {
	const { photo, consents } = input;
	if (photo.nobodyRecognisable || isReadyMade(photo)) return [];
	const linked = photo.consentIds.map((id) => consents.find((consent) => consent.id === id));
	const keys = new Set(linked.flatMap((consent) => consent?.personKey ?? []));
	const troubles = [
		...countTroubles(input, knownIn(linked), linked.includes(undefined)),
		...[...keys].flatMap((key) => {
			const theirs = consents.filter(({ personKey }) => personKey === key);
			return personTroubles(theirs, input);
		})
	];
	return troubles.map((trouble) => ({
		check: 'PC-07',
		level: 'block',
		picture: photo.id,
		why: 'People decide if and where their picture is seen.',
		override: null,
		...trouble
	}));
}

/** Each person once, however many forms they have; a group form speaks for each of its people. */
function knownIn(linked: readonly (Consent | undefined)[]): number {
	const most = new Map<string, number>();
	for (const consent of linked) {
		if (!consent) continue;
		const { personKey } = consent;
		most.set(personKey, Math.max(most.get(personKey) ?? 0, peopleIn(consent)));
	}
	return [...most.values()].reduce((sum, people) => sum + people, 0);
}

/** People in the picture whose consent we do not even know. */
function countTroubles({ photo }: GateInput, known: number, isOneGone: boolean): Trouble[] {
	const { peopleCount } = photo;
	// A notice or a photographer's yes says nothing about who can be picked out.
	if (photo.consentIds.length === 0 || (known === 0 && !isOneGone)) {
		return [
			{
				saw: 'Nobody has said who is in this picture.',
				todo: 'Open the picture. Add the people, or tick that nobody can be recognised.'
			}
		];
	}
	if (isOneGone || (peopleCount !== null && known < peopleCount)) {
		return [
			{
				saw: `We know of ${known} in this picture. At least one more person can be recognised.`,
				todo: 'Open the picture and add everyone who can be recognised.'
			}
		];
	}
	return [];
}

function personTroubles(all: readonly Consent[], input: GateInput): Trouble[] {
	const theirs = all.filter((consent) => !isReplaced(consent, all));
	const no = theirs.find((consent) => saysNo(consent));
	if (no) return [{ saw: noWords(no), todo: 'Take this picture out. Use another one.' }];
	const { photo, plannedOn } = input;
	const notHere = theirs.find(({ withdrawnPhotos }) => withdrawnPhotos.includes(photo.id));
	if (notHere) {
		const saw = `${who(notHere)} no longer wants this picture used.`;
		return [{ saw, todo: 'Take this picture out. Use another one.' }];
	}
	const counting = withSuccessors(new Set(photo.consentIds), theirs, all);
	const answers = counting.filter((consent) => isAnswered(consent, plannedOn));
	if (!answers.some((consent) => isInForce(consent, plannedOn))) {
		const latest = counting.at(-1);
		return latest ? [notInForce(latest, plannedOn)] : [];
	}
	const partMissing = answers.find((consent) => isPartMissing(consent));
	if (partMissing) return [missingWords(partMissing)];
	return useTroubles(answers, theirs, input);
}

function saysNo({ status, mustNotShow }: Consent): boolean {
	return mustNotShow || status === 'refused' || status === 'withdrawn';
}

function isAnswered(consent: Consent, day: string): boolean {
	return consentState(consent, day) === 'given' || isInForce(consent, day);
}

/** The linked ones and those that took their place, oldest first. */
function withSuccessors(
	linked: Set<string>,
	theirs: readonly Consent[],
	all: readonly Consent[]
): Consent[] {
	const inOrder = [...all].sort((one, other) => one.createdAt - other.createdAt);
	for (const { id, replacesId } of inOrder) {
		if (replacesId !== null && linked.has(replacesId)) linked.add(id);
	}
	return inOrder.filter((consent) => linked.has(consent.id) && theirs.includes(consent));
}

/** Every answer has to cover the use; an account that was taken back anywhere is out. */
function useTroubles(
	answers: readonly Consent[],
	theirs: readonly Consent[],
	{ accounts, purpose, plannedOn }: GateInput
): Trouble[] {
	const early = answers.find(({ startsOn }) => startsOn !== null && startsOn > plannedOn);
	if (early?.startsOn) {
		const saw = `The yes of ${who(early)} starts on ${spokenDay(early.startsOn)}.`;
		return [{ saw, todo: 'Plan a later day, or use another picture.' }];
	}
	const without = answers.find((consent) => !consent.purposes.includes(purpose));
	if (without) {
		return [{ saw: `${who(without)} did not agree to: ${purposeNames[purpose]}.`, todo: askAgain }];
	}
	return accounts.flatMap(({ id: accountId, name }) => {
		const no =
			answers.find((consent) => !covers(consent, { accountId, purpose })) ??
			theirs.find(({ withdrawnAccounts }) => withdrawnAccounts.includes(accountId));
		if (!no) return [];
		return [
			{
				account: accountId,
				saw: `${who(no)} did not agree to ${name}.`,
				todo: `Leave out ${name}, ask them, or use another picture.`
			}
		];
	});
}

function noWords(consent: Consent): string {
	if (consent.mustNotShow) return `${who(consent)} must not be shown.`;
	if (consent.turnedDownBy !== null && consent.status === 'refused') {
		return `The practice did not accept the form of ${who(consent)}.`;
	}
	if (consent.status === 'refused') return `${who(consent)} said no.`;
	return `${who(consent)} has taken their yes back.`;
}

function missingWords(consent: Consent): Trouble {
	const saw = consent.hasParentYes
		? `${who(consent)} has not said what they want.`
		: `The parent or carer of ${who(consent)} has not said yes.`;
	return { saw, todo: 'Ask the parent and the child.' };
}

function notInForce(consent: Consent, day: string): Trouble {
	if (isPartMissing(consent) && consent.status === 'confirmed') return missingWords(consent);
	const state = consentState(consent, day);
	if (state === 'given') {
		return {
			saw: `The practice has not confirmed the yes of ${who(consent)} yet.`,
			todo: 'Ask the practice manager to confirm it.'
		};
	}
	if (state === 'expired') {
		const end = consent.expiresOn === null ? '' : ` on ${spokenDay(consent.expiresOn)}`;
		return {
			saw: `The yes of ${who(consent)} ends${end}, before this goes out.`,
			todo: `Plan an earlier day. ${askAgain}`
		};
	}
	return { saw: `${who(consent)} has not said yes yet.`, todo: 'Ask them before you use it.' };
}

/** As the group knows them, without more than a drafter may know: 'Ada (C-0427)'. */
function who({ firstName, code }: Consent): string {
	return `${firstName} (${code})`;
}
