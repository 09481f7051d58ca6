/**
 * Lines of the engine that are broken on purpose, one at a time: each must be caught.
 *
 * `text` stands exactly once in the file.
 */
export interface Break {
	readonly name: string;
	/** The promise that it breaks, in the words of docs/sync.md. */
	readonly promise: string;
	readonly file: string;
	readonly text: string;
	readonly instead: string;
}

export const breaks: readonly Break[] = [
	{
		name: 'what a copy of the phone has brought runs again',
		promise: 'Nothing happens twice',
		file: 'src/server/apply.ts',
		text: 'const ran = known.get(uuid) ?? (',
		instead: 'const ran = ('
	},
	{
		name: 'answered changes are not offered again after a restore',
		promise: 'Nothing is lost: a restored backup',
		file: 'src/store/outbox.ts',
		text: "const entries = [...answered, ...(await session.small('outbox').all())];",
		instead: "const entries = await session.small('outbox').all();"
	},
	{
		name: 'a number that another copy of the phone has used counts as answered',
		promise: 'Nothing is lost: a copied phone',
		file: 'src/server/outbox.ts',
		text: 'if (answered.some(({ seq, uuid }) => uuids.get(seq) !== uuid)) return forkedOutbox;',
		instead: ''
	},
	{
		name: 'a push is not one transaction',
		promise: 'Nothing is lost: a server that is stopped at any moment',
		file: 'src/server/sqlite.ts',
		text: 'withPractice: (_practiceId, work) => db.transaction().execute(work),',
		instead: 'withPractice: (_practiceId, work) => db.connection().execute(work),'
	},
	{
		name: 'the answer to a lost answer leaves out what is already answered',
		promise: 'Nothing is lost: a lost answer',
		file: 'src/server/outcomes.ts',
		text: 'if (after >= upTo) return [];',
		instead: 'if (after + 1 >= upTo) return [];'
	},
	{
		name: "the practice's copy is not put back before its change is applied",
		promise: 'Everyone ends up the same',
		file: 'src/store/replay.ts',
		text: 'await uncover(session, keys, isNext);',
		instead: ''
	},
	{
		name: 'a patch is taken in whatever it builds on',
		promise: 'Everyone ends up the same: messages out of order',
		file: 'src/store/replay.ts',
		text: 'if (!brings || !(await builds(session, patch, taking))) return undefined;',
		instead: 'if (!brings) return undefined;'
	},
	{
		name: 'what was removed while a phone was away for half a year stays on it',
		promise: 'Everyone ends up the same: months offline',
		file: 'src/server/tombstones.ts',
		text: 'oldest_version: Math.max(practice.oldest_version, newest)',
		instead: 'oldest_version: practice.oldest_version'
	},
	{
		name: 'records of a new kind do not come after an update of the app',
		promise: 'Everyone ends up the same: an app update',
		file: 'src/store/sync-port.ts',
		text: 'if (isMore) return undefined;',
		instead: ''
	},
	{
		name: 'an older app drops the fields that it does not know',
		promise: 'Everyone ends up the same: an app update',
		file: 'src/store/packing.ts',
		text: 'return withUnknown(row, readRow(this.#type, id, row));',
		instead: 'return readRow(this.#type, id, row);'
	},
	{
		name: 'roles are not asked',
		promise: 'The practice decides',
		file: 'src/domain/mutation.ts',
		text: 'if (!may(mutation.allowed, context.actor.role)) {',
		instead: 'if (context.actor.role === undefined) {'
	},
	{
		name: 'a phone may say that it is tomorrow',
		promise: 'The practice decides: a wrong clock',
		file: 'src/server/apply.ts',
		text: 'Math.min(Math.max(at + now - sentAt, earliest), now)',
		instead: 'Math.max(at + now - sentAt, earliest)'
	},
	{
		name: 'what the author saw is not compared with what stands',
		promise: 'No silent overwrite',
		file: 'src/server/seen.ts',
		text: 'return isPictureOf(fields[field], current);',
		instead: 'return true;'
	},
	{
		name: 'the other version is not kept beside what stands',
		promise: 'No silent overwrite',
		file: 'src/server/run.ts',
		text: 'const hasOverlap = await keepOverlaps({ recorder, history, registry, context, newId });',
		instead: 'const hasOverlap = recorder.clashes.length > 0 && newId() !== context.actor.personId;'
	},
	{
		name: 'a refused change is not put aside',
		promise: 'A refused change is kept',
		file: 'src/store/outcomes.ts',
		text: "await session.small('attention').put(heldBy === undefined ? kept : { ...kept, heldBy });",
		instead: 'if (kept.seq === undefined) addTouched(entry, new Set());'
	},
	{
		name: 'what was done on top of a refused change is carried out',
		promise: 'A refused change is kept: what builds on it waits',
		file: 'src/server/apply.ts',
		text: 'const isHeld = message.isHeld === true || isStuck(was);',
		instead: 'const isHeld = isStuck({});'
	},
	{
		name: 'confidential fields are sent to everyone',
		promise: 'Nobody holds what they may not see',
		file: 'src/server/scope.ts',
		text: 'for (const field of confidential.fields) row[field] = null;',
		instead: ''
	},
	{
		name: 'a change of role does not end what a cookie is good for',
		promise: 'Nobody holds what they may not see',
		file: 'src/server/scope.ts',
		text: 'JSON.stringify([practiceId, role, rulesOf(registry)])',
		instead: 'JSON.stringify([practiceId, rulesOf(registry)])'
	},
	{
		name: 'a removed device is still answered',
		promise: 'Nobody holds what they may not see: removal',
		file: 'src/server/sessions.ts',
		text: 'if (device.removed_at !== null) return removed;',
		instead: ''
	},
	{
		name: 'photos are not sent again after a restore',
		promise: 'Nothing is lost: photos',
		file: 'src/store/replay.ts',
		text: 'await sendPhotosAgain(session);',
		instead: ''
	},
	{
		name: 'an app that is two updates behind is still answered',
		promise: 'The practice decides: the protocol number',
		file: 'src/server/troubles.ts',
		text: 'if (protocol < oldestAcceptedBy(current)) {',
		instead: 'if (protocol < 0) {'
	},
	{
		name: 'a part of a record is laid over what waits here instead of over the copy of the practice',
		promise: 'Everyone ends up the same: only what changed is sent',
		file: 'src/store/made-whole.ts',
		text: 'if (base.stored) copies.set(base.key, base.stored);',
		instead: 'covered.delete(base.key);'
	},
	{
		name: 'of what changed lately the oldest is forgotten, and nobody is told',
		promise: 'Everyone ends up the same: only what changed is sent',
		file: 'src/server/recent.ts',
		text: 'return { since: dropped?.[0] ?? since, steps: all.slice(-mostSteps) };',
		instead: 'return { since: dropped ? since : since, steps: all.slice(-1) };'
	},
	{
		name: 'a field that changed right after what the phone has counts as known',
		promise: 'Everyone ends up the same: only what changed is sent',
		file: 'src/server/recent.ts',
		text: 'const later = recent.steps.filter(([at]) => at > version);',
		instead: 'const later = recent.steps.filter(([at]) => at > version + 1);'
	},
	{
		name: 'what a push itself has written counts as all that is new',
		promise: 'Everyone ends up the same: only what changed is sent',
		file: 'src/server/apply.ts',
		text: 'const isOwn = cookie.version === found.version;',
		instead: 'const isOwn = cookie.version <= found.version;'
	}
];
