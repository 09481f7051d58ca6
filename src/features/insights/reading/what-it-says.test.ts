/**
 * What is read from a platform's file, and every way in which files go wrong.
 */
import { describe, expect, test } from 'vitest';
import {
	facebookFile,
	posts,
	read,
	readText,
	textOf,
	twitterFile,
	xFile
} from '#tests/support/exports.ts';

describe('what a file says', () => {
	test('a Facebook page: captions with commas, quotes and line ends, and the platform’s own names', () => {
		const [first, second] = posts(read(facebookFile)).posts;
		expect(first).toEqual({
			line: 2,
			key: '122158000000000101',
			link: 'https://www.facebook.com/alderstreetppg/posts/122158000000000101',
			postedOn: '2026-09-03',
			postedAtMinute: 75,
			text: 'The flu clinic is open on Saturday, 9am to 1pm. No need to book: just walk in.',
			type: 'Photos',
			page: 'Alder Street patient group',
			numbers: {
				...{ views: 1234, reach: 812, interactions: 41, reactions: 30 },
				...{ comments: 4, shares: 7, clicks: 58, linkClicks: 12 }
			}
		});
		expect(second?.text).toBe('"You said, we did": the phone queue is shorter now');
	});

	test('a blank, “N/A” and “--” are not given, and never 0', () => {
		const [, second, third, fourth] = posts(read(facebookFile)).posts;
		expect(second?.numbers).not.toHaveProperty('linkClicks');
		expect(third?.numbers).toEqual({
			views: 388,
			reach: 300,
			shares: 1,
			clicks: 22,
			linkClicks: 20
		});
		expect(fourth?.numbers).toMatchObject({ comments: 0, linkClicks: 0 });
	});

	test('names of other people’s accounts in a text are left out', () => {
		expect(posts(read(facebookFile)).posts[3]?.text).toContain('Thanks to @… for the poster.');
	});

	test('who posted it is left out', () => {
		expect(JSON.stringify(read('linkedin-all-posts.csv'))).not.toContain('Someone');
	});

	test('the word Lifetime in the column Date is no day', () => {
		expect(posts(read(facebookFile)).isDaily).toBe(false);
		const german = textOf(facebookFile).replaceAll('Lifetime', 'Gesamte Laufzeit');
		expect(posts(readText(german)).isDaily).toBe(false);
	});

	test('renamed numbers keep the name that the platform gave them', () => {
		expect(posts(read('facebook-impressions.csv')).posts[0]?.numbers).toMatchObject({
			impressions: 701
		});
		expect(posts(read('facebook-impressions.csv')).posts[0]?.numbers).not.toHaveProperty('views');
		expect(posts(read('instagram-plays.csv')).posts[0]?.numbers).toMatchObject({
			impressions: 530,
			plays: 402
		});
		expect(posts(read('facebook-short.csv')).posts[0]?.numbers).toMatchObject({
			views: 900,
			viewers: 610,
			interactions: 33
		});
	});

	test('X writes days in words, with no time of day', () => {
		expect(posts(read(xFile)).posts[0]).toMatchObject({
			key: '2060000000000000001',
			postedOn: '2026-09-04',
			postedAtMinute: null,
			numbers: { impressions: 1508, comments: 2, reposts: 3, linkClicks: 6 }
		});
	});

	test('where the zone is said, the time is put on the UK clock', () => {
		expect(posts(read(twitterFile)).posts[0]).toMatchObject({
			postedOn: '2022-06-01',
			postedAtMinute: 23 * 60 + 30
		});
	});

	test('LinkedIn has a note above its heading', () => {
		expect(posts(read('linkedin-all-posts.csv')).posts[0]).toMatchObject({
			line: 3,
			postedOn: '2026-09-15',
			numbers: { impressions: 130, clicks: 6, likes: 9 }
		});
	});

	test('the old Facebook file explains its numbers in a second line, and “;” stands between cells', () => {
		expect(posts(read('facebook-before-2023.csv')).posts[0]).toMatchObject({
			postedOn: '2021-04-23',
			postedAtMinute: 20 * 60,
			text: 'Clap for the surgery; thank you all',
			numbers: { reach: 640, impressions: 1100 }
		});
	});

	test('YouTube’s line of totals is no post', () => {
		expect(posts(read('youtube.csv')).posts.map(({ key }) => key)).toEqual(['AbCdEfGhIjK']);
	});
});

describe('days', () => {
	test('one post late in a month settles which number is the month, for the whole file', () => {
		const found = posts(read(facebookFile));
		expect(found.order).toBeUndefined();
		expect(found.posts.map(({ postedOn }) => postedOn)).toEqual([
			...['2026-09-03', '2026-09-10', '2026-09-17', '2026-09-28']
		]);
	});

	test('else the name of the file settles it', () => {
		expect(
			posts(read('Feb-01-2026_Feb-28-2026_1234567890.csv')).posts.map(({ postedOn }) => postedOn)
		).toEqual(['2026-02-03', '2026-02-09']);
		expect(posts(read('Feb-01-2026_Feb-28-2026_1234567890.csv')).order).toBe('month-first');
	});

	test('else it is asked, and the answer counts', () => {
		const name = 'instagram-unclear-days.csv';
		expect(read(name)).toEqual({
			is: 'order-asked',
			written: '02/03/2026 11:00',
			monthFirst: { firstOn: '2026-02-03', lastOn: '2026-02-09' },
			dayFirst: { firstOn: '2026-03-02', lastOn: '2026-09-02' }
		});
		expect(posts(read(name, { order: 'day-first' })).posts[0]?.postedOn).toBe('2026-03-02');
	});

	test('a day that would be still to come can only be read the other way', () => {
		expect(
			posts(read('instagram-unclear-days.csv', { today: '2026-02-20' })).posts[0]?.postedOn
		).toBe('2026-02-03');
	});

	test('both ways in one file: a spreadsheet has changed it, and it is refused', () => {
		const reading = read('facebook-saved-in-a-spreadsheet-days.csv');
		expect(reading.is).toBe('wrong');
		expect(JSON.stringify(reading)).toContain('Download the file again and do not open it');
	});
});

