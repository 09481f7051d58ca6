/**
 * PC-03: an email address in a text, also when it is spelled out. Asked for by S0-31 and S1-38.
 *
 * `@ourppg` and `@ourppg@mastodon.example` are names of accounts, not email addresses.
 */
import { type Finding, findingAbout, type TextCheck } from './check.ts';
import { before, findIn, type Found, readingOf } from './reading.ts';
import { emailEndings, notMailboxes } from './words.ts';

const letter = '[\\p{L}\\p{N}-]';
const mailbox = "[\\p{L}\\p{N}._+%'-]{1,64}";
const ending = `(?:${emailEndings.join('|')})(?!${letter})`;
const openBracket = '[(\\[{<] ?';
const closeBracket = ' ?[)\\]}>]';
const dotInBrackets = `${openBracket}dot${closeBracket}`;

/** `sam@example.com` */
const usual = new RegExp(`(${mailbox})(?<!@\\1)@(${letter}{1,63}(?:\\.${letter}{1,63}){1,5})`, 'giu');
