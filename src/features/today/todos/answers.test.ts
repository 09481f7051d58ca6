/** Posts that wait for somebody's word, and who is told. */
import { expect, test } from 'vitest';
import { coordinator, idFor, manager, otherVolunteer, volunteer } from '#tests/support/actors.ts';
import { aPost, titles, told } from '#tests/support/today.ts';

const open = { answer: '', answeredBy: null, answeredAt: null };
const ask = { to: 'coordinator' as const, question: 'May we?', by: volunteer.personId, at: 0 };
const mine = { title: 'Stall', writerId: volunteer.personId };

test('what was asked first is told to whoever was asked', () => {
	const posts = [aPost({ ...mine, status: 'draft', ask: { ...ask, ...open } })];

	expect(told({ posts })).toEqual([coordinator]);
	expect(titles(coordinator, { posts })).toEqual(['Answer about “Stall”']);
});

test('what the ICB was asked is told to the person who asked', () => {
	const posts = [aPost({ ...mine, status: 'draft', ask: { ...ask, ...open, to: 'icb' } })];

	expect(titles(volunteer, { posts })).toEqual(['What does the ICB say about “Stall”?']);
	expect(titles(otherVolunteer, { posts })).toEqual([]);
});

test('a yes that is late is told to the writer as well', () => {
	const late = Date.UTC(2026, 10, 18, 9);
	const posts = [aPost({ ...mine, status: 'ready', readyAt: late, plannedOn: '2026-12-20' })];
	const inTime = [aPost({ ...mine, status: 'ready', readyAt: late + 86_400_000 })];

	expect(titles(volunteer, { posts })).toEqual(['The practice has not answered about “Stall”']);
	expect(titles(volunteer, { posts: inTime })).toEqual([]);
	expect(titles(manager, { posts })).toEqual(['Approve “Stall”']);
});

test('a question that has closed asks for what people said', () => {
	const closedQuestions = [
		aPost({ id: idFor(9), title: 'Which evening?', closesOn: '2026-11-20' })
	];

	expect(titles(volunteer, { closedQuestions })).toEqual([
		'Tell people what you heard: “Which evening?”'
	]);
	expect(titles(manager, { closedQuestions })).toEqual([]);
});

test('the practice is told what it is asked to share', () => {
	const toShare = [aPost({ title: 'Stall' })];

	expect(titles(manager, { toShare })).toEqual(['Share “Stall” from the practice’s own accounts']);
	expect(titles(coordinator, { toShare })).toEqual([]);
});

test('everyone is asked to pass a post on, until they have; not whoever asked', () => {
	const groupShare = { by: volunteer.personId, on: '2026-11-20', doneBy: [manager.personId] };
	const toPassOn = [aPost({ title: 'Stall', status: 'posted', groupShare })];

	expect(titles(coordinator, { toPassOn })).toEqual(['Please share “Stall”']);
	expect(titles(manager, { toPassOn })).toEqual([]);
	expect(titles(volunteer, { toPassOn })).toEqual([]);
});
