/**
 * What to look for in a picture before it goes out, in words. Sources: S0-25, PC-09.
 */
import type { Concern } from './record.ts';

export const concernNames: Readonly<Record<Concern, string>> = {
	people: 'Someone who has not been asked',
	place: 'A place that is not right for a picture',
	screens: 'A computer or phone screen that can be read',
	papers: 'Papers, letters or labels that can be read',
	badges: 'A name badge or a school badge',
	plates: 'A number plate',
	mood: 'Someone who looks ill, upset or silly',
	later: 'Something they may not be happy with in a year'
};

/** These can be covered; with the others, another picture is the answer. */
export const canBeCovered: readonly Concern[] = ['people', 'screens', 'papers', 'badges', 'plates'];
