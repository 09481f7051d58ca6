/**
 * What people see of a text before they tap 'more', and which words in it are links and tags.
 */
import { countText } from '#checks/count.ts';
import type { PlatformLimits } from '#checks/limits.ts';

interface Cut {
	readonly shown: string;
	/** Behind 'more'; '' when all of it is shown. */
	readonly hidden: string;
}

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cut between signs as people see them, at a space where there is one nearby. */
export function cutFor(text: string, { cutOff }: Pick<PlatformLimits, 'cutOff'>): Cut {
	const whole = { shown: text, hidden: '' };
	if (!cutOff || cutOff.countedAs === 'text-messages') return whole;
	if (countText(cutOff.countedAs, text) <= cutOff.after) return whole;
	let end = 0;
	for (const { segment, index } of signs.segment(text)) {
		const next = index + segment.length;
		if (countText(cutOff.countedAs, text.slice(0, next)) > cutOff.after) break;
		end = next;
	}
	const space = text.lastIndexOf(' ', end);
	const at = end - space <= 20 && space > 0 ? space : end;
	return { shown: text.slice(0, at), hidden: text.slice(at) };
}

export interface Piece {
	readonly words: string;
	readonly isLink: boolean;
}

const linkOrTag = /https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}_/&])#[\p{L}\p{N}_]+/gu;

/** Links and hashtags apart from plain words, in order. */
export function piecesOf(text: string): Piece[] {
	const pieces: Piece[] = [];
	let place = 0;
	for (const { 0: words, index } of text.matchAll(linkOrTag)) {
		if (index > place) pieces.push({ words: text.slice(place, index), isLink: false });
		pieces.push({ words, isLink: true });
		place = index + words.length;
	}
	if (place < text.length) pieces.push({ words: text.slice(place), isLink: false });
	return pieces;
}
