/**
 * How long a text is, in the way that each platform counts.
 *
 * X counts by its published rule file, version 3: some signs weigh 2, links 23, emoji 2.
 */
import type { CountingRule } from './counting-rules.ts';
import { xLinksIn } from './x-links.ts';

export function countText(rule: CountingRule, text: string): number {
	return counters[rule](text);
}

const counters: Readonly<Record<CountingRule, (text: string) => number>> = {
	characters: (text) => text.length,
	graphemes: graphemesIn,
	'utf8-bytes': (text) => new TextEncoder().encode(text).length,
	'x-weighted': xWeightOf,
	mastodon: mastodonLengthOf,
	'text-messages': textMessagesIn
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function graphemesIn(text: string): number {
	return Array.from(graphemes.segment(text)).length;
}

const xLinkWeight = 23;
const xEmojiWeight = 2;
/** First and last code point of the signs that weigh 1; all others weigh 2. */
const xLightSigns = [
	[0, 4351],
	[8192, 8205],
	[8208, 8223],
	[8242, 8247]
] as const;

/** One emoji as a person sees it. A copyright sign is an emoji only with the emoji mark. */
const xEmojiPart =
	'(?:\\p{Emoji_Modifier_Base}\\uFE0F?\\p{Emoji_Modifier}|\\p{ExtPict}(?!\\uFE0E)\\uFE0F?)[\\u{E0020}-\\u{E007F}]{0,8}';
const xEmoji = new RegExp(
	`[0-9#*]\\uFE0F?\\u20E3|\\p{RI}\\p{RI}|\\p{Emoji_Modifier}` +
		`|(?![©®](?!\\uFE0F))${xEmojiPart}(?:\\u200D${xEmojiPart}){0,9}`,
	'gu'
);

function xWeightOf(raw: string): number {
	const text = raw.normalize('NFC');
	let weight = 0;
	let place = 0;
	for (const { start, end } of xLinksIn(text)) {
		weight += xPlainWeightOf(text.slice(place, start)) + xLinkWeight;
		place = end;
	}
	return weight + xPlainWeightOf(text.slice(place));
}

function xPlainWeightOf(text: string): number {
	let weight = 0;
	const rest = text.replace(xEmoji, () => {
		weight += xEmojiWeight;
		return '';
	});
	for (const sign of rest) {
		const code = sign.codePointAt(0) ?? 0;
		weight += xLightSigns.some(([first, last]) => code >= first && code <= last) ? 1 : 2;
	}
	return weight;
}

const mastodonLink = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"]+/giu;
const mastodonLinkLength = 23;
const sentenceEnds = '.,:;!?\'")]';
/** `@group@server.example`: only `@group` counts. */
const remoteMention =
	/(?<![\p{L}\p{N}_/@])(@[a-z0-9_]{1,64})@[\p{L}\p{N}][\p{L}\p{N}.-]{0,252}[\p{L}\p{N}]/giu;

function mastodonLengthOf(text: string): number {
	const shortened = text
		.replace(mastodonLink, (link) => {
			let end = link.length;
			while (sentenceEnds.includes(link.charAt(end - 1))) end--;
			return '-'.repeat(mastodonLinkLength) + link.slice(end);
		})
		.replace(remoteMention, '$1');
	return graphemesIn(shortened);
}

/** The alphabet of plain text messages (GSM 03.38); those in the second list take two places. */
const gsm =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const gsmDouble = '\f^{}\\[~]|€';

function textMessagesIn(text: string): number {
	let places = 0;
	for (const sign of text) {
		if (gsmDouble.includes(sign)) places += 2;
		else if (gsm.includes(sign)) places++;
		else return parts(text.length, 70, 67);
	}
	return parts(places, 160, 153);
}

/** One message holds a little more than each part of a longer one. */
function parts(length: number, alone: number, each: number): number {
	return length <= alone ? Math.min(length, 1) : Math.ceil(length / each);
}

export const countingPatterns: readonly RegExp[] = [xEmoji, mastodonLink, remoteMention];
