/** Lines that are put into a post with one tap. */
import { expect, test } from 'vitest';
import { runChecks } from '#checks/all.ts';
import { plainSettings } from '#checks/check.ts';
import { idFor } from '#tests/support/actors.ts';
import { insertsFor, withInsert } from './inserts.ts';

const contact = {
	...{ id: idFor(1), createdAt: 0, createdBy: '', role: 'practice-route' as const },
	...{ name: 'The practice', phone: null, email: null, checkedOn: null },
	url: 'https://practice.example.org'
};

test('the practice’s own page comes first, where the group knows it', () => {
	expect(insertsFor([contact])[0]?.text).toBe('Find out more: https://practice.example.org');
	expect(insertsFor([]).some(({ id }) => id === 'practice')).toBe(false);
});

test('a line goes to the end once', () => {
	const [insert] = insertsFor([contact]);
	if (!insert) throw new Error('There is no line to put in.');

	const once = withInsert('Flu jabs start. ', insert);

	expect(once).toBe('Flu jabs start.\n\nFind out more: https://practice.example.org');
	expect(withInsert(once, insert)).toBe(once);
	expect(withInsert('', insert)).toBe(insert.text);
});

test('no line is one that our own checks would stop or warn of', () => {
	for (const { text } of insertsFor([contact])) {
		const found = runChecks({ text, pictures: [], accounts: [], settings: plainSettings });
		expect(found.filter(({ level }) => level !== 'hint')).toEqual([]);
	}
});
