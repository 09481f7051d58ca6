/**
 * The shape of do's and don'ts. Each line says where it comes from.
 *
 * A line's id never changes: the group's own wording is kept under it.
 */
export interface GuidanceLine {
	/** 'post-check-the-facts'; unique over all screens. */
	readonly id: string;
	readonly kind: 'do' | 'dont';
	readonly text: string;
	/** Requirement ids, each with its entry in docs/sources.md ('S0-9'). */
	readonly sources: readonly string[];
	/** Moments at which the line is shown first ('picture', 'ready'); always in the whole list. */
	readonly when?: readonly string[];
}

export interface ScreenGuidance {
	/** 'post', 'plan', 'rota': what the lines belong to. */
	readonly screen: string;
	readonly lines: readonly GuidanceLine[];
}

/** The lines for the moment first, then the rest, at most `most`. */
export function linesFor(
	lines: readonly GuidanceLine[],
	moments: readonly string[],
	most: number
): GuidanceLine[] {
	const fits = (line: GuidanceLine) => line.when?.some((moment) => moments.includes(moment));
	return [...lines.filter(fits), ...lines.filter((line) => !fits(line))].slice(0, most);
}