describe('files that are not what they seem', () => {
	test('a line for each post and day is added up and said; people are not added up', () => {
		const found = posts(read('facebook-day-by-day.csv'));
		expect(found.isDaily).toBe(true);
		expect(found.notes.join()).toContain('We added the days up');
		expect(found.posts.map(({ key, numbers }) => [key, numbers])).toEqual([
			[
				'122158000000000101',
				{ interactions: 154, reactions: 146, comments: 4, shares: 4, linkClicks: 6 }
			],
			[
				'122158000000000102',
				{ interactions: 74, reactions: 66, comments: 4, shares: 4, linkClicks: 6 }
			]
		]);
	});

	test('spoiled ids: the link says which post it is, with advice; without one the line is named', () => {
		const found = posts(read('facebook-spoiled-ids.csv'));
		expect(found.posts.map(({ key }) => key)).toEqual([
			'facebook.com/alderstreetppg/posts/122158000000000101'
		]);
		expect(found.notes.join()).toContain('not to open it in a spreadsheet');
		expect(found.troubles.map(({ line }) => line)).toEqual([3]);
		expect(found.troubles[0]?.words).toContain('spoiled');
	});

	test('ids that all end in noughts are spoiled too', () => {
		const text = textOf('facebook-short.csv').replaceAll(/(12215800000000)02\d\d/g, '$10000');
		const found = posts(readText(text));
		expect(found.posts[0]?.key).toMatch(/^facebook\.com/);
	});

	test('a post that is in the file twice counts once, with its last line', () => {
		const [heading = '', first = ''] = textOf('facebook-short.csv').split('\n');
		const again = first.replace(',900,', ',950,');
		const found = posts(readText([heading, first, again].join('\n')));
		expect(found.posts.map(({ numbers }) => numbers.views)).toEqual([950]);
		expect(found.notes.join()).toContain('twice');
	});

	test('a file of several pages says of each post whose it is', () => {
		expect(new Set(posts(read('two-pages.csv')).posts.map(({ page }) => page)).size).toBe(2);
	});

	test('lines that cannot be read are named by their number, and the others count', () => {
		const [heading = '', first = '', second = ''] = textOf('facebook-short.csv').split('\n');
		const noDay = first.replace('10/14/2026 09:20', 'soon');
		const noNumber = second.replace(',1500,', ',1.5K,');
		const later = second.replace('10/02/2026', '12/25/2026').replaceAll('0202', '0203');
		const found = posts(readText([heading, noDay, noNumber, later, ',,,'].join('\n')));
		expect(found.posts).toHaveLength(1);
		expect(found.troubles).toEqual([
			{ line: 2, words: 'The day cannot be read.' },
			{ line: 3, words: '“1.5K” is no number.' },
			{ line: 4, words: 'The day is still to come.' }
		]);
		expect(found.troubleCount).toBe(3);
	});
});

describe('a file of 50,000 lines', () => {
	test('is read whole, and says how far it is', () => {
		const [heading = ''] = textOf(xFile).split('\n');
		const line = (number: number) =>
			`${number},"Fri, Sep 4, 2026","Words, and\nmore ${number}",https://x.com/ppg/status/${number},"1,508",6,21,1,0,1,2,3,4,5,6,0,0`;
		const lines = Array.from({ length: 50_000 }, (_, index) => line(index + 1));
		const told: number[] = [];

		const found = posts(
			readText([heading, ...lines].join('\n'), 'x.csv', {}, (done, total) =>
				told.push(done / total)
			)
		);

		expect(found.posts).toHaveLength(50_000);
		expect(found.posts.at(-1)).toMatchObject({ key: '50000', text: 'Words, and more 50000' });
		expect(told.length).toBeGreaterThan(10);
		expect(told).toEqual(told.toSorted((one, other) => one - other));
		expect(told.at(-1)).toBe(1);
	});
});

describe('headings that we do not know', () => {
	test('are asked about, and the answer is used the next time', () => {
		const asked = read('facebook-svenska.csv');
		if (asked.is !== 'columns-asked') throw new Error(asked.is);
		expect(asked.columns.find(({ header }) => header === 'räckvidd')).toEqual({
			header: 'räckvidd',
			words: 'Räckvidd',
			sample: '150',
			guess: 'reach'
		});

		const { signature } = asked;
		const columns = asked.columns.map(({ header, guess }) => ({ header, means: guess }));
		const found = posts(read('facebook-svenska.csv', { remembered: [{ signature, columns }] }));

		expect(found.posts).toMatchObject([
			{ key: '122158000000000301', postedOn: '2026-10-20', numbers: { views: 200, reach: 150 } }
		]);
	});
});
