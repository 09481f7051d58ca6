/**
 * The settings of the server, from the environment. Each bad value has its own message.
 *
 * A public address must be https: without it the session's cookie could be read on the way.
 */
import * as z from 'zod/mini';

export interface Config {
	readonly port: number;
	readonly host: string;
	/** 'https://noticeboard.example', without a path; undefined: localhost and the port. */
	readonly origin: string | undefined;
	readonly dataDir: string;
	readonly databaseUrl: string | undefined;
	/** True behind a proxy that adds the caller's address to `x-forwarded-for`. */
	readonly trustProxy: boolean;
	readonly logLevel: LogLevel;
	/** Photos are refused when the disk has less room than this. */
	readonly minFreeBytes: number;
	/** How long a server that stops answers yet, so that a balancer can send people elsewhere. */
	readonly drainMs: number;
	/** Lets a monitor on another machine read `/metrics`. */
	readonly metricsToken: string | undefined;
	/** Mail is sent through it; undefined: no mail. */
	readonly smtpUrl: string | undefined;
	/** 'Elm Road <noticeboard@elm.example>' */
	readonly smtpFrom: string | undefined;
	/** The keys that sign push messages, instead of each practice's own. */
	readonly vapid: { readonly publicKey: string; readonly privateKey: string } | undefined;
	/** Whom push services turn to: 'mailto:…' or 'https://…'. */
	readonly vapidSubject: string | undefined;
	/** Push services besides the known ones, by address. */
	readonly pushServices: readonly string[];
}

export type Settings = { readonly config: Config } | { readonly problems: readonly string[] };

const logLevels = ['silent', 'error', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

const bytesPerMegabyte = 1024 * 1024;
const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

const wholeNumber = (from: number, to: number, message: string) =>
	z.pipe(
		z.pipe(
			z.string(),
			z.transform((text) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN))
		),
		z.int(message).check(z.gte(from, message), z.lte(to, message))
	);

const environment = z.object({
	PORT: z.optional(wholeNumber(0, 65_535, 'must be a whole number from 0 to 65535, like 3000.')),
	HOST: z.optional(
		z
			.string()
			.check(z.regex(/^[a-z0-9.:-]+$/i, 'must be a name or an address, like 127.0.0.1 or 0.0.0.0.'))
	),
	ORIGIN: z.optional(
		z.string().check(
			z.refine(isAddress, 'must be an address without a path, like https://noticeboard.example.'),
			z.refine(
				(text) => !isAddress(text) || isSafe(text),
				'must begin with https://. Only localhost and 127.0.0.1 may do without.'
			)
		)
	),
	DATA_DIR: z.optional(z.string()),
	DATABASE_URL: z.optional(
		z
			.string()
			.check(
				z.regex(
					/^postgres(ql)?:\/\/\S+$/,
					'must be the address of a PostgreSQL database, like postgres://name@host/database.'
				)
			)
	),
	TRUST_PROXY: z.optional(z.enum(['true', 'false', '1', '0'], 'must be true or false.')),
	LOG_LEVEL: z.optional(z.enum(logLevels, `must be one of: ${logLevels.join(', ')}.`)),
	MIN_FREE_MB: z.optional(
		wholeNumber(0, 100_000_000, 'must be a whole number of megabytes, like 200.')
	),
	DRAIN_SECONDS: z.optional(
		wholeNumber(0, 300, 'must be a whole number of seconds from 0 to 300, like 5.')
	),
	SMTP_URL: z.optional(
		z
			.string()
			.check(
				z.regex(
					/^smtps?:\/\/\S+$/,
					'must be the address of a mail server, like smtps://name:password@mail.example.'
				)
			)
	),
	SMTP_FROM: z.optional(
		z
			.string()
			.check(z.regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be an e-mail address to send from.'))
	),
	VAPID_PUBLIC_KEY: z.optional(
		z.string().check(z.regex(/^[\w-]{87}$/, 'must be the public half of a pair of VAPID keys.'))
	),
	VAPID_PRIVATE_KEY: z.optional(
		z.string().check(z.regex(/^[\w-]{43}$/, 'must be the private half of a pair of VAPID keys.'))
	),
	VAPID_SUBJECT: z.optional(
		z
			.string()
			.check(
				z.regex(
					/^(mailto:|https:\/\/)\S+$/,
					'must be an address that begins with mailto: or https://.'
				)
			)
	),
	PUSH_SERVICES: z.optional(
		z
			.string()
			.check(
				z.refine(
					(text) => listOf(text).every((each) => isAddress(each) && isSafe(each)),
					'must be addresses that begin with https://, with commas between them.'
				)
			)
	),
	METRICS_TOKEN: z.optional(
		z.string().check(z.regex(/^\S{20,200}$/, 'must be 20 to 200 characters without a space.'))
	)
});

export function readConfig(env: Readonly<Record<string, string | undefined>>): Settings {
	const names = Object.keys(environment.shape);
	const given = names.filter((name) => env[name] !== undefined && env[name].trim() !== '');
	const parsed = environment.safeParse(
		Object.fromEntries(given.map((name) => [name, env[name]?.trim()]))
	);
	if (!parsed.success) return { problems: problemsOf(parsed.error) };
	const { PORT, HOST, ORIGIN, DATA_DIR, DATABASE_URL, TRUST_PROXY, LOG_LEVEL } = parsed.data;
	const { MIN_FREE_MB, DRAIN_SECONDS, METRICS_TOKEN } = parsed.data;
	const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = parsed.data;
	if ((publicKey === undefined) !== (privateKey === undefined)) {
		return { problems: ['VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY are set together or not at all.'] };
	}
	return {
		config: {
			port: PORT ?? 3000,
			host: HOST ?? '127.0.0.1',
			origin: ORIGIN === undefined ? undefined : new URL(ORIGIN).origin,
			dataDir: DATA_DIR ?? 'data',
			databaseUrl: DATABASE_URL,
			trustProxy: TRUST_PROXY === 'true' || TRUST_PROXY === '1',
			logLevel: LOG_LEVEL ?? 'info',
			minFreeBytes: (MIN_FREE_MB ?? 200) * bytesPerMegabyte,
			drainMs: (DRAIN_SECONDS ?? 0) * 1000,
			metricsToken: METRICS_TOKEN,
			smtpUrl: parsed.data.SMTP_URL,
			smtpFrom: parsed.data.SMTP_FROM,
			vapid: publicKey && privateKey ? { publicKey, privateKey } : undefined,
			vapidSubject: parsed.data.VAPID_SUBJECT,
			pushServices: listOf(parsed.data.PUSH_SERVICES ?? '')
		}
	};
}

/** True for an address on this machine, the only kind that may do without https. */
export function isLoopback(origin: string): boolean {
	return loopbackNames.includes(new URL(origin).hostname);
}

/** One line for each setting: a value can hold a password, so it is never repeated. */
function problemsOf(error: z.core.$ZodError): string[] {
	const lines = new Map<string, string>();
	for (const { path, message } of error.issues) {
		const name = String(path[0]);
		if (!lines.has(name)) lines.set(name, `${name} ${message}`);
	}
	return [...lines.values()];
}

function listOf(text: string): string[] {
	return text
		.split(',')
		.map((each) => each.trim())
		.filter((each) => each !== '');
}

function isAddress(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, pathname, search, hash, username } = new URL(text);
	const isWeb = protocol === 'https:' || protocol === 'http:';
	return isWeb && pathname === '/' && `${search}${hash}${username}` === '';
}

function isSafe(text: string): boolean {
	return new URL(text).protocol === 'https:' || isLoopback(text);
}
