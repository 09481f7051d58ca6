/** PC-04. */
import { describe, expect, test } from 'vitest';
import { address } from './address.ts';
import { plainSettings } from './check.ts';

const settings = {
	...plainSettings,
	postcodes: ['ZZ99 1AA'],
	addresses: ['Village Hall, 14 Mill Road, Exampleton ZZ99 2AB', '9 Mill Hillside Court']
};
const run = (text: string) => address.run(text, settings);

describe('looking for a postcode or a street address', () => {
	test.each([
		'Mrs K lives at GL1 1AA',
		'Drop it at 14 Station Road',
		'sw1a 1aa',
		'Meet at BA11AA',
		'He moved to 3 Rose Cottage Lane'
	])('warns about “%s”', (text) => {
		expect(run(text)).toMatchObject([{ check: 'PC-04', level: 'warn' }]);
	});

	test.each([
		'Ask about B12 injections',
		'Flu strain H5N1',
		'See you in Q4 2026',
		'Come to the surgery, ZZ99 1AA',
		'GP2 team meeting',
		'Level A1C tests'
	])('lets “%s” through', (text) => {
		expect(run(text)).toEqual([]);
	});

	test.each([
		['no-break space', 'GL1\u00a01AA'],
		['zero-width space', 'G\u200bL1 1\u200bAA'],
		['full-width letters', 'ＧＬ１ １ＡＡ'],
		['two spaces', 'GL1  1AA'],
		['right-to-left mark', 'GL1\u200f 1AA']
	])('sees a postcode through a %s', (_, text) => {
		expect(run(`She lives at ${text}.`)).toHaveLength(1);
	});

	test.each([
		'14A Station Road',
		'14, Station Road',
		'12-14 Station Road',
		'Flat 2, 14 St Mary’s Road',
		'14 STATION ROAD',
		'14 Station Rd',
		'3 Church St.',
		'14\u00a0Station\u00a0Road',
		'14 Sta\u200btion Ro\u00adad'
	])('sees the street address “%s”', (text) => {
		expect(run(`Meet at ${text}`)).toHaveLength(1);
	});

	test.each([
		'Saturday 6 June Street Party',
		'6 June Street Party at the surgery',
		'Meet at 9:30 Station Road surgery',
		'The A40 London Road is shut',
		'Room B1 1st floor',
		'We walked 5 miles down the lane',
		'In 2026 Station Road Surgery opened',
		'£20 High Street voucher'
	])('does not take “%s” for an address', (text) => {
		expect(run(text)).toEqual([]);
	});

	test('a month can be the name of a street', () => {
		expect(run('She lives at 14 May Road.')).toHaveLength(1);
	});

	test('the place of an event is fine, in any spelling, but not its neighbours', () => {
		expect(run('Come to 14 Mill Road, zz992ab')).toEqual([]);
		expect(run('Come to 14 MILL ROAD')).toEqual([]);
		expect(run('Come to 4 Mill Road')).toHaveLength(1);
		expect(run('Come to The Old Mill, 9 Mill Hill')).toHaveLength(1);
	});
});
