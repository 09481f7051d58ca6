/**
 * Numbers for a monitor, in the text format of Prometheus: counts and moments, never a name or an id.
 *
 * Only for someone on this machine, or with the token. A proxy on this machine looks like someone
 * on it, so a request that was passed on, or asks for another host, needs the token.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { jobTimes } from './claims.ts';
import { isLoopback } from './config.ts';
import { freeBytes } from './disk.ts';
import type { Engine } from './engine.ts';
import { backupJob, tidyJob } from './nightly.ts';
import { notFound, troubleAnswer } from './replies.ts';
import type { Streams } from './streams.ts';

const passedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];
const thisMachine = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

interface Parts {
	readonly engine: Engine;
	readonly streams: Streams;
	/** Undefined where the data is on another machine. */
	readonly dataDir: string | undefined;
	readonly token: string | undefined;
}

interface Asker {
	readonly request: Request;
	readonly getClientAddress: () => string;
}

interface Figure {
	readonly name: string;
	readonly says: string;
	readonly kind: 'counter' | 'gauge';
	/** By label: 'job="backup"'; '' for a figure that has none. */
	readonly values: Readonly<Record<string, number | undefined>>;
}

export class Monitor {
	readonly #parts: Parts;
	readonly #answers = new Map<string, number>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** One more answer of the interface. */
	answered(status: number): void {
		const group = `${Math.floor(status / 100)}xx`;
		this.#answers.set(group, (this.#answers.get(group) ?? 0) + 1);
	}

	/** To everyone else it is not there. */
	async answer(asker: Asker): Promise<Response> {
		if (!this.#maySee(asker)) return troubleAnswer(notFound);
		const figures = await this.#figures();
		const headers = { 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' };
		return new Response(figures.map(textOf).join(''), { headers });
	}

	#maySee({ request, getClientAddress }: Asker): boolean {
		const { token } = this.#parts;
		const given = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
		if (given !== undefined) return token !== undefined && isSame(given, token);
		const isPassedOn = passedOn.some((name) => request.headers.has(name));
		const host = `http://${request.headers.get('host') ?? ''}`;
		const isHere = URL.canParse(host) && isLoopback(host);
		return !isPassedOn && isHere && thisMachine.test(getClientAddress());
	}

	async #figures(): Promise<Figure[]> {
		const { engine, streams, dataDir } = this.#parts;
		const free = dataDir === undefined ? undefined : await freeBytes(dataDir);
		const times = await jobTimes(engine).catch(() => undefined);
		const lastRun = (job: string) => {
			const at = times?.get(job);
			return at === undefined || at === 0 ? undefined : Math.round(at / 1000);
		};
		const { rss } = process.memoryUsage();
		return [
			figure('gauge', 'up_seconds', 'How long this process runs.', Math.round(process.uptime())),
			figure('gauge', 'database_up', 'Whether the database answers.', times ? 1 : 0),
			figure('gauge', 'memory_bytes', 'Memory of this process.', rss),
			figure('gauge', 'streams', 'Event streams that are open here.', streams.count),
			figure('gauge', 'disk_free_bytes', 'Room on the disk that holds the data.', free),
			{
				name: 'answers_total',
				says: 'Answers of the interface since this process started.',
				kind: 'counter',
				values: Object.fromEntries(
					[...this.#answers].sort().map(([group, count]) => [`status="${group}"`, count])
				)
			},
			{
				name: 'job_last_run_seconds',
				says: 'When nightly work was last begun and came to its end (seconds since 1970).',
				kind: 'gauge',
				values: {
					[`job="${backupJob}"`]: lastRun(backupJob),
					[`job="${tidyJob}"`]: lastRun(tidyJob)
				}
			}
		];
	}
}

function figure(kind: Figure['kind'], name: string, says: string, value: number | undefined) {
	return { name, says, kind, values: { '': value } };
}

function textOf({ name, says, kind, values }: Figure): string {
	const whole = `noticeboard_${name}`;
	const lines = Object.entries(values)
		.filter(([, value]) => value !== undefined)
		.map(([label, value]) => `${whole}${label === '' ? '' : `{${label}}`} ${String(value)}\n`);
	return lines.length === 0
		? ''
		: `# HELP ${whole} ${says}\n# TYPE ${whole} ${kind}\n${lines.join('')}`;
}

/** Hashes first, so that neither length nor first letters show in the time it takes. */
function isSame(one: string, other: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(one), hash(other));
}
