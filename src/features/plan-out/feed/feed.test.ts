/**
 * The plan as a calendar: what is in it, what is not, and what is marked as planned.
 */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Post, Status } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { aMoment, idFor, volunteer } from '#tests/support/actors.ts';
import { eventFile } from '../rules.ts';
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

function feedOf(posts: readonly unknown[]): string {
	const rows = posts.map((row) => ({ row, version: 7, changedAt: aMoment }));
	return planFeed({ groupName: 'Elm Road Patient Group', now: aMoment, rows });
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
