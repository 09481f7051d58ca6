/**
 * What is known of a place, in words: what its owner agreed to, and what proves it.
 *
 * For the screen, for paper and for the owner's copy. Empty lines are left out.
 */
import { dayOf, spokenDay, spokenMoment } from '#domain/calendar.ts';
import { placeCode } from '../codes/codes.ts';
import type { Venue } from '../record.ts';
import { copyNames, mediumNames, venueLookNames } from '../wording/kind-names.ts';
import { methodNames, purposeNames } from '../wording/names.ts';
import type { Fact } from './facts.ts';
import type { Names } from './report.ts';

const day = (on: string | null) => (on === null ? '' : spokenDay(on));
const told = (facts: readonly Fact[]) => facts.filter(({ value }) => value !== '');

/** The parts, times and uses that the owner agreed to. */
export function venueTerms(venue: Venue, { accounts }: Pick<Names, 'accounts'>): Fact[] {
	const { purposes, accounts: agreed, looks, media } = venue;
	return told([
		{ key: 'Pictures are welcome in', value: venue.areas.join(', ') },
		{ key: 'Not in', value: venue.areasNotAllowed.join(', ') },
		{ key: 'At which times', value: venue.times },
		{ key: 'Look out for', value: venue.conditions },
		{ key: 'Looked at together', value: looks.map((each) => venueLookNames[each]).join(', ') },
		{ key: 'What for', value: (purposes ?? []).map((each) => purposeNames[each]).join(', ') },
		{
			key: 'Accounts',
			value: (agreed ?? []).map((id) => accounts.get(id) ?? 'an old account').join(', ')
		},
		{ key: 'Posts that we pay for', value: purposes ? (venue.mayPromote ? 'Yes' : 'No') : '' },
		{ key: 'What it is', value: media.map((each) => mediumNames[each]).join(', ') },
		{ key: 'Yes on', value: day(venue.givenOn) },
		{ key: 'Pictures taken from', value: day(venue.firstOn) },
		{ key: 'Pictures taken until', value: day(venue.expiresOn) }
	]);
}

/** Who agreed, how, and what became of it. `now` in ms. */
export function venueProof(venue: Venue, { people }: Pick<Names, 'people'>, now: number): Fact[] {
	const nameOf = (id: string | null) => people.get(id ?? '') ?? '';
	const { signedAt, confirmedAt, copyOn, copyHow, method } = venue;
	const copy = copyHow === null ? day(copyOn) : `${day(copyOn)}, ${copyNames[copyHow]}`;
	return told([
		{ key: 'Code', value: placeCode(venue.id) },
		{ key: 'Who may agree', value: venue.whoMayAgree },
		{ key: 'How to reach them', value: venue.contact ?? '' },
		{ key: 'Asked on', value: day(venue.askedOn) },
		{ key: 'Agreed by', value: venue.agreedBy ?? '' },
		{ key: 'How they answered', value: method ? methodNames[method] : '' },
		{ key: 'Kept', value: signedAt === null ? '' : spokenMoment(signedAt, now) },
		{ key: 'Words of the form', value: venue.wordingVersion ?? '' },
		{ key: 'Written down by', value: nameOf(venue.takenBy) },
		{ key: 'Copy given on', value: copyOn === null ? '' : copy },
		{ key: 'Confirmed by', value: nameOf(venue.confirmedBy) },
		{ key: 'Confirmed on', value: confirmedAt === null ? '' : day(dayOf(confirmedAt)) },
		{ key: 'Note', value: venue.confirmNote ?? '' },
		{ key: 'Said no on', value: day(venue.refusedOn) },
		{ key: 'Taken back on', value: day(venue.withdrawnOn) },
		{ key: 'Taken back how', value: venue.withdrawnHow ?? '' },
		{ key: 'Noted by', value: nameOf(venue.withdrawnBy) },
		{ key: 'What has gone out', value: venue.keepsPosts ? 'May stay. They said so' : '' },
		{ key: 'Kept for a reason in law', value: venue.holdWhy ?? '' },
		{ key: 'Cut down on', value: day(venue.reducedOn) }
	]);
}
