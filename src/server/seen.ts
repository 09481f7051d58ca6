/**
 * What the author of a change saw, judged by the server: `was` against what stands now.
 *
 * Nothing known of a field counts as seen, so that an old app never makes overlaps.
 */
import { fingerprint, sameValue } from '#domain/merge.ts';
import type { Was } from '#domain/protocol.ts';
import { keyParts } from '#domain/record.ts';
import type { Seen } from '#domain/recorder.ts';
import type { Fields } from '#domain/transaction.ts';
import type { History } from './history.ts';

export class SeenByAuthor implements Seen {
	readonly #was: Was;
	readonly #history: History;
	/** What stood in a field when it was first asked about: anything newer is the author's own. */
	readonly #stood = new Map<string, unknown>();

	constructor(was: Was, history: History) {
		this.#was = was;
		this.#history = history;
	}

	saw(key: string, field: string, current: unknown): boolean {
		const place = `${key}/${field}`;
		if (this.#stood.has(place) && !sameValue(this.#stood.get(place), current)) return true;
		this.#stood.set(place, current);
		const fields = this.#fieldsOf(key);
		if (!fields || !Object.hasOwn(fields, field)) return true;
		return isPictureOf(fields[field], current);
	}

	valueSeen(key: string, field: string): unknown {
		return this.#fieldsOf(key)?.[field];
	}

	async textSeen(key: string, field: string): Promise<string | undefined> {
		const was = this.#fieldsOf(key)?.[field];
		if (typeof was !== 'string') return undefined;
		const { kind, id } = keyParts(key);
		for (const { effect } of await this.#history.steps(kind, id)) {
			for (const text of [effect.sent, effect.after, effect.before].map((side) => side?.[field])) {
				if (typeof text === 'string' && isPictureOf(was, text)) return text;
			}
		}
		return undefined;
	}

	#fieldsOf(key: string): Fields | undefined {
		return Object.hasOwn(this.#was, key) ? this.#was[key] : undefined;
	}
}

/** The value itself, or for a text its fingerprint. */
function isPictureOf(was: unknown, value: unknown): boolean {
	return sameValue(was, value) || (typeof value === 'string' && was === fingerprint(value));
}
