/**
 * The plan as a calendar: what is in it, what is not, and what is marked as planned.
 */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Post, Status } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { firstSettings } from '#features/rota/settings/record.ts';
import { aMoment, idFor, otherVolunteer, volunteer } from '#tests/support/actors.ts';
import { aPattern } from '#tests/support/rota-desk.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { dutyFile, eventFile } from '../rules.ts';
import { planFeed } from './feed.ts';

const made = { createdAt: aMoment, createdBy: volunteer.personId };

function aPost(number: number, title: string, more: Partial<Post> = {}): Post {
	const post = newPost({ id: idFor(number), ...made }, { title, plannedOn: '2026-12-03' });
	return { ...post, ...more };
}

function titlesOf(text: string): string[] {
	const calendar = ICAL.Component.fromString(text);
	return calendar
		.getAllSubcomponents('vevent')
		.map((part) => String(part.getFirstPropertyValue('summary')));
}

const { personId, role } = volunteer;
const changed = (row: unknown) => ({ row, version: 7, changedAt: aMoment });

function feedOf(
	posts: readonly unknown[],
	kinds: Readonly<Record<string, unknown[]>> = {}
): string {
	const all = { post: posts, ...kinds };
	const rows = new Map(Object.entries(all).map(([kind, each]) => [kind, each.map(changed)]));
	return planFeed({ groupName: 'Elm Road Patient Group', now: aMoment, personId, role, rows });
}

describe('the calendar of the plan', () => {
	test.each<[Status, string[]]>([
		['idea', ['Planned: Carers']],
		['draft', ['Planned: Carers']],
		['ready', ['Planned: Carers']],
		['approved', ['Carers']],
		['posted', ['Carers']],
		['taken-down', []],
		['dropped', []]
	])('shows a post that is %s as %s', (status, titles) => {
		expect(titlesOf(feedOf([aPost(1, 'Carers', { status })]))).toEqual(titles);
	});

	test('leaves out a post without a day, and what is no post', () => {
		const posts = [aPost(1, 'Some day', { plannedOn: null }), null, { id: 'broken' }, 'words'];

		expect(titlesOf(feedOf(posts))).toEqual([]);
	});

	test('tells nothing but name, day, time and state', () => {
		const secret = {
			text: 'Secret words',
			credit: 'Picture by Secret',
			sourceUrl: 'https://secret.example.org',
			checkedBy: 'Secret Person',
			writerId: volunteer.personId
		};

		const text = feedOf([aPost(1, 'Carers', { ...secret, plannedTime: '09:30' })]);

		expect(text).not.toMatch(/secret/i);
		expect(text).not.toContain(volunteer.personId);
	});

	test('calls the same post by the same name for ever', () => {
		const uid = (post: Post) => /^UID:(.*)$/m.exec(feedOf([post]))?.[1];

		expect(uid(aPost(1, 'Before'))).toBe(
			uid(aPost(1, 'After', { status: 'approved', plannedOn: '2026-12-24' }))
		);
	});
});

describe('my turns on the rota', () => {
	const others = otherVolunteer.personId;
	/** Every Tuesday from 24 November, by turns with another person, who is the backup. */
	const pattern = aPattern({ weekdays: [2], personIds: [personId, others], hasBackup: true });
	const turns = (kinds: Readonly<Record<string, unknown[]>>) => {
		const events = ICAL.Component.fromString(feedOf([], kinds)).getAllSubcomponents('vevent');
		return events.map((part) => {
			const { summary, startDate, uid } = new ICAL.Event(part);
			return { summary, day: startDate.toString(), isDay: startDate.isDate, uid };
		});
	};
	const uid = '2026-11-24/All accounts@noticeboard';

	test('are whole days under the name of the duty; those of others are not there', () => {
		const mine = slot('2026-11-24', personId);
		const theirs = slot('2026-11-25', others);

		expect(turns({ 'rota-slot': [mine, theirs] })).toEqual([
			{ summary: 'Rota: All accounts', day: '2026-11-24', isDay: true, uid }
		]);
		expect(feedOf([], { 'rota-slot': [mine] })).not.toContain(personId);
	});

	test('that repeat are there for a year on, also as the backup, and not on days off', () => {
		const settings = { ...firstSettings, closedOn: ['2026-12-08'] };
		const made = { id: idFor(800), createdAt: 0, createdBy: personId };
		const practice = { ...made, practiceName: 'Test', groupName: 'Test' };
		const found = turns({
			'rota-pattern': [pattern],
			'rota-settings': [{ ...made, ...settings }],
			practice: [practice]
		});

		expect(found.slice(0, 3).map(({ day, summary }) => [day, summary])).toEqual([
			['2026-11-24', 'Rota: All accounts'],
			['2026-12-01', 'Rota, as the backup: All accounts'],
			['2026-12-15', 'Rota, as the backup: All accounts']
		]);
		expect(found.length).toBeGreaterThan(45);
	});

	test('stay the same event when the day gets a record of its own, and go when given back', () => {
		const [planned] = turns({ 'rota-pattern': [pattern] });
		const given = slot('2026-11-24', null);

		expect(planned?.uid).toBe(uid);
		expect(turns({ 'rota-pattern': [pattern], 'rota-slot': [given] })[0]?.day).toBe('2026-12-01');
	});

	test('hold no note and no name', () => {
		const text = feedOf([], { 'rota-slot': [slot('2026-11-24', personId, { note: 'Secret' })] });

		expect(text).not.toMatch(/secret/i);
	});
});

describe('the calendar file of one turn', () => {
	test('is one whole day', () => {
		const text = dutyFile(slot('2026-11-24', personId), personId, aMoment);

		expect(titlesOf(text)).toEqual(['Rota: All accounts']);
		expect(text).toContain('DTSTART;VALUE=DATE:20261124');
	});
});

describe('the calendar file of one post', () => {
	test('is one event with a way back to the post', () => {
		const url = 'https://noticeboard.example/posts/1';

		const text = eventFile(aPost(1, 'Carers', { plannedTime: '09:30' }), { now: aMoment, url });

		expect(titlesOf(text ?? '')).toEqual(['Planned: Carers']);
		expect(text).toContain(`URL:${url}`);
	});

	test('is not there without a day', () => {
		const post = aPost(1, 'Carers', { plannedOn: null });

		expect(eventFile(post, { now: aMoment, url: null })).toBeUndefined();
	});
});
