/** PC-05. */
import { describe, expect, test } from 'vitest';
import { birthDate } from './birth-date.ts';
import { plainSettings } from './check.ts';

const run = (text: string) => birthDate.run(text, plainSettings);

describe('looking for a date of birth', () => {
	test.each([
		'DOB 04/05/1962',
		'Date of birth: 1 May 1950',
		'd.o.b 3.3.2019',
		'Born on 12 June 2024',
		'She was born in 1947'
	])('stops “%s”', (text) => {
		expect(run(text)).toMatchObject([{ check: 'PC-05', level: 'block' }]);
	});

	test.each([
		'The NHS was set up in 1948',
		'Flu clinic 04/10/2026',
		'If you were 65 or over on 31 March',
		'Our PPG started in 1998',
		'Open 9 to 5'
	])('lets “%s” through', (text) => {
		expect(run(text)).toEqual([]);
	});

	test.each([
		'D.O.B.: 04-05-62',
		'DoB 040562',
		'dob:\n4 May 62',
		'Birthdate 4th of May',
		'date of birth is 1962-05-04',
		'born 12 June 2024',
		'Ella was born on the 12th',
		'born in Gloucester in 1950',
		'DOB ０４／０５／１９６２',
		'D\u200bOB\u00a004/05/1962',
		'born\u00a0in\u00a01947'
	])('stops “%s”', (text) => {
		expect(run(text)).toHaveLength(1);
	});

	test.each([
		'Babies born in 2026 get one more jab',
		'Everyone born on or after 1 September 2006 can have it',
		'Free for you when born on or after 1 September 2006',
		'If you were born in 1952, you can book',
		'Children who were born in 2022 or later',
		'The NHS was born in 1948',
		'Our PPG was born in 1998',
		'Have your date of birth ready. Call 01632 960000',
		'Bring your date of birth and 2 other details',
		'Have your date of birth ready. 1 March is the last day'
	])('lets “%s” through', (text) => {
		expect(run(text)).toEqual([]);
	});

	test('only the practice manager may pass one', () => {
		expect(run('Aneurin Bevan, born in 1897')[0]?.override).toEqual({
			roles: ['practice-manager']
		});
	});
});
