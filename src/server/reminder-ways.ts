/**
 * The ways on which a person is reached: a subscription of each device, and an e-mail address.
 *
 * A subscription ends with its device. An address counts only once the person has typed the code
 * that was sent there, so that nobody gets mail for someone else.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Trouble } from '#domain/protocol.ts';
import type { Engine, Who } from './engine.ts';
import type { MailSender } from './mail.ts';
import { readMember, type Place } from './members.ts';
import { signedOut } from './practice.ts';
import type { PushSender, Subscription } from './push.ts';
import { trouble } from './replies.ts';
import { hashOf, newCode, readCode, spokenCode } from './secrets.ts';
import type { MailAddressTable, Tables } from './tables.ts';

export const mailWay = 'mail';
const codeForMs = 60 * 60_000;
const mostTries = 5;

export interface Senders {
	readonly push: PushSender;
	/** Undefined: this server sends no mail. */
	readonly mail: MailSender | undefined;
}

interface ReachTrouble {
	readonly since: number;
	readonly what: string;
}

export interface Ways {
	/** For the browser: messages must be signed with the other half of it. */
	readonly publicKey: string;
	/** Where this device takes messages, as the server knows it. */
	readonly endpoint: string | null;
	readonly pushTrouble: ReachTrouble | null;
	readonly sendsMail: boolean;
	readonly address: string | null;
	readonly isConfirmed: boolean;
	readonly mailTrouble: ReachTrouble | null;
}

const notAService = trouble(
	'bad-request',
	'The practice’s server does not know this browser’s push service. Try another browser.',
	'endpoint'
);
const noMail = trouble('not-found', 'This server sends no e-mail.');
const notSent = trouble(
	'try-again',
	'The e-mail could not be sent. Check the address and try again later.'
);
const wrongCode = trouble(
	'bad-request',
	'This is not the code, or it is too old. Look again, or have a new one sent.',
	'code'
);

export function showWays(engine: Engine, senders: Senders, who: Who): Promise<Ways | Trouble> {
	return asMember(engine, who, async (trx) => {
		const { publicKey } = await senders.push.keysOf(trx, engine, who.practiceId);
		const own = await trx
			.selectFrom('push_subscription')
			.select('endpoint')
			.where('practice_id', '=', who.practiceId)
			.where('device_id', '=', who.deviceId)
			.executeTakeFirst();
		const mail = await readAddress(trx, who);
		const troubles = await trx
			.selectFrom('reminder_trouble')
			.select(['way', 'since', 'what'])
			.where('practice_id', '=', who.practiceId)
			.where('person_id', '=', who.personId)
			.execute();
		const on = (way: string) => {
			const found = troubles.find((each) => each.way === way);
			return found ? { since: found.since, what: found.what } : null;
		};
		return {
			publicKey,
			endpoint: own?.endpoint ?? null,
			pushTrouble: on(who.deviceId),
			sendsMail: senders.mail !== undefined,
			address: mail?.address ?? null,
			isConfirmed: (mail?.confirmed_at ?? null) !== null,
			mailTrouble: on(mailWay)
		};
	});
}

export async function subscribe(
	engine: Engine,
	{ push }: Senders,
	{ who, subscription }: { who: Who; subscription: Subscription }
): Promise<{ isOn: true } | Trouble> {
	if (!push.mayAsk(subscription.endpoint)) return notAService;
	return asMember(engine, who, async (trx) => {
		await endPush(trx, who.practiceId, [who.deviceId]);
		await trx
			.insertInto('push_subscription')
			.values({
				practice_id: who.practiceId,
				device_id: who.deviceId,
				person_id: who.personId,
				endpoint: subscription.endpoint,
				...subscription.keys,
				created_at: engine.now()
			})
			.execute();
		return { isOn: true as const };
	});
}

export function unsubscribe(engine: Engine, who: Who): Promise<{ isOn: false } | Trouble> {
	return asMember(engine, who, async (trx) => {
		await endPush(trx, who.practiceId, [who.deviceId]);
		return { isOn: false as const };
	});
}

/** For devices that are removed, too. */
export async function endPush(
	trx: Kysely<Tables>,
	practiceId: string,
	deviceIds: readonly string[]
): Promise<void> {
	await trx
		.deleteFrom('push_subscription')
		.where('practice_id', '=', practiceId)
		.where('device_id', 'in', deviceIds)
		.execute();
	await trx
		.deleteFrom('reminder_trouble')
		.where('practice_id', '=', practiceId)
		.where('way', 'in', deviceIds)
		.execute();
}

/** Sends a code there. Until it is typed, nothing else goes to the address. */
export async function setAddress(
	engine: Engine,
	{ mail }: Senders,
	{ who, address }: { who: Who; address: string }
): Promise<{ isSent: true } | Trouble> {
	if (!mail) return noMail;
	const code = newCode();
	const kept = await asMember(engine, who, async (trx) => {
		await forgetAddress(trx, who);
		await trx
			.insertInto('mail_address')
			.values({
				...{ practice_id: who.practiceId, person_id: who.personId, address, code_tries: 0 },
				...{ code_hash: hashOf(code), code_expires_at: engine.now() + codeForMs },
				confirmed_at: null
			})
			.execute();
		return undefined;
	});
	if (kept) return kept;
	const isSent = await mail.send(engine, {
		to: address,
		subject: 'Your code for Noticeboard',
		text: [
			'Someone, we hope you, wants reminders from Noticeboard at this address.',
			`Type this code in the app: ${spokenCode(code)}`,
			'It works for an hour. If this was not you, do nothing: no more mail comes.'
		].join('\n\n')
	});
	return isSent ? { isSent } : notSent;
}

export function confirmAddress(
	engine: Engine,
	{ who, typed }: { who: Who; typed: string }
): Promise<{ isConfirmed: true } | Trouble> {
	return asMember(engine, who, async (trx) => {
		const row = await readAddress(trx, who);
		if (!row) return wrongCode;
		const code = readCode(typed);
		const isFresh = row.code_tries < mostTries && engine.now() < (row.code_expires_at ?? 0);
		const isRight = code !== undefined && isFresh && row.code_hash === hashOf(code);
		await trx
			.updateTable('mail_address')
			.set(
				isRight
					? { confirmed_at: engine.now(), code_hash: null, code_expires_at: null }
					: { code_tries: row.code_tries + 1 }
			)
			.where('practice_id', '=', who.practiceId)
			.where('person_id', '=', who.personId)
			.execute();
		return isRight ? { isConfirmed: true as const } : wrongCode;
	});
}

export function removeAddress(engine: Engine, who: Who): Promise<{ isRemoved: true } | Trouble> {
	return asMember(engine, who, async (trx) => {
		await forgetAddress(trx, who);
		return { isRemoved: true as const };
	});
}

async function forgetAddress(trx: Kysely<Tables>, { practiceId, personId }: Place): Promise<void> {
	await trx
		.deleteFrom('mail_address')
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.execute();
	await trx
		.deleteFrom('reminder_trouble')
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.where('way', '=', mailWay)
		.execute();
}

function readAddress(
	trx: Kysely<Tables>,
	{ practiceId, personId }: Place
): Promise<Selectable<MailAddressTable> | undefined> {
	return trx
		.selectFrom('mail_address')
		.selectAll()
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.executeTakeFirst();
}

function asMember<Done>(
	engine: Engine,
	who: Who,
	work: (trx: Kysely<Tables>) => Promise<Done>
): Promise<Done | Trouble> {
	return engine.database.withPractice(who.practiceId, async (trx) =>
		(await readMember(trx, engine, who)) ? work(trx) : signedOut
	);
}
