/**
 * The awareness days that come with the app, as data: when, and who says so.
 *
 * None of them counts as checked: nobody compared them with the organisers' own pages. A group that
 * has looked one up puts that in, and its record keeps the day. docs/sources.md says more.
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
	/** Shown only when a leader turns it on. */
	readonly isOff?: true;
}

function dayOfLine([id, title, when, [source, sourceUrl], text]: Line): ShippedDay {
	return { id, title, when, source, sourceUrl, text };
}

export const shippedDays: readonly ShippedDay[] = [
	...fixed.map(dayOfLine),
	...toLookUp.map(dayOfLine),
	...offAtFirst.map((line) => ({ ...dayOfLine(line), isOff: true as const }))
];
