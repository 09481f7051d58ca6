/**
 * Looks every minute whether someone is to be told something. Of several processes one does it at
 * a time: claims.ts. A practice in which nothing is due yet, and nothing has changed since that
 * was found, costs nothing: there may be thousands.
 */
import { claimJob, finishJob, freeJob } from './claims.ts';
import type { Engine } from './engine.ts';
import type { Senders } from './reminder-ways.ts';
import { tellDue } from './reminders.ts';

const lookEveryMs = 60_000;
/** Also the wait after a process was killed in it. */
const claimMs = 5 * 60_000;

const reminderJob = 'reminders';

export class ReminderRound {
	readonly #engine: Engine;
	readonly #senders: Senders;
	readonly #origin: string;
	#timer: NodeJS.Timeout | undefined;
	#running: Promise<void> | undefined;
	#isEnding = false;
	/** By practice, as of its last look. */
	#looked: ReadonlyMap<string, Look> = new Map();

	constructor(engine: Engine, senders: Senders, origin: string) {
		this.#engine = engine;
		this.#senders = senders;
		this.#origin = origin;
	}

	start(everyMs = lookEveryMs): void {
		if (this.#isEnding) return;
		this.#timer = setTimeout(() => {
			this.#running = this.run().finally(() => this.start(everyMs));
		}, everyMs);
		this.#timer.unref();
	}

	/** Lets the reminder that is under way go out, and begins no other. */
	async stop(): Promise<void> {
		this.#isEnding = true;
		clearTimeout(this.#timer);
		await this.#running;
		this.#senders.mail?.close();
	}

	/** It never fails: a failure is logged, and what is left is told the next time. */
	async run(): Promise<void> {
		const engine = this.#engine;
		const begunAt = engine.now();
		try {
			const dueSince = begunAt - lookEveryMs / 2;
			const isOurs = await claimJob(engine, { name: reminderJob, dueSince, forMs: claimMs });
			if (!isOurs) return;
			await this.#tellAll();
			await (this.#isEnding
				? freeJob(engine, reminderJob)
				: finishJob(engine, reminderJob, begunAt));
		} catch (error) {
			engine.log.error({ error, job: reminderJob }, 'The reminders failed.');
		}
	}

	/** One practice that fails does not keep the others from their turn. */
	async #tellAll(): Promise<void> {
		const engine = this.#engine;
		const looked = new Map<string, Look>();
		for (const { practiceId, state } of await practicesReached(engine)) {
			if (this.#isEnding) return;
			const last = this.#looked.get(practiceId);
			if (last?.state === state && engine.now() < last.nextAt) {
				looked.set(practiceId, last);
				continue;
			}
			try {
				const telling = { engine, senders: this.#senders, origin: this.#origin, practiceId };
				const { told: count, nextAt } = await tellDue(telling);
				looked.set(practiceId, { state, nextAt });
				if (count > 0) engine.log.info({ job: reminderJob, practiceId, count }, 'Reminded.');
			} catch (error) {
				engine.log.error(
					{ error, job: reminderJob, practiceId },
					'Reminders of a practice failed.'
				);
			}
		}
		this.#looked = looked;
	}
}

interface Look {
	/** See `practicesReached`. */
	readonly state: string;
	/** Nothing is due before, as long as the state is the same (ms). */
	readonly nextAt: number;
}

/**
 * Where someone can be reached, found with one question: of very many practices it may be few.
 * `state` is another one once a record has changed, or who can be reached.
 */
async function practicesReached({ database }: Engine): Promise<Reached[]> {
	const rows = await database.asOwner((trx) =>
		trx
			.selectFrom(
				trx
					.selectFrom('mail_address')
					.select(['practice_id', 'confirmed_at as since'])
					.where('confirmed_at', 'is not', null)
					.unionAll(
						trx.selectFrom('push_subscription').select(['practice_id', 'created_at as since'])
					)
					.as('way')
			)
			.innerJoin('practice', 'practice.id', 'way.practice_id')
			.select(({ fn }) => [
				...(['practice.id', 'practice.epoch', 'practice.version'] as const),
				...([fn.countAll().as('ways'), fn.max('way.since').as('newest')] as const)
			])
			.groupBy(['practice.id', 'practice.epoch', 'practice.version'])
			.orderBy('practice.id')
			.execute()
	);
	return rows.map(({ id, epoch, version, ways, newest }) => ({
		practiceId: id,
		state: [epoch, version, ways, newest].join('/')
	}));
}

interface Reached {
	readonly practiceId: string;
	readonly state: string;
}
