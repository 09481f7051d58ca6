/**
 * How a photo stands in the grid.
 */
import { describe, expect, test } from 'vitest';
import { consentOf, photoOf, venueOf } from '#tests/support/consents.ts';
import { photoStanding } from './photo-standing.ts';

const day = '2026-11-21';
const atVenue = photoOf({ placeKind: 'venue', venueId: venueOf().id, area: 'Reception' });

describe('a photo', () => {
	test.each([
		['may be used when everyone said yes', 'usable', photoOf(), [consentOf(1)], undefined],
		[
			'ends soon when one yes does',
			'ends-soon',
			photoOf(),
			[consentOf(1, { expiresOn: '2026-12-01' })],
			undefined
		],
		['waits for who is in it', 'unnamed', photoOf({ consentIds: [] }), [], undefined],
		['waits for its place', 'no-place', photoOf({ placeKind: null }), [consentOf(1)], undefined],
		[
			'waits for the practice',
			'waiting',
			photoOf(),
			[consentOf(1, { status: 'given' })],
			undefined
		],
		[
			'waits for the yes of its place',
			'waiting',
			atVenue,
			[consentOf(1)],
			venueOf({ status: 'asked' })
		],
		[
			'is not used when one person said no',
			'said-no',
			photoOf(),
			[consentOf(1, { status: 'refused' })],
			undefined
		],
		[
			'is not used when its place said no',
			'said-no',
			atVenue,
			[consentOf(1)],
			venueOf({ status: 'withdrawn' })
		]
	])('%s', (_case, state, photo, consents, venue) => {
		expect(photoStanding({ photo, consents, venue }, day).state).toBe(state);
	});

	test('says so in words that need no colour', () => {
		const standing = photoStanding(
			{ photo: photoOf(), consents: [consentOf(1)], venue: undefined },
			day
		);

		expect(standing.words).toBe('✓ May be used');
	});
});
