/** What the public reads of what the group posts. Source: S2-12. */
import { describe, expect, test } from 'vitest';
import type { Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { idFor } from '#tests/support/actors.ts';
import { kindsInUse, publicList } from './public-list.ts';

const today = '2026-11-21';
const page = { name: 'Our page', profileUrl: 'https://example.com/ppg', status: 'active' };

function post(number: number, changes: Partial<Post>): Post {
	const made = newPost({ id: idFor(number), createdAt: 0, createdBy: idFor(90) }, { title: 'A' });
	return { ...made, status: 'posted', plannedOn: '2026-11-02', ...changes };
}

describe('the kinds of post in use', () => {
	test('come the most frequent first, and corrections last', () => {
		const posts = [
			post(1, { type: 'correction' }),
			post(2, { type: 'correction' }),
			post(3, { type: 'event' }),
			post(4, { type: 'question' }),
			post(5, { type: 'question' })
		];

		expect(kindsInUse(posts, today)).toEqual(['question', 'event', 'correction']);
	});

	test('are only those that went out in the last twelve months', () => {
		const posts = [
			post(1, { type: 'event', status: 'ready' }),
			post(2, { type: 'share', plannedOn: '2025-10-31' }),
			post(3, { type: 'news', plannedOn: '2025-11-01' }),
			post(4, { type: 'quote', plannedOn: '2026-11-22' })
		];

		expect(kindsInUse(posts, today)).toEqual(['news']);
	});
});

describe('the public list', () => {
	test('says what is posted, and where; closed accounts stay out', () => {
		const closed = { ...page, name: 'Old page', status: 'closed' };

		expect(publicList('Elm Patients', ['event'], [page, closed])).toBe(
			'What Elm Patients posts:\n• Events and meetings, and how to join in\n\n' +
				'Where you find us:\n• Our page: https://example.com/ppg'
		);
	});

	test('is not there while nothing has gone out', () => {
		expect(publicList('Elm Patients', [], [page])).toBeUndefined();
	});
});
