/**
 * Which do's and don'ts a screen shows.
 */
import { linesFor, type ScreenGuidance } from '#domain/guidance.ts';
import { idFor, manager } from '#tests/support/actors.ts';
import { describe, expect, test } from 'vitest';
import type { OwnLine } from './record.ts';
import { everyLine, linesInForce } from './rules.ts';

const builtIn: ScreenGuidance = {
	screen: 'rota',
	lines: [
		{ id: 'rota-one', kind: 'do', text: 'One.', sources: ['S0-1'], when: ['gap'] },
		{ id: 'rota-two', kind: 'dont', text: 'Two.', sources: ['S0-17'] }
	]
};

function own(more: Partial<OwnLine>): OwnLine {
	return {
		id: idFor(1),
		createdAt: 1,
		createdBy: manager.personId,
		lineId: 'rota-one',
		screen: 'rota',
		doOrDont: 'do',
		text: null,
		isHidden: false,
		...more
	};
}

describe('the lines of a screen', () => {
	test('are the built-in ones while the group has none of its own', () => {
		expect(linesInForce(builtIn, []).map(({ text }) => text)).toEqual(['One.', 'Two.']);
	});

	test('keep their place, source and moment when they are reworded', () => {
		const [first] = linesInForce(builtIn, [own({ text: 'Ours.' })]);

		expect(first).toMatchObject({
			...{ id: 'rota-one', text: 'Ours.', origin: 'reworded' },
			...{ sources: ['S0-1'], when: ['gap'] }
		});
	});

	test('leave out what is hidden, which can still be listed', () => {
		const hidden = [own({ isHidden: true })];

		expect(linesInForce(builtIn, hidden).map(({ id }) => id)).toEqual(['rota-two']);
		expect(everyLine(builtIn, hidden)).toMatchObject([{ isHidden: true }, { isHidden: false }]);
	});

	test('end with those that the group added, oldest first, each for its own screen', () => {
		const added = [
			own({ id: idFor(3), createdAt: 3, lineId: null, text: 'Late.' }),
			own({ id: idFor(2), createdAt: 2, lineId: null, text: 'Early.', doOrDont: 'dont' }),
			own({ id: idFor(4), lineId: null, text: 'Elsewhere.', screen: 'posts' })
		];

		const last = linesInForce(builtIn, added).slice(2);

		expect(last).toMatchObject([
			{ text: 'Early.', kind: 'dont', origin: 'added', sources: [] },
			{ text: 'Late.', kind: 'do', origin: 'added' }
		]);
	});

	test('take the later of two records about one line', () => {
		const both = [
			own({ id: idFor(2), createdAt: 2, text: 'Later.' }),
			own({ id: idFor(1), createdAt: 1, text: 'Earlier.' })
		];

		expect(linesInForce(builtIn, both)[0]?.text).toBe('Later.');
	});

	test('ignore words about a line that the app no longer has', () => {
		expect(linesInForce(builtIn, [own({ lineId: 'rota-old', text: 'Old.' })])).toHaveLength(2);
	});

	test('come first when they fit the moment', () => {
		const turned = { ...builtIn, lines: builtIn.lines.toReversed() };

		expect(linesFor(linesInForce(turned, []), ['gap'], 1)).toMatchObject([{ id: 'rota-one' }]);
	});
});
