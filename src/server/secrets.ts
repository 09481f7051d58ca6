/**
 * Tokens and codes: made by the machine's own source of chance, kept only as SHA-256.
 */
import { hash, randomBytes, randomInt } from 'node:crypto';

/** No 0 or O, 1, I or L, and no U, which a hurried hand writes like V. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;
/** The first part of a code finds its invite, the rest proves it. */
const finderLength = 3;

const codeShape = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`);

/** 32 bytes, as 43 characters that fit in an address and in a cookie. */
export function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

export function newCode(): string {
	return Array.from({ length: codeLength }, () =>
		codeAlphabet.charAt(randomInt(codeAlphabet.length))
	).join('');
}

export function hashOf(secret: string): string {
	return hash('sha256', secret);
}

/** A typed code without spaces and dashes, in capitals; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
	const code = typed.replace(/[\s‐-―-]/g, '').toUpperCase();
	return codeShape.test(code) ? code : undefined;
}

const copyCodeShape = new RegExp(`^[${codeAlphabet}]{16}$`);

/** The long code on a copy, which is typed or stands in its link; undefined when it is none. */
export function readCopyCode(typed: string): string | undefined {
	const code = typed.replace(/[\s‐-―-]/g, '').toUpperCase();
	return copyCodeShape.test(code) ? code : undefined;
}

/** 'ABCD EFGH', as it is shown and read out. */
export function spokenCode(code: string): string {
	return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/**
 * How a code is kept: its first characters in the clear, so that a wrong guess can be counted
 * against the invite it was aimed at, and the hash of the whole.
 */
export function keptCode(code: string): string {
	return `${finderOf(code)}.${hashOf(code)}`;
}

export function finderOf(code: string): string {
	return code.slice(0, finderLength);
}

/** '<practice>.<secret>': a token that names its practice, so that only its rows are searched. */
export function makeToken(practiceId: string, secret: string): string {
	return `${practiceId}.${secret}`;
}

const tokenShape =
	/^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

export function readToken(token: string): { practiceId: string; secretHash: string } | undefined {
	const [, practiceId, secret] = tokenShape.exec(token) ?? [];
	if (practiceId === undefined || secret === undefined) return undefined;
	return { practiceId, secretHash: hashOf(secret) };
}
