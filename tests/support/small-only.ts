/** What `readSmall` hands out: the small tables, for reading. A browser forbids the rest by itself. */
import type { TableSession } from '#store/tables.ts';

export function smallOnly(session: TableSession): TableSession {
	const others = { rows: refuse, loose: refuse, digests: refuse };
	const writing = { put: refuse, putAll: refuse, delete: refuse, deleteAll: refuse, clear: refuse };
	return { ...session, ...others, small: (name) => ({ ...session.small(name), ...writing }) };
}

function refuse(): never {
	throw new Error('Only the small tables can be read here.');
}
