/**
 * One awareness day as it is written down in the lists beside this file.
 */
import type { Yearly } from './dates.ts';

export type Line = readonly [
	id: string,
	title: string,
	when: Yearly,
	source: readonly [name: string, url: string],
	text: string
];
