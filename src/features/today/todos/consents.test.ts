/** Who is told of consents and places that wait, and of consents that end. */
import { describe, expect, test } from 'vitest';
import { coordinator, deputy, manager, volunteer } from '#tests/support/actors.ts';
import { consentOf, venueOf } from '#tests/support/consents.ts';
import { titles, todayFacts, told } from '#tests/support/today.ts';
import { todosFor } from '../rules.ts';

describe('a consent', () => {
	const given = consentOf(1, { status: 'given' });

	test('that waits is for the practice managers', () => {
		expect(told({ consents: [given] })).toEqual([manager, deputy]);
		expect(titles(manager, { consents: [given] })).toEqual([
			`Confirm the photo consent of Ada (${given.code})`
		]);
	});

	test('is never for the manager who wrote it down', () => {
		expect(told({ consents: [{ ...given, takenBy: manager.personId }] })).toEqual([deputy]);
	});

	test('with a question is for the person who asked for it', () => {
		const asked = { ...given, question: 'Which of the two is she?' };

		expect(told({ consents: [asked] })).toEqual([volunteer]);
	});

	test('that ends soon is for those who lead and who wrote it down', () => {
		const ending = consentOf(1, { expiresOn: '2026-12-10' });

		expect(told({ consents: [ending] })).toEqual([manager, deputy, coordinator, volunteer]);
		expect(todosFor(todayFacts(volunteer, { consents: [ending] }))[0]).toMatchObject({
			dueOn: '2026-12-10',
			hint: 'Last day: Thursday 10 December. Ask again, or stop using the pictures.',
			colour: 'blue'
		});
	});

	test('that ends within a week is pressing', () => {
		const ending = consentOf(1, { expiresOn: '2026-11-28' });

		expect(todosFor(todayFacts(coordinator, { consents: [ending] }))[0]?.colour).toBe('yellow');
	});

	test('that ends soon is no matter once there is a longer one', () => {
		const ending = consentOf(1, { expiresOn: '2026-12-10' });
		const longer = consentOf(2, { personKey: ending.personKey, status: 'given' });

		expect(titles(coordinator, { consents: [ending, longer] })).toEqual([]);
	});

	test('of many that end soon gives one line', () => {
		const consents = [1, 2, 3, 4].map((number) => consentOf(number, { expiresOn: '2026-12-10' }));

		expect(titles(coordinator, { consents })).toEqual(['4 photo consents end soon']);
	});
});

test('The yes of a place waits for a practice manager who had no part in it', () => {
	const venue = venueOf({ status: 'given', takenBy: deputy.personId });

	expect(told({ venues: [venue] })).toEqual([manager]);
});
