/**
 * What stands on the sheet of a month, ready to be drawn: on paper, on the screen, step by step.
 */
import type { Sentence } from '../sentences/sentence.ts';
import type { NumberTable } from './numbers.ts';

/** Words of one account's note. The account is named where there are several. */
export interface Said {
	readonly account: string;
	readonly words: string;
}
export interface Promised extends Said {
	/** Empty: nobody has written what came of it. */
	readonly cameOfIt: string;
}
interface Told {
	readonly id: string;
	readonly theme: string;
	/** 'Concern or complaint, fewer than 5 people' */
	readonly count: string;
	/** 'Passed to the reception team. …' */
	readonly after: string;
}
interface Agreed {
	readonly id: string;
	readonly what: string;
	/** 'Cerys, by Tuesday 3 December' */
	readonly who: string;
	readonly isDone: boolean;
}

export interface SheetPage {
	readonly month: string;
	readonly title: string;
	/** 'For the meeting on …'; empty where no meeting is planned. */
	readonly occasion: string;
	readonly isEmpty: boolean;
	readonly short: readonly Sentence[];
	readonly goals: readonly Sentence[];
	readonly numbers: NumberTable;
	readonly learned: readonly Said[];
	readonly change: readonly Said[];
	readonly lastTime: readonly Promised[];
	readonly liked: readonly Said[];
	readonly hard: readonly Said[];
	readonly did: readonly Said[];
	readonly themes: readonly Told[];
	readonly actions: readonly Agreed[];
	readonly reviews: readonly Said[];
	readonly check: string;
	/** What the page has no room for, and notes that are missing. */
	readonly left: readonly string[];
	readonly source: string;
}
