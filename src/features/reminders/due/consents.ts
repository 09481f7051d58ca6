/**
 * A photo consent that waits for the practice manager, one that ends, and the yes of a place that
 * ends. They name nobody.
 */
import { addDays } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { Reminder, ReminderRule } from '#domain/reminder.ts';
import { consentRecord, venueRecord } from '#features/consent/record.ts';
import { warningDays } from '#features/consent/life/rules.ts';
import { endingSoon, mayConfirm, waitsForAnswer } from '#features/consent/rules.ts';
import { topicsFor } from '../rules.ts';

const givenTime = '08:00';
const usefulDays = 7;

export const consentReminder: ReminderRule = {
	topic: 'consent',
	async due(records, { personId, role, today }) {
		if (!topicsFor(role).includes('consent')) return [];
		const consents = await records.by(consentRecord, 'status', 'given');
		return consents
			.filter((consent) => mayConfirm({ personId, role }, consent, today))
			.filter((consent) => !waitsForAnswer(consent))
			.map(({ id, givenOn }) => ({
				key: `consent/${id}/${givenOn ?? ''}`,
				at: momentOf(givenOn ?? today, givenTime),
				until: momentOf(addDays(givenOn ?? today, usefulDays), givenTime),
				title: 'A photo consent waits for you',
				text: 'Look at it, then confirm it or ask about it.',
				path: `/consents/${id}`
			}));
	}
};

/** Sixty, thirty and seven days before its end, once each. */
export const endingReminder: ReminderRule = {
	topic: 'ending',
	async due(records, { role, today }) {
		if (!topicsFor(role).includes('ending')) return [];
		const confirmed = await records.by(consentRecord, 'status', 'confirmed');
		const places = await records.by(venueRecord, 'status', 'confirmed');
		return [
			...endingSoon(confirmed, today).flatMap(({ id, expiresOn }) =>
				warnings(expiresOn ?? today, {
					key: `ending/${id}`,
					what: 'A photo consent',
					text: 'Ask again, or stop using the pictures.',
					path: `/consents/${id}`
				})
			),
			...places
				.filter(({ expiresOn }) => expiresOn !== null && expiresOn >= today)
				.flatMap(({ id, expiresOn }) =>
					warnings(expiresOn ?? today, {
						key: `ending/${id}`,
						what: 'The yes of a place',
						text: 'Ask the owner again before you take more pictures there.',
						path: `/venues/${id}`
					})
				)
		];
	}
};

interface Ending {
	readonly key: string;
	readonly what: string;
	readonly text: string;
	readonly path: string;
}

function warnings(endsOn: string, { key, what, text, path }: Ending): Reminder[] {
	const on = (ahead: number) => momentOf(addDays(endsOn, -ahead), givenTime);
	return warningDays.map((days, index) => ({
		key: `${key}/${endsOn}/${days}`,
		at: on(days),
		until: on(warningDays[index + 1] ?? 0),
		title: `${what} ends in ${days} days`,
		...{ text, path }
	}));
}
