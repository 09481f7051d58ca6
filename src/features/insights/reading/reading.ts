/**
 * What a file was found to be, for the screen that asks “Right?”.
 */
import type { PostResult } from '../results/record.ts';
import type { Order, Range } from './dates.ts';
import type { Field } from './sources.ts';

/** Lines of cells, as a file has them. */
export type Table = readonly (readonly string[])[];

/** A post as a file has it. */
export interface ReadPost {
	/** Line of the table; the heading of most files is line 1. */
	readonly line: number;
	readonly key: string;
	readonly link: string;
	readonly postedOn: string;
	readonly postedAtMinute: number | null;
	/** More than is kept: the plan is looked through with it. */
	readonly text: string;
	readonly type: string;
	/** The page's own name, where a file can hold several. */
	readonly page: string;
	readonly numbers: PostResult['numbers'];
}

export interface Trouble {
	readonly line: number;
	readonly words: string;
}

interface Found {
	readonly source: string;
	/** 'Facebook page' */
	readonly name: string;
	/** Ids of platforms; empty where any may be meant. */
	readonly platforms: readonly string[];
	readonly rows: number;
	/** What a person should know of how it was read. */
	readonly notes: readonly string[];
}

export interface PostsFound extends Found {
	readonly is: 'posts';
	readonly posts: readonly ReadPost[];
	/** The first lines that could not be read. */
	readonly troubles: readonly Trouble[];
	readonly troubleCount: number;
	/** Numbers of single days, added up: less than the whole. */
	readonly isDaily: boolean;
	/** Undefined where the days can be read one way only. */
	readonly order: Order | undefined;
}

export interface DaysFound extends Found {
	readonly is: 'days';
	readonly months: readonly MonthTotal[];
}

export interface MonthTotal {
	readonly month: string;
	readonly days: number;
	readonly views: number | null;
	readonly interactions: number | null;
	readonly postsMade: number | null;
}

/** Half of all days can be read both ways; a person has to say which it is. */
export interface OrderAsked {
	readonly is: 'order-asked';
	readonly written: string;
	readonly monthFirst: Range;
	readonly dayFirst: Range;
}

export interface ColumnsAsked {
	readonly is: 'columns-asked';
	readonly signature: string;
	readonly columns: readonly {
		readonly header: string;
		/** As the file writes it. */
		readonly words: string;
		readonly sample: string;
		readonly guess: Field;
	}[];
}

export interface WrongFile {
	readonly is: 'wrong';
	readonly message: string;
}

export type Reading = PostsFound | DaysFound | OrderAsked | ColumnsAsked | WrongFile;

/** Everything besides the table that decides how it is read. */
export interface Circumstances {
	readonly fileName: string;
	readonly today: string;
	/** What a person has said. */
	readonly order?: Order | undefined;
	readonly remembered: readonly RememberedColumns[];
}

interface RememberedColumns {
	readonly signature: string;
	readonly columns: readonly { readonly header: string; readonly means: Field }[];
}
