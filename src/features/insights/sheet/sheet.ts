/**
 * What the one-page meeting sheet of a month says, account by account.
 *
 * It adds nothing up over accounts: the same people may follow several of them.
 */
import { addMonths, dayOf, monthOf, spokenMonth } from '#domain/calendar.ts';
import { columnChange, shownCount } from '../figures/people.ts';
import type { InsightNote } from '../record.ts';
import { learnedOf, measures, noteOf, type Measure } from '../rules.ts';

interface SheetRow {
	readonly field: Measure;
	readonly name: string;
	/** '1,240' or 'Not known'. */
	readonly value: string;
	/** '40 more', beside a heading that names last month; empty where there is nothing to say. */
	readonly change: string;
}

export interface SheetPart {
	readonly accountId: string;
	readonly name: string;
	readonly rows: readonly SheetRow[];
	readonly learned: readonly string[];
	readonly willChange: string;
	/** What last month's note promised, and what came of it. */
	readonly promised: string;
	readonly cameOfIt: string;
	readonly told: string;
	readonly didAboutIt: string;
	/** Posts of the plan that are marked as posted; undefined when no posts were handed in. */
	readonly postsInPlan: number | undefined;
}

export interface Sheet {
	readonly month: string;
	readonly title: string;
	readonly parts: readonly SheetPart[];
	/** Names of accounts without a note for the month. */
	readonly missing: readonly string[];
	/** For the foot of the page: where the numbers come from. */
	readonly source: string;
}

interface AccountLike {
	readonly id: string;
	readonly name: string;
	readonly status: string;
	readonly createdAt: number;
}

interface PostLike {
	readonly plannedOn: string | null;
	readonly status: string;
	readonly accounts: readonly string[];
}

export function sheetFor(
	month: string,
	notes: readonly InsightNote[],
	accounts: readonly AccountLike[],
	posts?: readonly PostLike[]
): Sheet {
	const sorted = [...accounts].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
	const parts: SheetPart[] = [];
	const missing: string[] = [];
	for (const account of sorted) {
		const note = noteOf(notes, month, account.id);
		if (note) parts.push(partOf(note, account.name, notes, posts));
		else if (account.status === 'active' && monthOf(dayOf(account.createdAt)) <= month) {
			missing.push(account.name);
		}
	}
	const title = `Our social media in ${spokenMonth(month)}`;
	return { month, title, parts, missing, source: sourceWords(month, posts !== undefined) };
}

function partOf(
	note: InsightNote,
	name: string,
	notes: readonly InsightNote[],
	posts: readonly PostLike[] | undefined
): SheetPart {
	const before = noteOf(notes, addMonths(note.month, -1), note.accountId);
	return {
		accountId: note.accountId,
		name,
		rows: rowsOf(note, before),
		learned: learnedOf(note),
		willChange: note.willChange.trim(),
		promised: before?.willChange.trim() ?? '',
		cameOfIt: note.cameOfIt.trim(),
		told: note.told.trim(),
		didAboutIt: note.didAboutIt.trim(),
		postsInPlan: posts?.filter(
			(post) =>
				post.status === 'posted' &&
				post.plannedOn !== null &&
				monthOf(post.plannedOn) === note.month &&
				post.accounts.includes(note.accountId)
		).length
	};
}

/** Numbers known for this month or the last; what was never counted takes no room. */
function rowsOf(note: InsightNote, before: InsightNote | undefined): SheetRow[] {
	return measures
		.filter(({ field }) => note[field] !== null || (before?.[field] ?? null) !== null)
		.map(({ field, name }) => {
			const value = note[field];
			const change = columnChange(field, value, before?.[field] ?? null);
			return value === null
				? { field, name, value: 'Not known', change: '' }
				: { field, name, value: shownCount(field, value), change };
		});
}

function sourceWords(month: string, hasPosts: boolean): string {
	const numbers =
		`The numbers for ${spokenMonth(month)} were copied by hand from each account’s own page. ` +
		'“Not known” means that nobody had the number. It does not mean 0. ' +
		'Accounts are not added up: the same people may follow more than one.';
	return hasPosts ? `${numbers} “Posted from our plan” counts posts marked as posted.` : numbers;
}
