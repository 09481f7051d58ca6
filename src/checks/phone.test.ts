/** PC-02. All numbers are from the ranges that Ofcom sets aside for drama; nobody has them. */
import { describe, expect, test } from 'vitest';
import { plainSettings } from './check.ts';
import { nationalOf, phone } from './phone.ts';

const settings = { ...plainSettings, phones: ['01632 960000', '111', '999'] };
const levels = (text: string) => phone.run(text, settings).map(({ level }) => level);

describe('looking for a phone number', () => {
	test.each([
		['Call Sam on 07700 900123', 'block'],
		['Text me: +44 7700 900456', 'block'],
		['Her home number is 01632 960 001', 'warn'],
		['Ring (020) 7946 0018 after six', 'warn'],
		['WhatsApp Jo 07700-900-789', 'block']
	])('“%s” gives %s', (text, level) => {
		expect(levels(text)).toEqual([level]);
	});

	test.each([
		'Call 111 if it is urgent but not an emergency',
		'In an emergency dial 999',
		'Samaritans: 116 123',
		'Text SHOUT to 85258',
		'Ring the surgery on 01632 960000',
		'Open 08:00 to 18:30'
	])('lets “%s” through', (text) => {
		expect(levels(text)).toEqual([]);
	});

	test.each([
		['no-break spaces', '07700\u00a0900\u00a0123'],
		['zero-width spaces', '077\u200b009\u200b00123'],
		['full-width digits', '０７７００ ９００１２３'],
		['dots', '07700.900.123'],
		['middle dots', '07700·900·123'],
		['en dashes', '07700–900–123'],
		['right-to-left marks', '\u202b07700 900123\u202c'],
		['digits in boxes', '0️⃣7️⃣7️⃣0️⃣0️⃣ 9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣'],
		['a space after each digit', '0 7 7 0 0 9 0 0 1 2 3'],
		['brackets', '(+44) (0)7700 900123'],
		['00 in front', '0044 7700 900123'],
		['no plus in front', 'https://wa.me/447700900123']
	])('sees a mobile number through %s', (_, text) => {
		expect(levels(`Ring ${text} now`)).toEqual(['block']);
	});

	test.each([
		['01632 960000', '+44 (0)1632 960 000'],
		['+441632960000', '(01632) 960-000'],
		['01632\u00a0960000', '01632 960000']
	])('the list of public numbers has %s, so %s is fine', (listed, text) => {
		const findings = phone.run(`Call ${text}.`, { ...plainSettings, phones: [listed] });
		expect(findings).toEqual([]);
	});

	test('a mobile number on the list of public numbers is fine', () => {
		const withMobile = { ...plainSettings, phones: ['07700 900123'] };
		expect(phone.run('Text the group on +44 7700 900123', withMobile)).toEqual([]);
	});

	test('only the practice manager may pass a mobile number', () => {
		const [finding] = phone.run('Call 07700 900123', settings);
		expect(finding?.override).toEqual({ roles: ['practice-manager'] });
	});

	test.each([
		'Clinic on 03.10.2026 10.30 to 12.30',
		'Open 0830-1230 13:30-18:00',
		'Open 0830-1230 and 1330-1800',
		'ISBN 978-0-14-044913-6',
		'ISBN 0-14-044913-9',
		'We raised £1,234,567 in 2026',
		'Bus times 07.15, 08.15, 09.15',
		'Sort code 01-23-45, account 12345678'
	])('does not take “%s” for a phone number', (text) => {
		expect(levels(text)).toEqual([]);
	});

	test('the time after a number does not hide it', () => {
		expect(levels('Call 01632 960001: ask for Jo')).toEqual(['warn']);
		expect(levels('Call 07700 900123 9am to 5pm')).toEqual(['block']);
	});

	test('all ways to write a number come to the same digits', () => {
		const ways = ['07700 900123', '+44 7700 900123', '0044 (0)7700 900123', '447700900123'];
		expect(new Set(ways.map(nationalOf))).toEqual(new Set(['07700900123']));
	});
});
