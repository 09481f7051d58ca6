/**
 * The practice's history as the simulation reads it, line by line, each once: what the practice
 * must look like by it, who held which role, and whether each line was allowed to come about.
 */
import { fingerprint, sameValue } from '#domain/merge.ts';
import { keyParts, readRow } from '#domain/record.ts';
import { may, type Role } from '#domain/roles.ts';
import { onceBuilt } from '#server/once-built.ts';
import { promise } from './broken-promise.ts';
import type { Line, LineEffect, Row } from './history-line.ts';
import { checkMeeting } from './meetings.ts';
import { memberRecord } from './kinds.ts';
import type { Surroundings } from './surroundings.ts';

const lineColumns = [
	'number',
	'version',
	'uuid',
	'name',
	'person_id',
	'outcome',
	'effects',
	'acted_at',
	'received_at',
	'hash'
] as const satisfies readonly (keyof Line)[];

export class Ledger {
	readonly #world: Surroundings;
	/** Outcome by uuid. */
	readonly outcomes = new Map<string, string>();
	/** The numbers of those that were carried out, and when they came. */
	readonly ran = new Map<string, number>();
	readonly cameAt = new Map<string, number>();
	/** The records as history tells them. */
	readonly records = new Map<string, Row>();
	/** Every text that a note has had or was meant to have, by fingerprint. */
	readonly #texts = new Map<string, string>();
	#last: Pick<Line, 'number' | 'version' | 'hash'> = { number: 0, version: 0, hash: '' };
	#seenWrites = -1;

	constructor(world: Surroundings) {
		this.#world = world;
	}

	/** After a restore history is another one. */
	forget(): void {
		this.outcomes.clear();
		this.ran.clear();
		this.cameAt.clear();
		this.records.clear();
		this.#last = { number: 0, version: 0, hash: '' };
		this.#seenWrites = -1;
	}

	get length(): number {
		return this.#last.number;
	}

	roleOf(personId: string): Role | undefined {
		const row = this.records.get(`${memberRecord.kind}/${personId}`);
		const member = memberRecord.schema.safeParse(row).data;
		return member?.leftOn === null ? member.role : undefined;
	}

	/** Reads what has been added, and holds it against the promises. */
	async read(): Promise<void> {
		const { server } = this.#world;
		if (server.writes === this.#seenWrites) return;
		const { number: last, hash } = this.#last;
		const { practiceId } = server;
		const lines: Line[] = await server.read((trx) =>
			onceBuilt(trx, 'history for the ledger', [practiceId, last], () =>
				trx
					.selectFrom('history')
					.select(lineColumns)
					.where('practice_id', '=', practiceId)
					.where('number', '>=', last)
					.orderBy('number')
			)
		);
		this.#seenWrites = server.writes;
		if (last > 0) {
			promise(lines[0]?.hash === hash, `History has changed at ${last}, or lost its end.`);
		}
		const touched = new Set<string>();
		for (const line of lines) if (line.number > last) this.#take(line, touched);
		await this.#compare(touched);
	}

	#take(line: Line, touched: Set<string>): void {
		const { uuid, outcome, number, version } = line;
		promise(number === this.#last.number + 1, `History has no number ${this.#last.number + 1}.`);
		const step = outcome === 'refused' ? 0 : 1;
		promise(version === this.#last.version + step, `Number ${number} has a wrong version.`);
		promise(!this.outcomes.has(uuid), `Mutation ${uuid} ran twice.`);
		promise(line.acted_at <= line.received_at, `Mutation ${uuid} was done in the future.`);
		this.outcomes.set(uuid, outcome);
		this.#last = line;
		if (outcome === 'refused') return;
		this.ran.set(uuid, number);
		this.cameAt.set(uuid, line.received_at);
		this.#checkRules(line);
		// Effects are written by the server.
		const effects = JSON.parse(line.effects ?? '[]') as LineEffect[];
		checkMeeting(line, effects, {
			message: this.#world.messages.get(uuid),
			stood: this.records,
			texts: this.#texts
		});
		for (const { kind, id, before, after, sent } of effects) {
			for (const side of [before, after, sent]) {
				const text = side?.['text'];
				if (typeof text === 'string') this.#texts.set(fingerprint(text), text);
			}
			const key = `${kind}/${id}`;
			touched.add(key);
			if (after === null) this.records.delete(key);
			else this.records.set(key, before === null ? after : { ...this.records.get(key), ...after });
		}
	}

	/** The practice decides: what stands in history was allowed when it was done. */
	#checkRules({ uuid, name, person_id }: Line): void {
		if (person_id === 'set-up') return;
		const role = this.roleOf(person_id);
		const mutation = this.#world.server.engine.registry.mutationNamed(name);
		const isAllowed = role !== undefined && mutation !== undefined && may(mutation.allowed, role);
		promise(isAllowed, `${name} (${uuid}) was carried out for a ${role ?? 'stranger'}.`);
		if (name !== 'note.edit') return;
		const { id } = this.#world.messages.get(uuid)?.args as { id: string };
		const isOpen = this.records.get(`note/${id}`)?.['state'] === 'open';
		promise(isOpen, `A closed note was edited (${uuid}).`);
	}

	/** The practice's records are what its history says. */
	async #compare(touched: ReadonlySet<string>): Promise<void> {
		if (touched.size === 0) return;
		const rows = await serverRows(this.#world, this.#wanted(touched));
		for (const key of touched) {
			const isSame = isSameRecord(this.#world, key, rows.get(key), this.records.get(key));
			promise(isSame, `History does not tell how ${key} is.`);
		}
	}

	#wanted(touched: ReadonlySet<string>): string[] | undefined {
		const ids = [...touched].map((key) => key.slice(key.indexOf('/') + 1));
		return ids.length > 100 ? undefined : ids;
	}
}

/** As the server reads them now: a field that came with an update has its first value. */
export function isSameRecord(
	{ server }: Surroundings,
	key: string,
	one: Row | undefined,
	other: Row | undefined
): boolean {
	const { kind, id } = keyParts(key);
	const type = server.engine.registry.typeOf(kind);
	if (!type || !one || !other) return one === other;
	return sameValue(readRow(type, id, one), readRow(type, id, other));
}

/** What stands in the database, by key; of these ids, or everything. */
export async function serverRows(
	world: Surroundings,
	ids?: readonly string[]
): Promise<Map<string, Row>> {
	const { practiceId } = world.server;
	const rows = await world.server.read((trx) => {
		const all = trx
			.selectFrom('record')
			.select(['kind', 'id', 'body'])
			.where('practice_id', '=', practiceId);
		return (ids ? all.where('id', 'in', ids) : all).execute();
	});
	const found = new Map<string, Row>();
	for (const { kind, id, body } of rows) {
		// Bodies are written by the server from parsed rows.
		if (body !== null) found.set(`${kind}/${id}`, JSON.parse(body) as Row);
	}
	return found;
}
