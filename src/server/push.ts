/**
 * Web Push: one message, encrypted for one device and signed with the practice's key.
 *
 * A device says where its messages go, so that address is checked: only known push services are
 * ever asked, and where they point to is not followed.
 */
import type { Kysely } from 'kysely';
import webpush from 'web-push';
import * as z from 'zod/mini';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

/** The push services of today's browsers. */
const knownServices: readonly RegExp[] = [
	/^https:\/\/(fcm|android)\.googleapis\.com$/,
	/^https:\/\/([a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
	/^https:\/\/([a-z0-9-]+\.)*push\.apple\.com$/,
	/^https:\/\/([a-z0-9-]+\.)*notify\.windows\.com$/
];
const patienceMs = 15_000;
const longestTtlSeconds = 24 * 60 * 60;

export const subscriptionSchema = z.strictObject({
	endpoint: z.url('This is no address.').check(z.maxLength(1000, 'This address is too long.')),
	keys: z.strictObject({
		p256dh: z.string().check(z.regex(/^[\w-]{87}=?$/, 'This key cannot be read.')),
		auth: z.string().check(z.regex(/^[\w-]{22}(==)?$/, 'This key cannot be read.'))
	})
});
export type Subscription = z.infer<typeof subscriptionSchema>;

export interface PushKeys {
	readonly publicKey: string;
	readonly privateKey: string;
}

/** What the device shows, and where a tap leads. */
interface Message {
	readonly title: string;
	readonly text: string;
	readonly path: string;
	/** A newer message with the same tag takes the place of the older. */
	readonly tag: string;
	/** Of no use from then on (ms since 1970). */
	readonly until: number;
}

/** `gone`: the browser has ended the subscription, and it will never work again. */
export type Outcome = 'sent' | 'gone' | 'failed';

export interface PushSettings {
	/** The server's own address: whom a push service asks when something is wrong. */
	readonly subject: string;
	/** From the environment, instead of the practice's own. */
	readonly keys: PushKeys | undefined;
	/** More services, by address: 'https://push.example'. */
	readonly services: readonly string[];
}

export class PushSender {
	readonly #settings: PushSettings;

	constructor(settings: PushSettings) {
		this.#settings = settings;
	}

	mayAsk(endpoint: string): boolean {
		if (!URL.canParse(endpoint)) return false;
		const { origin, username, password } = new URL(endpoint);
		if (username !== '' || password !== '') return false;
		return (
			this.#settings.services.includes(origin) ||
			knownServices.some((service) => service.test(origin))
		);
	}

	/** Made when they are first asked for, and then the same for ever. */
	async keysOf(trx: Kysely<Tables>, engine: Engine, practiceId: string): Promise<PushKeys> {
		if (this.#settings.keys) return this.#settings.keys;
		const kept = await readKeys(trx, practiceId);
		if (kept) return kept;
		const { publicKey, privateKey } = webpush.generateVAPIDKeys();
		await trx
			.insertInto('push_key')
			.values({
				practice_id: practiceId,
				public_key: publicKey,
				private_key: privateKey,
				created_at: engine.now()
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		return (await readKeys(trx, practiceId)) ?? { publicKey, privateKey };
	}

	async send(engine: Engine, { subscription, keys, message }: Sending): Promise<Outcome> {
		if (!this.mayAsk(subscription.endpoint)) return 'failed';
		const { until, ...shown } = message;
		const ttl = Math.round((until - engine.now()) / 1000);
		try {
			const { endpoint, method, headers, body } = webpush.generateRequestDetails(
				subscription,
				JSON.stringify(shown),
				{
					vapidDetails: { subject: this.#settings.subject, ...keys },
					contentEncoding: 'aes128gcm',
					TTL: Math.max(0, Math.min(ttl, longestTtlSeconds)),
					urgency: 'normal'
				}
			);
			const answer = await fetch(endpoint, {
				method,
				headers: new Headers(Object.entries(headers)),
				body: new Uint8Array(body),
				redirect: 'manual',
				signal: AbortSignal.timeout(patienceMs)
			});
			await answer.body?.cancel();
			if (answer.ok) return 'sent';
			engine.log.info({ job: 'reminders', status: answer.status }, 'A push service said no.');
			return answer.status === 404 || answer.status === 410 ? 'gone' : 'failed';
		} catch (error) {
			engine.log.info({ job: 'reminders', error }, 'A push service did not answer.');
			return 'failed';
		}
	}
}

interface Sending {
	readonly subscription: Subscription;
	readonly keys: PushKeys;
	readonly message: Message;
}

async function readKeys(trx: Kysely<Tables>, practiceId: string): Promise<PushKeys | undefined> {
	const row = await trx
		.selectFrom('push_key')
		.select(['public_key', 'private_key'])
		.where('practice_id', '=', practiceId)
		.executeTakeFirst();
	return row && { publicKey: row.public_key, privateKey: row.private_key };
}
