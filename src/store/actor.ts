/**
 * Who acts on this device, and what they saw of the records when they did.
 */
import { actorOf } from '#domain/member.ts';
import { sameValue } from '#domain/merge.ts';
import { readRow } from '#domain/record.ts';
import type { Seen } from '#domain/recorder.ts';
import type { Registry } from '#domain/registry.ts';
import type { Actor } from '#domain/roles.ts';
import type { Fields } from '#domain/transaction.ts';
import { deviceValue, type TableSession } from './tables.ts';

/** This device's person, with the role that their record gives them now. */
export async function currentActor(
	session: TableSession,
	registry: Registry
): Promise<Actor | undefined> {
	const me = await deviceValue(session, 'me');
	if (!me) return undefined;
	const stored = await session.rows(registry.members.kind).get(me.personId);
	if (!stored) return { personId: me.personId, role: me.role };
	return actorOf(readRow(registry.members, me.personId, stored.row));
}

/** What an author saw, kept whole on the device. */
export function seenBy(values: Record<string, Fields>): Seen {
	const was = (key: string, field: string) => values[key]?.[field];
	return {
		saw(key, field, current) {
			const seen = was(key, field);
			return seen === undefined || sameValue(seen, current);
		},
		valueSeen: was,
		textSeen(key, field) {
			const seen = was(key, field);
			return Promise.resolve(typeof seen === 'string' ? seen : undefined);
		}
	};
}
