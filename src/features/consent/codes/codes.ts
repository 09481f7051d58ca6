/**
 * Codes of consents: a temporary one made from the id, then a number given out by the practice.
 */
import type { Transaction } from '#domain/transaction.ts';
import { consentRecord } from '../record.ts';

/** Crockford's letters and digits: none that look alike on paper. */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 'T-7F3K', from the random end of an id. The same on the phone and on the paper slip. */
export function temporaryCode(id: string): string {
	const tail = Number.parseInt(id.replaceAll('-', '').slice(-5), 16);
	const letters = [15, 10, 5, 0].map((shift) => codeLetters[(tail >> shift) & 31] ?? '0');
	return `T-${letters.join('')}`;
}

/** 'P-7F3K': of a place. Never handed out anew: a group knows its few places by name. */
export function placeCode(id: string): string {
	return `P${temporaryCode(id).slice(1)}`;
}

/** 'C-0427' */
function numberedCode(number: number): string {
	return `C-${String(number).padStart(4, '0')}`;
}

/**
 * The number after the highest. Numbers have no gaps, so doubling and halving finds the end.
 *
 * On a phone this is a guess: the practice's server hands out the one that stays.
 */
export async function nextCode(transaction: Transaction): Promise<string> {
	const isFree = async (number: number) =>
		(await transaction.by(consentRecord, 'code', numberedCode(number))).length === 0;
	let taken = 0;
	let free = 1;
	while (!(await isFree(free))) {
		taken = free;
		free *= 2;
	}
	while (free - taken > 1) {
		const middle = Math.floor((free + taken) / 2);
		if (await isFree(middle)) free = middle;
		else taken = middle;
	}
	return numberedCode(free);
}
