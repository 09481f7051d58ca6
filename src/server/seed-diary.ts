/**
 * The diary of a made-up practice: who did what, and when. The seed writes it, then plays it.
 *
 * Played in the order of time, each entry by the same path as a person's own change.
 */
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { addDays, dayOf, daysBetween, daysFrom, monthsAfter } from '#domain/calendar.ts';
import type { Mutation } from '#domain/mutation.ts';
import type { Engine } from './engine.ts';
import { Photos } from './photos.ts';
import { isTrouble } from './replies.ts';
import { runAs } from './run-as.ts';

interface Entry {
	readonly at: number;
	readonly personId: string;
	readonly does: { name: string; args: unknown } | { hash: string; bytes: Buffer };
}

export interface Time {
	readonly startOn: string;
	readonly today: string;
	/** The last day on which anything has happened. */
	readonly lastOn: string;
}

export type Say = (line: string) => void;

/** How many entries go by between two lines of progress. */
const linesApart = 250;
/** How many changes of one person at one moment go together. */
const mostTogether = 20;

/** A few days more than the months, so that there is something in each. */
export function timeOf(now: number, months: number): Time {
	const today = dayOf(now);
	return {
		startOn: addDays(monthsAfter(today, -months), -7),
		today,
		lastOn: addDays(today, -1)
	};
}

/** A working moment of a day: whole minutes, the same UK day in summer and winter. */
export function momentOf(day: string, hour: number, minute = 0): number {
	return Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
}

export class Diary {
	readonly time: Time;
	readonly #entries: Entry[] = [];

	constructor(time: Time) {
		this.time = time;
	}

	/** An id as a phone would have made it at this moment: lists go by it. */
	idAt(at: number): string {
		return v7({ msecs: at });
	}

	/** The day so far through the time: 0 is the first day, 1 is yesterday. */
	dayAt(part: number): string {
		const { startOn, lastOn } = this.time;
		return addDays(startOn, Math.round(daysBetween(startOn, lastOn) * part));
	}

	days(): string[] {
		return daysFrom(this.time.startOn, this.time.lastOn);
	}

	/** Nothing happens before the first day, or today: people come to a practice as it stands. */
	within(day: string): string {
		const { startOn, lastOn } = this.time;
		const first = addDays(startOn, 2);
		if (day < first) return first;
		return day > lastOn ? lastOn : day;
	}

	note<Args>(
		at: number,
		personId: string,
		mutation: Mutation<string, Args>,
		args: NoInfer<Args>
	): void {
		this.#entries.push({ at, personId, does: { name: mutation.name, args } });
	}

	/** @returns the name of the bytes. */
	upload(at: number, personId: string, bytes: Buffer): string {
		const hash = createHash('sha256').update(bytes).digest('hex');
		this.#entries.push({ at, personId, does: { hash, bytes } });
		return hash;
	}

	/**
	 * @returns how many changes were made.
	 * @throws {Error} with the message of a refusal: then the seed is wrong.
	 */
	async play(engine: Engine, practiceId: string, say: Say): Promise<number> {
		let at = 0;
		const past: Engine = { ...engine, now: () => at, newId: () => v7({ msecs: at }) };
		const photos = new Photos(past, { dataDir: undefined, minFreeBytes: 0 });
		const entries = [...this.#entries].sort((one, other) => one.at - other.at);
		let done = 0;
		let told = 0;
		while (done < entries.length) {
			const together = nextOf(entries, done);
			const [first] = together;
			if (!first) break;
			at = first.at;
			const { personId, does } = first;
			if ('hash' in does) {
				const answer = await photos.put({ practiceId, personId, deviceId: '' }, does);
				if (isTrouble(answer)) throw new Error(`A photo was refused: ${answer.message}`);
			} else {
				const wishes = together.flatMap((entry) => ('name' in entry.does ? [entry.does] : []));
				const refusal = await runAs(past, practiceId, personId, wishes, at);
				if (refusal) throw new Error(refusedWords(wishes, at, refusal));
			}
			done += together.length;
			if (done - told >= linesApart) {
				told = done;
				say(`${dayOf(at)}: ${done} of ${entries.length} changes`);
			}
		}
		return done;
	}
}

/** The next entry, with those that the same person made at the same moment. */
function nextOf(entries: readonly Entry[], from: number): Entry[] {
	const together: Entry[] = [];
	for (const entry of entries.slice(from, from + mostTogether)) {
		const first = together[0] ?? entry;
		const isSame = entry.at === first.at && entry.personId === first.personId;
		const isUpload = 'hash' in entry.does;
		if (together.length > 0 && (!isSame || isUpload || 'hash' in first.does)) break;
		together.push(entry);
	}
	return together;
}

function refusedWords(
	wishes: readonly { name: string }[],
	at: number,
	{ code, message, field }: { code: string; message: string; field?: string | undefined }
): string {
	const names = [...new Set(wishes.map(({ name }) => name))].join(', ');
	const where = field === undefined ? '' : ` (${field})`;
	return `${names} on ${dayOf(at)} was refused: ${code}${where}. ${message}`;
}
