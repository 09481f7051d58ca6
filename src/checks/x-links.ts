/**
 * Where X sees a link in a text. Every link counts 23 there, also a bare `nhs.uk`.
 *
 * X knows every ending of web names. We know all of countries and the usual others; a bare name
 * with a rare ending (`cake.pizza`) counts letter by letter until it gets `https://` in front.
 */
import type { Span } from './reading.ts';

const countries =
	'acadaeafagaialamaoaqarasatauawaxazbabbbdbebfbgbhbibjbmbnbobrbsbtbvbwbybzcacccdcfcgchcickclcmcncocrcu' +
	'cvcwcxcyczdedjdkdmdodzeceeegereseteufifjfkfmfofrgagbgdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuid' +
	'ieiliminioiqirisitjejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemgmhmkmlmmmnmompmqmrms' +
	'mtmumvmwmxmymznancnenfngninlnonpnrnunzompapepfpgphpkplpmpnprpsptpwpyqarerorsrurwsasbscsdsesgshsisjsk' +
	'slsmsnsosrssstsvsxsysztctdtftgthtjtktltmtntotrtttvtwtzuaugukusuyuzvavcvevgvivnvuwfwsyeytzazmzw';
const others =
	'com|org|net|info|biz|edu|gov|mil|int|name|pro|app|dev|blog|shop|store|site|online|website|page|link|' +
	'live|news|email|care|clinic|health|doctor|dental|hospital|fitness|community|social|club|cafe|events|' +
	'charity|foundation|support|help|london|wales|cymru|scot|tech|cloud|media|video|today|world|life|guide';
const webEnding = `(?:${countries.match(/../g)?.join('|') ?? ''}|${others})`;
const ends = '(?![a-z0-9@+-])';

/** A link cannot start in the middle of a word, a tag or the name of an account. */
const starts = '(?<![a-z0-9@＠$#＃])';
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const anyLabel = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?';

const inPath = "\\p{sc=Latin}\\p{sc=Cyrillic}0-9!*';:=+,.$/%#\\[\\]–_~@|&-";
const inBrackets = `\\((?:[${inPath}]{1,99}|[${inPath}]{0,99}\\([${inPath}]{1,99}\\)[${inPath}]{0,99})\\)`;
/** Dots and the like at the end belong to the sentence. */
const endOfPath = '[\\p{sc=Latin}\\p{sc=Cyrillic}0-9=_#/+-]';
const path = `(?:/(?:(?:[${inPath}]|${inBrackets})*${endOfPath})?(?:${inBrackets})*)?`;
const query = "(?:\\?[a-z0-9!?*'@();:&=+$/%#[\\]_.,~|-]*(?<=[a-z0-9_&=#/-]))?";

export const xLink = new RegExp(
	`${starts}(?:https?://(?:${anyLabel}\\.){1,8}(?:${webEnding}|\\p{L}{4,24})${ends}(?::\\d{1,5})?${path}${query}` +
		`|(?<![-_./])(?:${label}\\.){1,8}${webEnding}${ends}(?:(?=/)${path}${query})?)`,
	'giu'
);

export function xLinksIn(text: string): Span[] {
	return Array.from(text.matchAll(xLink), ({ index, 0: { length } }) => ({
		start: index,
		end: index + length
	}));
}
