/** PC-32, with its examples. */
import { describe, expect, test } from 'vitest';
import { practiceFactsFindings, type PracticeFacts } from './practice-facts.ts';

const run = (text: string, changes: Partial<PracticeFacts> = {}) =>
	practiceFactsFindings({
		text,
		isServiceUpdate: false,
		isConfirmed: false,
		sourceUrls: [],
		practiceSites: ['exampleton-surgery.nhs.uk'],
		...changes
	});
const news = [
	['The surgery shuts at noon on Friday', 'block'],
	['New GP starts Monday', 'block'],
	['Phones are down', 'warn'],
	['Walk-in flu clinic this Saturday', 'block'],
	['Repeat prescriptions now take 5 days', 'warn']
] as const;

describe('news of the practice', () => {
	test.each(news)('“%s” gives %s', (text, level) => {
		expect(run(text)).toMatchObject([{ check: 'PC-32', level }]);
	});

	test.each(news)('“%s” is fine once the practice manager has confirmed it', (text) => {
		expect(run(text, { isConfirmed: true })).toEqual([]);
	});

	test.each(news)('“%s” is fine with a link to the practice', (text) => {
		const sourceUrls = ['https://www.exampleton-surgery.nhs.uk/news'];
		expect(run(text, { sourceUrls })).toEqual([]);
		expect(run(text, { sourceUrls, practiceSites: [] })).toEqual([]);
	});

	test.each([
		'https://news.example/story',
		'https://fake-exampleton-surgery.nhs.uk/',
		'not a link'
	])('a link to %s is not the word of the practice', (link) => {
		expect(run('Phones are down', { sourceUrls: [link] })).toHaveLength(1);
	});

	test('of the kind “service update” is asked about whatever its words', () => {
		expect(run('See the door.', { isServiceUpdate: true })).toMatchObject([{ level: 'warn' }]);
	});

	test('only the practice manager may let a block pass', () => {
		expect(run('New GP starts Monday')[0]?.override).toEqual({ roles: ['practice-manager'] });
	});
});

describe('what is no news of the practice', () => {
	test.each([
		'Thank you to the reception team',
		'PPG meets on Tuesday',
		'Flu season is coming',
		'Our garden is lovely',
		'Keep an open mind'
	])('“%s” is left alone', (text) => {
		expect(run(text)).toEqual([]);
	});
});
