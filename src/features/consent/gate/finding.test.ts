/** Finding photos by what is known of them. */
import { describe, expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import { consentOf, photoOf, venueOf } from '#tests/support/consents.ts';
import { anyPhoto, factsOf, howMany, isWanted, type Wanted } from './finding.ts';

const day = '2026-11-21';
const photos = [
	photoOf({ id: idFor(0x50), occasion: 'Flu clinic' }),
	photoOf({
		...{ id: idFor(0x51), occasion: 'Summer fair', consentIds: [idFor(2)], credit: 'Photo: Jo' },
		...{ placeKind: 'venue', venueId: venueOf().id, area: 'Reception' }
	}),
	photoOf({ id: idFor(0x52), occasion: '', consentIds: [] }),
	photoOf({ id: idFor(0x53), occasion: 'Old walk', consentIds: [idFor(3)] }),
	photoOf({ id: idFor(0x54), status: 'removed' })
];
const consents = [
	consentOf(1, { expiresOn: '2026-12-31' }),
	consentOf(2, { firstName: 'Ben', status: 'given' }),
	consentOf(3, { firstName: 'Cleo', status: 'withdrawn' })
];
const facts = factsOf(photos, consents, [venueOf()]);

function found(wanted: Partial<Wanted>): string[] {
	return facts
		.filter((each) => isWanted({ ...anyPhoto, ...wanted }, each, day))
		.map(({ photo }) => photo.id.slice(-2));
}

test('Removed photos are not among them', () => {
	expect(found({})).toEqual(['50', '51', '52', '53']);
});

describe('photos are found', () => {
	test.each([
		['by the occasion in the search', { words: 'FLU' }, ['50']],
		['by place and part of it', { words: 'reception surgery' }, ['51']],
		['by first name', { words: 'cleo' }, ['53']],
		['by credit', { words: 'jo' }, ['51']],
		['by occasion', { occasion: 'Summer fair' }, ['51']],
		['by person', { person: consentOf(2).personKey }, ['51']],
		['by venue', { place: venueOf().id }, ['51']],
		['by kind of place', { place: 'public' }, ['50', '52', '53']],
		['by what may be used', { show: 'usable' }, ['50']],
		['by what waits', { show: 'waiting' }, ['51']],
		['by what is not clear', { show: 'not-clear' }, ['52']],
		['by what must not be used', { show: 'said-no' }, ['53']],
		['by a day on which they may be used', { usableOn: '2026-12-31' }, ['50']],
		['by a day after the consent has ended', { usableOn: '2027-01-01' }, []],
		['by all of it together', { words: 'fair', show: 'usable' }, []]
	])('%s', (_, wanted, expected) => {
		expect(found(wanted)).toEqual(expected);
	});
});

test('How many choices are made is counted without the search', () => {
	expect(howMany({ ...anyPhoto, words: 'flu', show: 'usable', person: 'x' })).toBe(2);
});
