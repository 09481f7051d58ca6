/**
 * The made-up numbers of single posts: a file each month for Facebook and Instagram.
 *
 * Facebook counted impressions at first and counts views since: the line of the chart breaks there.
 */
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf, weekdayOf } from '#domain/calendar.ts';
import { beginImport, bringIn, finishImport } from '#features/insights/imports/mutations.ts';
import { maxResultText, type PostResult } from '#features/insights/results/record.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';
import type { SeededPost } from './seed-posts.ts';
import type { Accounts } from './seed-practice-record.ts';

type Brought = Omit<PostResult, 'importId' | 'earlier'>;

const keys = ['facebook', 'instagram'] as const;
const sources = { facebook: 'meta-facebook', instagram: 'meta-instagram' } as const;
const usual = { facebook: 420, instagram: 160 } as const;
/** Months that are newer than the change of the name. */
const monthsOfViews = 6;

export function writeResults(
	diary: Diary,
	{ cerys }: People,
	{ accounts, out }: { accounts: Accounts; out: readonly SeededPost[] }
): void {
	const { startOn, today, lastOn } = diary.time;
	const viewsFrom = addMonths(monthOf(today), -monthsOfViews);
	for (let month = monthOf(startOn); month < monthOf(today); month = addMonths(month, 1)) {
		const broughtOn = addDays(firstDayOf(addMonths(month, 1)), 9);
		if (broughtOn > lastOn) break;
		for (const [index, key] of keys.entries()) {
			const posts = out.filter(
				(post) => monthOf(post.postedOn) === month && post.keys.includes(key)
			);
			if (posts.length === 0) continue;
			const at = momentOf(broughtOn, 16, index * 10);
			const importId = diary.idAt(at);
			const results = posts.map((post) => resultOf(post, key, month >= viewsFrom, broughtOn));
			diary.note(at, cerys.id, beginImport, {
				...{ id: importId, accountId: accounts[key], source: sources[key] },
				...{ fileName: `${key}-${month}.csv`, rows: posts.length, posts: posts.length },
				...{ replaced: 0, firstOn: firstDayOf(month), lastOn: lastDayOf(month) }
			});
			diary.note(at + 60_000, cerys.id, bringIn, {
				...{ importId, rowId: diary.idAt(at + 60_000), fromId: null, month, results }
			});
			diary.note(at + 120_000, cerys.id, finishImport, { id: importId });
		}
	}
}

/** Pictures, questions and evenings do better, and a little of it is chance. */
function resultOf(
	post: SeededPost,
	key: (typeof keys)[number],
	countsViews: boolean,
	takenOn: string
): Brought {
	const { id, number, text, postedOn, hasPicture } = post;
	const isEvening = weekdayOf(postedOn) === 5 && number % 3 !== 0;
	const chance = 0.75 + (((number * 7919) % 101) / 101) * 0.5;
	const helps = (hasPicture ? 1.6 : 1) * (text.includes('?') ? 1.25 : 1) * (isEvening ? 1.2 : 1);
	const seen = Math.round(usual[key] * chance * helps);
	const reactions = Math.round(seen * 0.035 * (isEvening ? 1.6 : 1));
	const comments = Math.round(reactions / 6);
	const shares = Math.round(reactions / 8);
	return {
		...{
			key: `${key}-${number}`,
			link: `https://${key}.example.org/example-patients/posts/${number}`
		},
		...{ postedOn, postedAtMinute: isEvening ? 18 * 60 + 10 : 8 * 60 + 30 + (number % 4) * 5 },
		...{ text: text.slice(0, maxResultText), type: hasPicture ? 'Photos' : 'Text' },
		...{ postId: id, match: 'link', takenOn },
		numbers: {
			...(countsViews || key === 'instagram'
				? { views: seen }
				: { impressions: Math.round(seen * 1.3) }),
			...{ reach: Math.round(seen * 0.7), reactions, comments, shares },
			...(key === 'facebook' ? { linkClicks: Math.round(seen * 0.02) } : {})
		}
	};
}
