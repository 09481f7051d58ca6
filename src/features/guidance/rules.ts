/**
 * Which do's and don'ts a screen shows: the built-in lines as the group reworded them, and its own.
 */
import type { GuidanceLine, ScreenGuidance } from '#domain/guidance.ts';
import type { OwnLine } from './record.ts';

export interface LineInForce extends GuidanceLine {
	/** 'built-in' in its own words, 'reworded' by the group, or 'added' by the group. */
	readonly origin: 'built-in' | 'reworded' | 'added';
	readonly isHidden: boolean;
	/** The group's record about it, where there is one. */
	readonly ownId?: string;
}

/** Every line, hidden ones too: the built-in ones in their order, then the added ones. */
export function everyLine(builtIn: ScreenGuidance, own: readonly OwnLine[]): LineInForce[] {
	const ownByLineId = new Map(latestLast(own).map((line) => [line.lineId, line]));
	const kept = builtIn.lines.map((line): LineInForce => {
		const mine = ownByLineId.get(line.id);
		if (!mine) return { ...line, origin: 'built-in', isHidden: false };
		return {
			...line,
			text: mine.text ?? line.text,
			origin: mine.text === null || mine.text === line.text ? 'built-in' : 'reworded',
			isHidden: mine.isHidden,
			ownId: mine.id
		};
	});
	const added = latestLast(own)
		.filter((line) => line.lineId === null && line.screen === builtIn.screen)
		.map((line): LineInForce => ({
			id: line.id,
			kind: line.doOrDont,
			text: line.text ?? '',
			sources: [],
			origin: 'added',
			isHidden: line.isHidden,
			ownId: line.id
		}));
	return [...kept, ...added];
}

/** The lines that the screen shows. */
export function linesInForce(builtIn: ScreenGuidance, own: readonly OwnLine[]): LineInForce[] {
	return everyLine(builtIn, own).filter((line) => !line.isHidden);
}

function latestLast(own: readonly OwnLine[]): OwnLine[] {
	return [...own].sort(
		(one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1)
	);
}
