/** What became of a place on the list, and how far the list is, as a person reads it. */
import type { TakeDown, TakeDownOutcome, TakeDownScope } from './record.ts';

export const outcomeNames: Readonly<Record<TakeDownOutcome, string>> = {
	open: 'To do',
	hidden: 'Hidden, not removed yet',
	removed: 'Removed',
	'not-there': 'Not there',
	cannot: 'Cannot be removed'
};

/** The colour only repeats what the words say. */
export const outcomeColours = {
	open: 'red',
	hidden: 'yellow',
	removed: 'green',
	'not-there': 'green',
	cannot: 'orange'
} as const satisfies Record<TakeDownOutcome, string>;

export const stateNames: Readonly<Record<TakeDown['state'], string>> = {
	open: 'Something is left',
	settled: 'Down. The person has to be told',
	told: 'Down, and the person knows'
};

export const stateColours = { open: 'red', settled: 'yellow', told: 'green' } as const;

export const scopeNames: Readonly<Record<TakeDownScope, string>> = {
	all: 'Not to be seen anywhere any more',
	accounts: 'Not to be seen on some accounts',
	photos: 'Not to be seen in some pictures',
	posts: 'What has gone out taken down'
};
