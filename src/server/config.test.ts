/**
 * The settings: what is taken, what is refused and how that is said.
 */
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('settings', () => {
	test('are not needed to start', () => {
		expect(readConfig({})).toEqual({
			config: {
				port: 3000,
				host: '127.0.0.1',
				origin: undefined,
				dataDir: 'data',
				databaseUrl: undefined,
				trustProxy: false,
				logLevel: 'info',
				minFreeBytes: 200 * 1024 * 1024,
				drainMs: 0,
				metricsToken: undefined,
				...{ smtpUrl: undefined, smtpFrom: undefined, vapid: undefined },
				...{ vapidSubject: undefined, pushServices: [] }
			}
		});
	});

	test('are taken from the environment, and empty ones count as none', () => {
		const settings = readConfig({
			PORT: ' 8080 ',
			HOST: '0.0.0.0',
			ORIGIN: 'https://Noticeboard.example/',
			DATA_DIR: '/srv/noticeboard',
			DATABASE_URL: '',
			TRUST_PROXY: 'true',
			LOG_LEVEL: 'debug',
			MIN_FREE_MB: '0',
			DRAIN_SECONDS: '5'
		});

		expect(settings).toMatchObject({
			config: {
				port: 8080,
				host: '0.0.0.0',
				origin: 'https://noticeboard.example',
				databaseUrl: undefined,
				trustProxy: true,
				minFreeBytes: 0,
				drainMs: 5000
			}
		});
	});

	test.each([
		['PORT', '80a'],
		['PORT', '65536'],
		['PORT', '-1'],
		['PORT', '3000.5'],
		['HOST', 'a b'],
		['ORIGIN', 'noticeboard.example'],
		['ORIGIN', 'https://noticeboard.example/app'],
		['ORIGIN', 'https://user:secret@noticeboard.example'],
		['ORIGIN', 'ftp://noticeboard.example'],
		['DRAIN_SECONDS', '301'],
		['DATABASE_URL', 'mysql://somewhere'],
		['TRUST_PROXY', 'perhaps'],
		['LOG_LEVEL', 'loud'],
		['MIN_FREE_MB', 'lots'],
		['SMTP_URL', 'mail.example'],
		['SMTP_FROM', 'nobody'],
		['VAPID_PUBLIC_KEY', 'short'],
		['VAPID_PRIVATE_KEY', 'short'],
		['VAPID_SUBJECT', 'someone'],
		['PUSH_SERVICES', 'http://push.example']
	])('%s cannot be %s', (name, value) => {
		const settings = readConfig({ [name]: value });

		expect(settings).toHaveProperty('problems.length', 1);
		expect(settings).toMatchObject({
			problems: [expect.stringMatching(new RegExp(`^${name} must be .*\\.$`)) as unknown]
		});
	});

	test('half a pair of VAPID keys is refused', () => {
		const settings = readConfig({ VAPID_PUBLIC_KEY: 'B'.repeat(87) });

		expect(settings).toMatchObject({ problems: [expect.stringContaining('VAPID_PRIVATE_KEY')] });
	});

	test.each(['http://noticeboard.example', 'http://192.168.1.20', 'http://localhost.example'])(
		'a public address without https is refused: %s',
		(ORIGIN) => {
			expect(readConfig({ ORIGIN })).toEqual({
				problems: ['ORIGIN must begin with https://. Only localhost and 127.0.0.1 may do without.']
			});
		}
	);

	test.each(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080'])(
		'this machine may do without https: %s',
		(ORIGIN) => {
			expect(readConfig({ ORIGIN })).toMatchObject({ config: { origin: ORIGIN } });
		}
	);

	test('every bad one is named at once, and no value is repeated', () => {
		const settings = readConfig({ PORT: 'x', DATABASE_URL: 'mysql://me:hunter2@host/db' });

		expect(settings).toHaveProperty('problems.length', 2);
		expect(JSON.stringify(settings)).not.toContain('hunter2');
	});
});
