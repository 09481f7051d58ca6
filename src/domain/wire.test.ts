/** What travels says the same as what was said, in either form, and less than all of it twice. */
import { describe, expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import type { Change, Patch } from './protocol.ts';
import { fromWire, isTerse, toWire } from './wire.ts';

const cookie = { epoch: 'first', version: 12, scope: 'all', protocol: 2 };
const whole = (number: number, version: number): Change => {
	const id = idFor(number);
	return { kind: 'plot', id, version, row: { id, title: `Plot ${number}`, note: null } };
};
const changes: Change[] = [
	whole(1, 9),
	whole(2, 10),
	{ kind: 'plot', id: idFor(3), version: 3, row: null },
	{ kind: 'plot', id: idFor(4), version: 11, row: { title: 'New' }, isPart: true },
	{ kind: 'plot', id: idFor(5), version: 12, row: {}, isPart: true },
	{ kind: 'bed', id: idFor(6), version: 12, row: null }
];
const patch: Patch = {
	protocol: 2,
	epoch: 'first',
	from: { ...cookie, version: 8 },
	to: cookie,
	lastSeq: 4,
	changes,
	outcomes: [
		{ seq: 1, uuid: idFor(11), result: 'applied', version: 9 },
		{ seq: 2, uuid: idFor(12), result: 'overlap', version: 10 },
		{
			...{ seq: 3, uuid: idFor(13), result: 'refused', version: 10 },
			refusal: { code: 'taken', message: 'Someone has it.', field: 'day' }
		},
		{ seq: 4, uuid: idFor(14), result: 'applied', version: 11 }
	],
	resume: null,
	progress: null
};
const travelled = (given: Patch, protocol: number) =>
	fromWire(JSON.parse(JSON.stringify(toWire(given, protocol))));

describe('a patch that travels', () => {
	test('says all that it said, and of each uuid the end', () => {
		const came = travelled(patch, 2);

		expect(came).toMatchObject({ epoch: 'first', from: patch.from, to: cookie, lastSeq: 4 });
		expect(
			came?.changes.map(({ row, ...change }) => ({ ...change, row: row && { ...row } }))
		).toEqual(
			changes.map((change) =>
				change.isPart ? { ...change, row: { id: change.id, ...change.row } } : change
			)
		);
		for (const [at, { uuid, ...outcome }] of (came?.outcomes ?? []).entries()) {
			const { uuid: sent = '', ...said } = patch.outcomes[at] ?? {};
			expect(outcome).toEqual(said);
			expect(sent.endsWith(uuid)).toBe(true);
		}
		expect(came?.outcomes).toHaveLength(4);
	});

	test('to an app that speaks the first number is as that app knows it', () => {
		const given = { ...patch, changes: changes.filter(({ isPart }) => !isPart) };

		// A server of before would take no other cookie.
		const [from, to] = [
			{ ...cookie, version: 8, protocol: 1 },
			{ ...cookie, protocol: 1 }
		];
		expect(toWire(given, 1)).toEqual({ ...given, protocol: 1, from, to });
		expect(travelled(given, 1)).toEqual({ ...given, protocol: 1, from, to });
		expect([isTerse(1), isTerse(2)]).toEqual([false, true]);
	});

	test('without a cookie names the life of the server that speaks', () => {
		const given = { ...patch, from: null, to: null, changes: [] };

		expect(travelled(given, 2)).toMatchObject({ epoch: 'first', from: null, to: null });
	});

	test('that is a page of a snapshot keeps its place', () => {
		const progress = { done: 2, of: 9 };
		const given = { ...patch, from: null, resume: 'next', progress };

		expect(travelled(given, 2)).toMatchObject({ from: null, to: cookie, resume: 'next', progress });
	});
});

describe('what is no patch', () => {
	const sent = (change: object) => ({ ...toWire(patch, 2), ...change });
	test.each([
		['nothing', undefined],
		['trouble', { error: 'try-again', message: 'Later.' }],
		['a patch without any life', sent({ to: null })],
		['a beginning without an end', sent({ to: null, epoch: 'first' })],
		['records without versions', sent({ groups: [{ kind: 'plot', versions: [], gone: ['a'] }] })],
		['records without ids', sent({ groups: [{ kind: 'plot', versions: [1], rows: [{}] }] })],
		['a first number with groups', sent({ protocol: 1 })],
		['an outcome of no mutation', sent({ answers: [{ uuid: '' }] })]
	])('%s is not taken for one', (_what, found) => {
		expect(fromWire(found)).toBeUndefined();
	});
});
