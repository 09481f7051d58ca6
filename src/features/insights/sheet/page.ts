/**
 * The month on one page, for the meeting: numbers, what they tell, what was learned, what will
 * change, what became of last time, what people told us, and what there is to do.
 *
 * It keeps to one side of A4: long words are cut, long lists are counted, and it says so.
 */
import { addMonths, spokenDay, spokenMonth } from '#domain/calendar.ts';
import type { Action } from '#features/meetings/record.ts';
import { byDue } from '#features/meetings/rules.ts';
import { goalsOf } from '../figures/goals.ts';
import { peopleWords } from '../figures/people.ts';
import { quarterOf } from '../reviews/rules.ts';
import type { InsightNote } from '../record.ts';
import { verdictNames, type AccountReview } from '../reviews/record.ts';
import { accountsMissing, learnedOf, noteOf } from '../rules.ts';
import { goalSentence } from '../sentences/goals.ts';
import { listWords } from '../sentences/plan.ts';
import { inShort, monthSentences, type MonthFacts } from '../sentences/month.ts';
import { checkWords } from '../settings/rules.ts';
import type { InsightSettings } from '../settings/record.ts';
import { themeSortNames, type Theme } from '../themes/record.ts';
import { fitsPage } from './fit.ts';
import { clipped, inTurn } from './room.ts';
import { numberTable } from './numbers.ts';
import type { Promised, Said, SheetPage } from './shape.ts';

export interface PageFacts extends MonthFacts {
	readonly accounts: readonly {
		readonly id: string;
		readonly name: string;
		readonly status: string;
		readonly createdAt: number;
	}[];
	readonly themes: readonly Theme[];
	readonly settings: InsightSettings;
	readonly reviews: readonly AccountReview[];
	/** Of the meeting before the one at which this sheet is shown. */
	readonly actions: readonly Action[];
	readonly nameOf: (personId: string) => string;
	/** Whether there is a chart to put on it. */
	readonly hasChart: boolean;
	/** The day of the meeting at which it is shown. */
	readonly meetingOn: string | undefined;
}

/** How much of each there may be. The next one is taken where the page would not fit. */
const rooms = [
	{
		most: { short: 4, learned: 3, change: 3, lastTime: 2, said: 2, themes: 4, actions: 5 },
		letters: { learned: 200, change: 200, promised: 130, said: 190, line: 220 }
	},
	{
		most: { short: 4, learned: 3, change: 2, lastTime: 2, said: 1, themes: 3, actions: 4 },
		letters: { learned: 140, change: 140, promised: 90, said: 120, line: 150 }
	},
	{
		most: { short: 3, learned: 3, change: 2, lastTime: 1, said: 1, themes: 2, actions: 3 },
		letters: { learned: 110, change: 110, promised: 70, said: 90, line: 110 }
	}
] as const;
type Room = (typeof rooms)[number];

/** The page with as many words as there is room for. */
export function pageFor(facts: PageFacts): SheetPage {
	const [whole, shorter, shortest] = rooms;
	const pages = [pageWith(facts, whole), pageWith(facts, shorter)];
	// A chart is worth a few words.
	const withChart = facts.hasChart ? pages.find((page) => fitsPage(page, true)) : undefined;
	return withChart ?? pages.find((page) => fitsPage(page, false)) ?? pageWith(facts, shortest);
}

function pageWith(facts: PageFacts, { most, letters }: Room): SheetPage {
	const { month, notes, accounts, today, settings } = facts;
	const own = ownNotes(facts);
	const several = own.length > 1;
	const said = (note: InsightNote, words: string): Said => ({
		account: several ? nameIn(facts, note) : '',
		words: words.trim()
	});
	const each = (read: (note: InsightNote) => string) =>
		own.map((note) => said(note, read(note))).filter(({ words }) => words !== '');
	const cut = (list: readonly Said[], count: number, length: number) =>
		list.slice(0, count).map(({ account, words }) => ({ account, words: clipped(words, length) }));

	const learned = inTurn(own.map((note) => learnedOf(note).map((words) => said(note, words))));
	const change = each(({ willChange }) => willChange);
	const told = settings.showsTold ? facts.themes.filter((theme) => theme.month === month) : [];
	const agreed = [...facts.actions].sort(byDue);
	const lastTime = promisesOf(facts, own, said);
	const sentences = monthSentences(facts).filter(({ id }) => !id.startsWith('goal/'));
	const praised = settings.showsTold ? each(({ praise }) => praise) : [];
	const hard = settings.showsTold ? each((note) => note.told) : [];
	const did = settings.showsTold ? each(({ didAboutIt }) => didAboutIt) : [];
	// Themes say it in numbers: then fewer words of single notes.
	const saidMost = told.length > 0 ? 1 : most.said;
	const left = [
		moreWords(learned.length - most.learned, 'thing learned', 'things learned'),
		moreWords(told.length - most.themes, 'theme', 'themes'),
		moreWords(agreed.length - most.actions, 'thing to do', 'things to do')
	].filter((words) => words !== '');
	const missing = accountsMissing(notes, accounts, month).map(({ name }) => name);
	return {
		month,
		title: `Our social media in ${spokenMonth(month)}`,
		occasion: facts.meetingOn ? `For the meeting on ${spokenDay(facts.meetingOn, today)}` : '',
		isEmpty: own.length === 0 && accounts.every(({ id }) => isBare(facts, id)),
		short: inShort(sentences, most.short),
		goals: goalsOf(facts.objectives, notes, month)
			.map(goalSentence)
			.map((sentence) => ({ ...sentence, words: clipped(sentence.words, letters.line) })),
		numbers: numberTable(facts.figures, shownAccounts(facts), month),
		learned: cut(learned, most.learned, letters.learned),
		change: cut(change, most.change, letters.change),
		lastTime: lastTime.slice(0, most.lastTime).map(({ account, words, cameOfIt }) => ({
			account,
			words: clipped(words, letters.promised),
			cameOfIt: clipped(cameOfIt, letters.promised)
		})),
		liked: cut(praised, saidMost, letters.said),
		hard: cut(hard, saidMost, letters.said),
		did: cut(did, saidMost, letters.said),
		themes: [...told]
			.sort(byCount)
			.slice(0, most.themes)
			.map((theme) => toldOf(theme, letters.promised)),
		actions: agreed.slice(0, most.actions).map((action) => {
			const agreedAction = agreedOf(action, facts);
			return { ...agreedAction, what: clipped(agreedAction.what, letters.line - 50) };
		}),
		reviews: reviewsOf(facts, letters.promised),
		check: checkWords(settings, today),
		left: [
			...(missing.length > 0 ? [`Notes not whole yet: ${missing.join(', ')}.`] : []),
			...(left.length > 0 ? [`In the app: ${left.join(', ')}.`] : [])
		],
		source: sourceWords(facts)
	};
}

