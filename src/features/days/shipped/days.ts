/**
 * The awareness days that come with the app, as data: when, who runs it, and when that was checked.
 *
 * Only dates that are fixed by their founder, or by a rule, count as checked. All others are 'look
 * up' months: the group finds the dates at the source and puts them in. docs/sources.md says more.
 */
import type { Aim } from '#features/posts/record.ts';
import type { Yearly } from './dates.ts';
import { fixed } from './fixed.ts';
import type { Line } from './line.ts';
import { offAtFirst, toLookUp } from './to-look-up.ts';

export interface ShippedDay {
	/** Never changes: the group's own dates hang on it. */
	readonly id: string;
	readonly title: string;
	readonly when: Yearly;
	/** Words to start a post from. [Gaps] are for the writer. */
	readonly text: string;
	readonly aim?: Aim;
	/** Who says when it is. */
	readonly source: string;
	readonly sourceUrl: string;
	/** Null: nobody has looked up this year's dates yet. */
	readonly checkedOn: string | null;
	/** Shown only when a leader turns it on. */
	readonly isOff?: true;
}

/** The day on which the fixed dates were compared with public pages. */
const fixedCheckedOn = '2026-11-21';

function dayOfLine([id, title, when, [source, sourceUrl], text]: Line): ShippedDay {
	return { id, title, when, source, sourceUrl, text, checkedOn: null };
}

export const shippedDays: readonly ShippedDay[] = [
	...fixed.map((line) => ({ ...dayOfLine(line), checkedOn: fixedCheckedOn })),
	...toLookUp.map(dayOfLine),
	...offAtFirst.map((line) => ({ ...dayOfLine(line), isOff: true as const }))
];
