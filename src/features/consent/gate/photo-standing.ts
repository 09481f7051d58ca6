/**
 * How a photo stands as a whole, for the grid: in words, with a sign that reads without colour.
 */
import type { Consent } from '../record.ts';
import { consentState } from '../standing/standing.ts';
import type { GateInput } from './input.ts';
import { photoGate } from './photo-gate.ts';

export interface PhotoStanding {
	readonly state: 'usable' | 'ends-soon' | 'unnamed' | 'no-place' | 'waiting' | 'said-no';
	readonly words: string;
	readonly colour: 'green' | 'yellow' | 'grey' | 'red';
}

const standings: Readonly<Record<PhotoStanding['state'], Omit<PhotoStanding, 'state'>>> = {
	usable: { words: '✓ May be used', colour: 'green' },
	'ends-soon': { words: '✓ Ends soon', colour: 'yellow' },
	unnamed: { words: '? Who is in it', colour: 'grey' },
	'no-place': { words: '? Place not clear', colour: 'grey' },
	waiting: { words: '… No full yes yet', colour: 'yellow' },
	'said-no': { words: '✕ Do not use', colour: 'red' }
};

/** On the given day, for posts of the group, whatever the account. */
export function photoStanding(facts: Pick<GateInput, 'photo' | 'consents' | 'venue'>, day: string) {
	const state = stateOf(facts, day);
	return { state, ...standings[state] };
}

function stateOf(
	facts: Pick<GateInput, 'photo' | 'consents' | 'venue'>,
	day: string
): PhotoStanding['state'] {
	const { photo, consents, venue } = facts;
	if (photo.isHeldBack) return 'said-no';
	const found = photoGate({ ...facts, accounts: [], plannedOn: day, purpose: 'ppg-posts' });
	const saysNo = (status: string) => status === 'withdrawn' || status === 'refused';
	const isNoFor = ({ status, mustNotShow, withdrawnPhotos }: Consent, photoId: string) =>
		mustNotShow || saysNo(status) || withdrawnPhotos.includes(photoId);
	const linked = consents.filter(({ id }) => photo.consentIds.includes(id));
	const isPeople = found.some(({ check }) => check === 'PC-07');
	if (isPeople && linked.some((consent) => isNoFor(consent, photo.id))) {
		return 'said-no';
	}
	if (found.length > 0 && venue && saysNo(venue.status)) return 'said-no';
	if (isPeople) return photo.consentIds.length === 0 ? 'unnamed' : 'waiting';
	if (found.length > 0) return venue ? 'waiting' : 'no-place';
	const endsSoon = linked.some((consent) => consentState(consent, day) === 'expiring');
	return endsSoon ? 'ends-soon' : 'usable';
}
