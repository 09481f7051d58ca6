/**
 * Ten years of one practice, made up: 5,000 posts, 7,300 rota days, 1,000 consents, 240 monthly
 * notes and 8,000 notes about posts. The same numbers every time, from a seed.
 *
 * The words vary as people's do, so that neither compressing nor searching has it easy.
 */
import Sqlite from 'better-sqlite3';
import path from 'node:path';
import { v7 } from 'uuid';
import { addDays, dayOf } from '#domain/calendar.ts';
import type { RecordType, RowBase } from '#domain/record.ts';
import { consentRecord } from '#features/consent/record.ts';
import { insightNoteRecord } from '#features/insights/record.ts';
import { postNoteRecord } from '#features/posts/notes/record.ts';
import { aims, postRecord } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { rotaSlotRecord } from '#features/rota/record.ts';
import { dayOfRow, lookupsOf } from '#server/rows.ts';
import { consentOf } from '#tests/support/consents.ts';

const days = 3_652;
const counts = { posts: 5_000, slots: 7_300, consents: 1_000, insights: 240, notes: 8_000 };
const msPerDay = 86_400_000;

export interface Made {
	readonly type: RecordType;
	readonly row: RowBase;
}

/** `times` 4: four times as many in the same ten years. */
export function decade(times: number, now: number, personId: string): Made[] {
	const random = randomFrom(times);
	const today = dayOf(now);
	const at = (share: number) => now - Math.floor(share * days) * msPerDay - 3_600_000;
	const made = (share: number) => {
		const createdAt = at(share);
		return { id: idAt(createdAt, random), createdAt, createdBy: personId };
	};
	const each = <One>(count: number, make: (share: number, number: number) => One) =>
		Array.from({ length: count * times }, (_, number) => make(number / (count * times), number));
	const text = (words: number) => sentence(random, words);
	const people = Array.from({ length: 12 }, () => idAt(now - days * msPerDay, random));
	const accounts = people.slice(0, 3);
	const oneOf = <One>(list: readonly One[]) => list[Math.floor(random() * list.length)];

	const posts = each(counts.posts, (share, number) => ({
		...newPost(made(share), {
			...{ title: text(5), text: `${text(40)} ${number}`, accounts: [oneOf(accounts) ?? ''] },
			...{ aim: oneOf(aims) ?? null, plannedOn: addDays(today, 10 - Math.floor(share * days)) },
			...{ plannedTime: '09:30', writerId: oneOf(people) ?? null }
		}),
		status: share > 0.01 ? ('posted' as const) : ('draft' as const)
	}));
	const rows: [RecordType, readonly RowBase[]][] = [
		[postRecord, posts],
		[
			rotaSlotRecord,
			each(counts.slots, (share, number) => ({
				...made(share),
				...{ dutyOn: addDays(today, 14 - Math.floor(share * days)), group: `Group ${number % 2}` },
				...{ duty: 'accounts', personId: oneOf(people), backupId: oneOf(people), alsoIds: [] },
				...{ note: random() < 0.3 ? text(8) : '', minutes: null }
			}))
		],
		[
			consentRecord,
			each(counts.consents, (share, number) => ({
				...consentOf(number),
				...made(share),
				...{ code: `C-${number}`, personKey: idAt(at(share), random), firstName: text(1) },
				...{ howToRecognise: text(5) }
			}))
		],
		[
			insightNoteRecord,
			each(counts.insights, (share, number) => {
				const month = dayOf(at(share)).slice(0, 7);
				return {
					...made(share),
					...{ month, monthOn: `${month}-01`, accountId: accounts[number % 3] },
					...{ followers: Math.floor(random() * 900), reach: Math.floor(random() * 9000) },
					...{ views: 10, interactions: 20, linkClicks: 3, postsMade: 40, answered: 5 },
					...{ learned1: text(12), learned2: text(12), learned3: '', willChange: text(9) },
					...{ cameOfIt: '', praise: '', told: text(14), didAboutIt: text(9) }
				};
			})
		],
		[
			postNoteRecord,
			each(counts.notes, (share) => ({
				...made(share),
				...{ postId: posts[Math.floor(share * posts.length)]?.id, text: text(14) }
			}))
		]
	];
	return rows.flatMap(([type, all]) => all.map((row) => ({ type, row: type.schema.parse(row) })));
}

/** Straight into the database of a server that is stopped: pushing it is not measured. */
export function keepDecade(dataDir: string, practiceId: string, all: readonly Made[]): void {
	const db = new Sqlite(path.join(dataDir, 'noticeboard.db'));
	const found = db.prepare('select version from practice where id = ?').get(practiceId);
	let version =
		typeof found === 'object' && found && 'version' in found ? Number(found.version) : 0;
	const record = db.prepare('insert into record values (?, ?, ?, ?, ?, ?, ?, null, null)');
	const lookup = db.prepare('insert into lookup values (?, ?, ?, ?, ?)');
	db.transaction(() => {
		for (const { type, row } of all.toReversed()) {
			version += 1;
			const day = dayOfRow(type, row);
			record.run(practiceId, type.kind, row.id, JSON.stringify(row), day, version, row.createdAt);
			for (const { field, value } of lookupsOf(type, row)) {
				lookup.run(practiceId, type.kind, field, value, row.id);
			}
		}
		db.prepare('update practice set version = ? where id = ?').run(version, practiceId);
	})();
	db.close();
}

function idAt(msecs: number, random: () => number): string {
	return v7({ msecs, random: Uint8Array.from({ length: 16 }, () => random() * 256) });
}

const wordCount = 900;
const words = (() => {
	const random = randomFrom(7);
	const parts = ['flu', 'cli', 'nic', 'pa', 'tient', 'ca', 're', 'mon', 'day', 'lis', 'ten', 'joy'];
	const more = ['ring', 'sur', 'ge', 'ry', 'walk', 'ta', 'lk', 'help', 'er', 'ni', 'ght', 'on'];
	const all = [...parts, ...more];
	const part = () => all[Math.floor(random() * all.length)] ?? '';
	return Array.from({ length: wordCount }, () => part() + part() + (random() < 0.4 ? part() : ''));
})();

/** A few words come often, most seldom, as in any language. */
function sentence(random: () => number, length: number): string {
	const word = () => words[Math.floor(random() ** 2.5 * wordCount)] ?? '';
	const text = Array.from({ length }, word).join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1) + (length > 6 ? '.' : '');
}

/** A word that stands in one of a hundred or so. */
export const seldomWord = words[Math.floor(wordCount * 0.6)] ?? '';

/** Mulberry32: the same row of numbers for the same seed. */
function randomFrom(seed: number): () => number {
	let state = seed * 0x9e3779b9;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
