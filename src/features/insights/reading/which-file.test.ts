/**
 * Which of the platforms' files it is, in whatever letters, and which is the wrong one.
 */
import { describe, expect, test } from 'vitest';
import {
	facebookFile,
	instagramFile,
	posts,
	read,
	readText,
	textOf,
	twitterFile,
	xFile
} from '#tests/support/exports.ts';

describe('which file it is', () => {
	test.each([
		[facebookFile, 'meta-facebook', 4],
		['facebook-short.csv', 'meta-facebook', 2],
		['facebook-impressions.csv', 'meta-facebook', 1],
		[instagramFile, 'meta-instagram', 2],
		['instagram-plays.csv', 'meta-instagram', 1],
		['facebook-before-2023.csv', 'facebook-old', 1],
		[xFile, 'x-posts', 2],
		[twitterFile, 'twitter', 1],
		['linkedin-all-posts.csv', 'linkedin', 1],
		['tiktok.csv', 'tiktok', 1],
		['youtube.csv', 'youtube', 1]
	])('%s is known by its headings', (name, source, count) => {
		const found = posts(read(name));
		expect(found.source).toBe(source);
		expect(found.posts).toHaveLength(count);
		expect(found.troubles).toEqual([]);
	});

	test('an account’s days are totals, not posts', () => {
		expect(read('account_overview_analytics_2026-09-01_2026-09-28.csv')).toMatchObject({
			is: 'days',
			source: 'x-overview',
			months: [
				{ month: '2026-09', days: 4, views: 432, interactions: 16, postsMade: 2 },
				{ month: '2026-10', days: 1, views: 50, interactions: 1, postsMade: 2 }
			]
		});
	});

	test.each([
		['comments.csv', /list of comments/],
		['one-chart.csv', /one chart/]
	])('%s is the wrong file, and is called what it is', (name, words) => {
		const reading = read(name);
		expect(reading).toMatchObject({ is: 'wrong' });
		expect(JSON.stringify(reading)).toMatch(words);
	});

	test.each([
		['posts.xlsx', [0x50, 0x4b, 3, 4, 0], /“Save as”, then “CSV UTF-8”/],
		['posts.xls', [0xd0, 0xcf, 0x11, 0xe0], /“Save as”, then “CSV UTF-8”/],
		['posts.zip', [0x50, 0x4b, 3, 4, 0], /ZIP/],
		['posts.pdf', [0x25, 0x50, 0x44, 0x46], /PDF/],
		['photo.jpg', [0xff, 0xd8, 0xff], /picture/],
		['page.html', [...new TextEncoder().encode('<!DOCTYPE html><p>')], /web page/],
		['empty.csv', [], /empty/]
	])('%s is no table, and it is said what to do', (name, bytes, words) => {
		const reading = read(name, {}, Uint8Array.from(bytes));
		expect(reading.is).toBe('wrong');
		expect(JSON.stringify(reading)).toMatch(words);
	});

	test('a shopping list has no posts', () => {
		expect(readText('milk\nbread\n')).toMatchObject({ is: 'wrong' });
	});
});

describe('letters and marks', () => {
	test('UTF-16 as a spreadsheet writes it, with tabs', () => {
		expect(posts(read('facebook-utf-16.csv')).posts).toEqual(
			posts(read('facebook-short.csv')).posts
		);
	});

	test('UTF-16 the other way round, and without its mark', () => {
		const text = textOf('facebook-short.csv');
		const [big, bare] = [wide(`\uFEFF${text}`, 'big'), wide(text, 'little')];
		const expected = posts(read('facebook-short.csv')).posts;
		expect(posts(read('posts.csv', {}, big)).posts).toEqual(expected);
		expect(posts(read('posts.csv', {}, bare)).posts).toEqual(expected);
	});

	test('the old Windows letters, “;” between cells and 1.204 for 1,204', () => {
		expect(posts(read('facebook-semicolons-windows-letters.csv')).posts[0]).toMatchObject({
			text: 'Café morning; all welcome – free',
			page: 'Alder Street café group',
			numbers: { views: 1204 }
		});
	});

	test('a mark at the start, Windows line ends and unseen letters in headings', () => {
		const text = textOf(facebookFile)
			.replace('Post ID', '\uFEFF\u200BPost ID\u200E ')
			.replaceAll('\n', '\r\n');
		expect(posts(readText(text, facebookFile)).posts.map(({ numbers }) => numbers)).toEqual(
			posts(read(facebookFile)).posts.map(({ numbers }) => numbers)
		);
	});

	test('Excel’s own first line', () => {
		const text = `sep=,\r\n${textOf('facebook-short.csv')}`;
		expect(posts(readText(text)).posts).toHaveLength(2);
	});
});

function wide(text: string, end: 'big' | 'little'): Uint8Array<ArrayBuffer> {
	const bytes = new DataView(new ArrayBuffer(text.length * 2));
	for (let index = 0; index < text.length; index++) {
		bytes.setUint16(index * 2, text.charCodeAt(index), end === 'little');
	}
	return new Uint8Array(bytes.buffer);
}
