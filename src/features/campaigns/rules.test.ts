/**
 * What hashtags a text holds, which need a look, when a campaign runs, how an objective stands.
 */
import { describe, expect, test } from 'vitest';
import { emptyNote, insightNoteRecord, type InsightNote } from '#features/insights/record.ts';
import { readRow } from '#domain/record.ts';
import { aMoment, idFor, volunteer } from '#tests/support/actors.ts';
import type { Campaign, Hashtag, Objective } from './record.ts';
import {
	countOf,
	datesInWords,
	hashtagKey,
	isChecked,
	openCampaigns,
	tagsIn,
	timeOf,
	typedCount,
	watchOf
} from './rules.ts';

const today = '2026-11-21';
const made = { createdAt: aMoment, createdBy: volunteer.personId };

function aTag(tag: string, checkedCleanOn: string | null): Hashtag {
	return {
		...{ id: idFor(1), ...made, tag, key: hashtagKey(tag), purpose: 'Flu', campaignId: null },
		...{ checkedCleanOn, checkedBy: null }
	};
}

function aCampaign(more: Partial<Campaign> = {}): Campaign {
	return {
		...{ id: idFor(1), ...made, title: 'Flu', wish: '', objectiveId: null, outcome: '' },
		...{ firstOn: null, lastOn: null, endedOn: null },
		...more
	};
}

function anObjective(more: Partial<Objective> = {}): Objective {
	return {
		...{ id: idFor(1), ...made, title: 'Followers', watch: 'followers', ownWatch: '' },
		...{ goal: null, ownCount: null, ownCountOn: null },
		...more
	};
}

function aNote(month: string, number: number, more: Partial<InsightNote>): InsightNote {
	const row = { id: idFor(number), ...made, ...emptyNote(month, idFor(number)), ...more };
	return readRow(insightNoteRecord, row.id, row);
}

describe('the hashtags of a text', () => {
	test.each([
		['Book now #FluJab', ['#FluJab']],
		['#FluJab, #Carers. (#Ask_Us)', ['#FluJab', '#Carers', '#Ask_Us']],
		['#FluJab and #flujab again', ['#FluJab']],
		['Room #2, page a#b, &#39; and https://x.example/#top', []],
		['#Santé #Über2026 #流感', ['#Santé', '#Über2026', '#流感']],
		['##double # alone', []],
		['', []]
	])('in %j are %j', (text, tags) => {
		expect(tagsIn(text)).toEqual(tags);
	});

	test('a look holds for 90 days', () => {
		expect(isChecked(aTag('#Tag', '2026-08-23'), today)).toBe(true);
		expect(isChecked(aTag('#Tag', '2026-08-22'), today)).toBe(false);
	});
});

describe('a campaign', () => {
	test.each([
		[{}, 'running'],
		[{ firstOn: '2026-11-21' }, 'running'],
		[{ firstOn: '2026-11-22' }, 'to-come'],
		[{ lastOn: '2026-11-21' }, 'running'],
		[{ lastOn: '2026-11-20' }, 'over'],
		[{ firstOn: '2026-12-01', endedOn: '2026-11-20' }, 'over']
	] as const)('with %j is %s', (dates, time) => {
		expect(timeOf(aCampaign(dates), today)).toBe(time);
	});

	test('to choose from comes with what runs first and nothing that is over', () => {
		const campaigns = [
			aCampaign({ title: 'Over', endedOn: today }),
			aCampaign({ title: 'Later', firstOn: '2027-01-01' }),
			aCampaign({ title: 'Now' })
		];

		expect(openCampaigns(campaigns, today).map(({ title }) => title)).toEqual(['Now', 'Later']);
	});

	test.each([
		[{ firstOn: null, lastOn: null }, 'No dates yet'],
		[{ firstOn: '2026-12-03', lastOn: null }, 'From Thursday 3 December'],
		[{ firstOn: null, lastOn: '2027-01-01' }, 'Until Friday 1 January 2027'],
		[{ firstOn: '2026-12-03', lastOn: '2026-12-03' }, 'Thursday 3 December'],
		[{ firstOn: '2026-12-03', lastOn: '2026-12-04' }, 'Thursday 3 December to Friday 4 December']
	])('with %j says %s', (dates, words) => {
		expect(datesInWords(dates, today)).toBe(words);
	});
});

test.each([
	['', null],
	[' ', null],
	['1,500', 1500],
	['0', 0],
	['many', undefined],
	['-3', undefined],
	['1.5', undefined],
	['12345678901', undefined]
])('the typed number %j is %j', (typed, count) => {
	expect(typedCount(typed)).toBe(count);
});

describe('the number of an objective', () => {
	test('adds up all accounts of the newest month that has one', () => {
		const notes = [
			aNote('2026-09', 11, { linkClicks: 999 }),
			aNote('2026-10', 12, { linkClicks: 300 }),
			aNote('2026-10', 13, { linkClicks: 45 }),
			aNote('2026-11', 14, { reach: 80 })
		];

		expect(countOf(anObjective({ watch: 'linkClicks' }), notes, today)).toEqual({
			...{ count: 345, when: 'October 2026', isLeast: false }
		});
	});

	test('never adds up people, who may follow several accounts', () => {
		const notes = [
			aNote('2026-10', 12, { followers: 300 }),
			aNote('2026-10', 13, { followers: 45 }),
			aNote('2026-10', 14, { reach: 80 })
		];

		expect(countOf(anObjective(), notes, today)).toMatchObject({ count: 300, isLeast: true });
		expect(countOf(anObjective(), notes.slice(0, 1), today)).toMatchObject({ isLeast: false });
	});

	test('is unknown while nobody has noted one, and zero is a number', () => {
		expect(countOf(anObjective(), [aNote('2026-10', 12, {})], today)).toBeUndefined();
		expect(countOf(anObjective(), [aNote('2026-10', 12, { followers: 0 })], today)?.count).toBe(0);
	});

	test('counted by hand is the last count with its day', () => {
		const own = anObjective({ watch: 'own', ownWatch: 'Members', ownCount: 12 });

		expect(watchOf(own)).toBe('Members');
		expect(countOf(own, [], today)).toBeUndefined();
		expect(countOf({ ...own, ownCountOn: '2026-11-03' }, [], today)).toEqual({
			...{ count: 12, when: 'Tuesday 3 November', isLeast: false }
		});
	});
});
