/**
 * Looks every minute whether someone is to be told something. Of several processes one does it at
 * a time: claims.ts.
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
		for (const practiceId of await practicesReached(engine)) {
			if (this.#isEnding) return;
			try {
				const telling = { engine, senders: this.#senders, origin: this.#origin, practiceId };
				const count = await tellDue(telling);
				if (count > 0) engine.log.info({ job: reminderJob, practiceId, count }, 'Reminded.');
			} catch (error) {
				engine.log.error(
					{ error, job: reminderJob, practiceId },
					'Reminders of a practice failed.'
				);
			}
		}
	}
}

/** Where someone can be reached, found with one question: of very many practices it may be few. */
async function practicesReached({ database }: Engine): Promise<string[]> {
	const rows = await database.asOwner((trx) =>
		trx
			.selectFrom('push_subscription')
			.select('practice_id')
			.union(
				trx.selectFrom('mail_address').select('practice_id').where('confirmed_at', 'is not', null)
			)
			.orderBy('practice_id')
			.execute()
	);
	return rows.map(({ practice_id: practiceId }) => practiceId);
}
