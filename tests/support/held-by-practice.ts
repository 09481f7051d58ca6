/**
 * What a practice holds, asked of its real server: records with their versions, and people.
 */
import { v7 } from 'uuid';
import { protocolVersion } from '#domain/protocol.ts';
import type { RealPerson } from './real-group.ts';
import { readPatch } from './real-server.ts';

interface Held {
	/** 'post/0190… 12' for every record, in the order of these words. */
	readonly records: readonly string[];
	/** Their names. */
	readonly people: readonly string[];
}

/** As a new phone of the manager hears it. */
export async function heldByPractice({ browser, personId }: RealPerson): Promise<Held> {
	const point = { protocol: protocolVersion, personId, outboxId: v7(), ack: 0, cookie: null };
	const versions = new Map<string, number>();
	const people = new Map<string, string>();
	for (let resume: string | null = null; ;) {
		const answer = await browser.post('/api/sync/pull', { ...point, resume });
		const { changes, resume: next } = readPatch(answer);
		// What changed since the pages were packed comes once more at the end.
		for (const { kind, id, version, row } of changes) {
			const key = `${kind}/${id}`;
			if (row) versions.set(key, version);
			else versions.delete(key);
			if (kind === 'person' && row) people.set(id, String(row['name']));
		}
		if (next === null) {
			const records = [...versions].map(([key, version]) => `${key} ${version}`);
			return { records: records.sort(), people: [...people.values()] };
		}
		resume = next;
	}
}
