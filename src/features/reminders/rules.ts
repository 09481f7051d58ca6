/**
 * Questions about reminders: what there is to choose for a role, and what a person chose.
 */
import type { Records, Wishes } from '#domain/reminder.ts';
import { leaders, members, writers, type Role } from '#domain/roles.ts';
import { firstChoice, reminderChoiceRecord, topics, type DutyLead, type Topic } from './record.ts';

export const topicNames: Readonly<Record<Topic, string>> = {
	duty: 'My turn on the rota, or as the backup',
	swap: 'Someone asks me to take a day',
	gap: 'Nobody is on the rota today',
	look: 'Nobody has looked at an account, and I am on duty or lead the group',
	answer: 'Something waits for an answer, and I am on duty or lead the group',
	post: 'A post of mine is due',
	approval: 'A post waits for my yes',
	consent: 'A photo consent waits for me to confirm it',
	ending: 'A photo consent, or the yes of a place, ends in 60, 30 or 7 days',
	takedown: 'A picture must come down, and I am on duty or lead the group',
	numbers: 'The month’s numbers are due'
};

export const dutyLeadNames: Readonly<Record<DutyLead, string>> = {
	morning: 'On the day, at 8am',
	evening: 'The day before, at 6pm',
	'two-days': 'Two days before, at 6pm',
	week: 'A week before, at 6pm'
};

export const postLeadNames = {
	'0': 'At the time',
	'15': '15 minutes before',
	'60': 'An hour before',
	'1440': 'A day before'
} as const;

const managerOnly: readonly Role[] = ['practice-manager'];
const listeners: Readonly<Record<Topic, readonly Role[]>> = {
	duty: members,
	swap: members,
	gap: leaders,
	look: members,
	answer: members,
	post: writers,
	approval: managerOnly,
	consent: managerOnly,
	takedown: members,
	ending: leaders,
	numbers: ['coordinator', 'volunteer']
};

export function topicsFor(role: Role): Topic[] {
	return topics.filter((topic) => listeners[topic].includes(role));
}

/** What a person chose, or what holds before they choose. */
export async function choiceOf(records: Records, personId: string) {
	return (await records.get(reminderChoiceRecord, personId)) ?? firstChoice;
}

export function wishesOf(records: Records, personId: string): Promise<Wishes> {
	return choiceOf(records, personId);
}