function ownNotes({ notes, accounts, month }: PageFacts): InsightNote[] {
	return byName(accounts).flatMap(({ id }) => noteOf(notes, month, id) ?? []);
}

/** Those in use, and any other of which something is known. */
function shownAccounts(facts: PageFacts) {
	return byName(facts.accounts).filter(
		({ id, status }) => status === 'active' || !isBare(facts, id)
	);
}

function isBare({ figures, month }: PageFacts, accountId: string): boolean {
	const found = figures.at(accountId, month);
	return Object.keys(found.figures).length === 0;
}

function byName<Account extends { readonly name: string }>(
	accounts: readonly Account[]
): Account[] {
	return [...accounts].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

function nameIn({ accounts }: PageFacts, { accountId }: InsightNote): string {
	return accounts.find(({ id }) => id === accountId)?.name ?? '';
}

function promisesOf(
	{ notes, month }: PageFacts,
	own: readonly InsightNote[],
	said: (note: InsightNote, words: string) => Said
): Promised[] {
	return own.flatMap((note) => {
		const before = noteOf(notes, addMonths(month, -1), note.accountId);
		const promised = before?.willChange.trim() ?? '';
		const cameOfIt = note.cameOfIt.trim();
		return promised === '' ? [] : [{ ...said(note, promised), cameOfIt }];
	});
}

/** Most people first; what nobody counted comes last. */
export function byCount(one: Theme, other: Theme): number {
	return (other.count ?? 0) - (one.count ?? 0) || one.theme.localeCompare(other.theme, 'en-GB');
}

function toldOf(
	{ id, theme, sort, count, passedTo, cameOfIt }: Theme,
	mostLetters: number
): SheetPage['themes'][number] {
	const people = count === null ? '' : `, ${peopleWords(count)} people`;
	const passed = passedTo === '' ? 'Not passed on yet.' : `Passed to ${passedTo}.`;
	return {
		id,
		theme,
		count: `${themeSortNames[sort]}${people}`,
		after: `${passed}${cameOfIt === '' ? '' : ` ${clipped(cameOfIt, mostLetters)}`}`
	};
}

function agreedOf(
	{ id, what, whoId, dueOn, isDone }: Action,
	facts: PageFacts
): SheetPage['actions'][number] {
	const who = whoId === null ? 'nobody yet' : facts.nameOf(whoId);
	return {
		...{ id, what, isDone: isDone === 'yes' },
		who: isDone === 'yes' ? `${who}, done` : `${who}, by ${spokenDay(dueOn, facts.today)}`
	};
}

/** What was decided about accounts after the newest quarter; those that are kept in one line. */
function reviewsOf({ reviews, accounts, month }: PageFacts, mostLetters: number): Said[] {
	const quarter = quarterOf(addMonths(month, -2));
	const decided = byName(accounts).flatMap(({ id, name }) => {
		const review = reviews.find((each) => each.accountId === id && each.quarter === quarter);
		return review ? [{ name, ...review }] : [];
	});
	const kept = decided.filter(({ verdict }) => verdict === 'keep').map(({ name }) => name);
	const others = decided.filter(({ verdict }) => verdict !== 'keep');
	return [
		...(kept.length > 0 ? [{ account: 'We keep', words: `${listWords(kept)}.` }] : []),
		...others.map(({ name, verdict, why }) => ({
			account: name,
			words: `${verdictNames[verdict].toLowerCase()}. ${clipped(why, mostLetters)}`.trim()
		}))
	];
}

function moreWords(count: number, one: string, more: string): string {
	if (count <= 0) return '';
	return `${count} more ${count === 1 ? one : more}`;
}

function sourceWords({ month, figures, accounts }: PageFacts): string {
	const isCounted = accounts.some(({ id }) =>
		Object.values(figures.at(id, month).figures).some(({ from }) => from === 'posts')
	);
	const posts = isCounted ? ' or added up from the platform’s file of single posts' : '';
	return (
		`Numbers are copied from each account’s own page${posts}. “–” means that nobody has the ` +
		'number, not 0. * means small numbers: it may be chance. People are not added up over ' +
		'accounts: the same ones may follow more than one.'
	);
}
