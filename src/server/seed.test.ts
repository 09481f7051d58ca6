/** The made-up practice: every change is one that people could make, and it says what it is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { consentKinds } from '#features/consent/fields/kinds.ts';
import { registry } from '#features/registry.ts';
import { verifyHistory } from './chain.ts';
import { openDatabase } from './database.ts';
import type { Engine } from './engine.ts';
import { makeLog } from './log.ts';
import { seedPractice, type Seeded } from './seed.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
let engine: Engine;
let seeded: Seeded;

beforeAll(async () => {
	engine = {
		database: await openDatabase({ memory: true }),
		registry,
		log: makeLog('silent'),
		now: () => now,
		newId: () => v7()
	};
	seeded = await seedPractice(engine, now, { months: 3 });
});
afterAll(() => engine.database.close());

async function bodies(kind: string): Promise<string[]> {
	const { practiceId } = seeded;
	const rows = await engine.database.withPractice(
		practiceId,
		(trx) =>
			trx
				.selectFrom('record')
				.select('body')
				.where('practice_id', '=', practiceId)
				.where('kind', '=', kind)
				.execute(),
		'reading'
	);
	return rows.map(({ body }) => body ?? '');
}

describe('the made-up practice', () => {
	it('is made without one refusal, and holds what it says', async () => {
		const { counts } = seeded;
		expect(counts.people).toBe(7);
		expect(await bodies('post')).toHaveLength(counts.posts);
		expect(counts.posts).toBeGreaterThan(30);
		expect(await bodies('rota-slot')).toHaveLength(counts.rotaDays);
		expect(counts.rotaDays).toBeGreaterThan(80);
		expect(await bodies('insight-note')).toHaveLength(counts.notes);
		// Of three months with the app, and two before it, for each of three accounts.
		expect(counts.notes).toBe(15);
		expect((await bodies('post-results')).length).toBeGreaterThan(3);
		expect((await bodies('meeting')).length).toBeGreaterThan(2);
		expect((await bodies('meeting-action')).length).toBeGreaterThan(3);
		expect((await bodies('theme')).length).toBeGreaterThan(5);
		expect(await bodies('account-review')).toHaveLength(3);
		expect(await bodies('photo')).toHaveLength(6);
		expect(await bodies('consent')).toHaveLength(16);
	});

	it('says of the practice and of every person that they are made up', async () => {
		const [practice] = await bodies('practice');
		expect(practice).toContain('Example Practice (made up)');
		for (const kind of ['person', 'consent', 'account', 'contact', 'venue']) {
			for (const body of await bodies(kind)) expect(body).toContain('(made up)');
		}
	});

	it('has a post in every state, and consents in many', async () => {
		const posts = (await bodies('post')).join('\n');
		for (const status of ['idea', 'draft', 'ready', 'approved', 'posted', 'dropped']) {
			expect(posts).toContain(`"status":"${status}"`);
		}
		const consents = (await bodies('consent')).join('\n');
		for (const status of ['asked', 'given', 'confirmed', 'refused', 'withdrawn']) {
			expect(consents).toContain(`"status":"${status}"`);
		}
		for (const kind of consentKinds) expect(consents).toContain(`"kind":"${kind}"`);
		expect((await bodies('venue')).join()).toContain('"wordingVersion":"venue-1"');
	});

	it('keeps the history whole, and the bytes of every photo', async () => {
		const { practiceId } = seeded;
		const report = await engine.database.withPractice(
			practiceId,
			(trx) => verifyHistory(trx, practiceId),
			'reading'
		);
		expect(report.isWhole).toBe(true);
		const kept = await engine.database.withPractice(
			practiceId,
			(trx) =>
				trx
					.selectFrom('photo')
					.select(['width', 'created_at'])
					.where('practice_id', '=', practiceId)
					.execute(),
			'reading'
		);
		expect(kept.map(({ width }) => width)).toEqual(Array(6).fill(1200));
		for (const { created_at } of kept) expect(created_at).toBeLessThan(now);
	});
});
