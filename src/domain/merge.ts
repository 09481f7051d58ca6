/**
 * Two people changed the same field: what stands, and what is offered beside it.
 *
 * Source: sync design, "Same field changed by someone else".
 */
import { diff3Merge } from 'node-diff3';
import type { FieldPolicy } from './record.ts';

/** `stands` goes into the record; `other` is kept in an overlap when it differs from nothing. */
export interface Merged {
	readonly stands: unknown;
	readonly other?: { readonly value: unknown; readonly isMine: boolean };
}

interface Meeting {
	readonly policy: FieldPolicy;
	/** What this change wants. */
	readonly mine: unknown;
	/** What stands now, put there by someone else. */
	readonly theirs: unknown;
	/** For text: what the author of `mine` started from, where it is still known. */
	readonly base: string | undefined;
	/** For a list that is merged one by one: what its author saw. */
	readonly seen?: unknown;
}

export function mergeField({ policy, mine, theirs, base, seen }: Meeting): Merged {
	if (sameValue(mine, theirs)) return { stands: mine };
	if (policy === 'decided' || policy === 'adds-up') return { stands: mine };
	if (policy === 'text') return mergeWords(mine, theirs, base);
	if (policy !== 'latest' && 'eachBy' in policy) {
		return mergeEach(policy.eachBy, { mine, theirs, seen });
	}
	if (policy !== 'latest') {
		const rank = (value: unknown) => policy.safer.findIndex((safe) => sameValue(safe, value));
		const isMineSafer = rank(mine) !== -1 && (rank(theirs) === -1 || rank(mine) < rank(theirs));
		return isMineSafer
			? { stands: mine, other: { value: theirs, isMine: false } }
			: { stands: theirs, other: { value: mine, isMine: true } };
	}
	return { stands: mine, other: { value: theirs, isMine: false } };
}

/**
 * One by one, told apart by a field of theirs: what only one of the two changed stands as that one
 * left it. Where both changed the same one, the later arrival stands and the other is offered.
 */
function mergeEach(
	eachBy: string,
	{ mine, theirs, seen }: Pick<Meeting, 'mine' | 'theirs' | 'seen'>
): Merged {
	const [ours, others, before] = [mine, theirs, seen].map((list) => byName(eachBy, list));
	if (!ours || !others || !before) {
		return { stands: mine, other: { value: theirs, isMine: false } };
	}
	const stands: unknown[] = [];
	const offered: unknown[] = [];
	let isClash = false;
	for (const name of new Set([...others.keys(), ...ours.keys()])) {
		const [my, their, old] = [ours.get(name), others.get(name), before.get(name)];
		const isMineOld = sameValue(my, old);
		const isTheirsOld = sameValue(their, old);
		if (!isMineOld && !isTheirsOld && !sameValue(my, their)) isClash = true;
		const mergedEntry = isMineOld ? their : my;
		if (mergedEntry !== undefined) stands.push(mergedEntry);
		const offer = isTheirsOld ? my : their;
		if (offer !== undefined) offered.push(offer);
	}
	return isClash ? { stands, other: { value: offered, isMine: false } } : { stands };
}

/** Undefined for what is no list of things with such a name. */
function byName(eachBy: string, list: unknown): Map<unknown, unknown> | undefined {
	if (!Array.isArray(list)) return undefined;
	const entries = new Map<unknown, unknown>();
	for (const entry of list.values()) {
		const named: unknown = entry;
		if (typeof named !== 'object' || named === null) return undefined;
		const name = new Map<string, unknown>(Object.entries(named)).get(eachBy);
		if (name === undefined) return undefined;
		entries.set(name, named);
	}
	return entries;
}

function mergeWords(mine: unknown, theirs: unknown, base: string | undefined): Merged {
	const offered: Merged = { stands: theirs, other: { value: mine, isMine: true } };
	if (typeof mine !== 'string' || typeof theirs !== 'string' || base === undefined) return offered;
	const regions = diff3Merge(words(mine), words(base), words(theirs));
	const parts: string[] = [];
	for (const region of regions) {
		if (!region.ok) return offered;
		parts.push(...region.ok);
	}
	return { stands: parts.join('') };
}

/** Words, spaces and line ends apart, so that joining them gives the text back. */
function words(text: string): string[] {
	return text.match(/\s+|[^\s]+/g) ?? [];
}

/** Equality of JSON values, whatever the order of keys. */
export function sameValue(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (typeof one !== 'object' || typeof other !== 'object')
		return (one ?? null) === (other ?? null);
	if (one === null || other === null) return (one ?? null) === (other ?? null);
	if (Array.isArray(one) || Array.isArray(other)) {
		if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
		return one.every((value, index) => sameValue(value, other[index]));
	}
	const ours = Object.entries(one).filter(([, value]) => value !== undefined);
	const others = new Map(Object.entries(other).filter(([, value]) => value !== undefined));
	if (ours.length !== others.size) return false;
	return ours.every(([key, value]) => others.has(key) && sameValue(value, others.get(key)));
}

/**
 * A short fingerprint of a text (two 32-bit FNV-1a sums, 16 hex digits).
 *
 * Tells whether an author saw the text that stands. Not for secrets.
 */
export function fingerprint(text: string): string {
	let low = 0x811c9dc5;
	let high = 0x01000193;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		low = Math.imul(low ^ unit, 0x01000193);
		high = Math.imul(high ^ (unit + index), 0x85ebca6b);
	}
	return [high, low].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
}
