/**
 * Very many practices in one PostgreSQL: whether a pull and a push cost what they cost in a
 * database with one.
 *
 * A pull and a push go to the engine itself, not over the network, so that nothing covers up what
 * the database does. Each turn takes another practice. Taken in turns from fifty, they lie in
 * memory as the one does that they are compared with; taken from all, each comes from the disk.
 */
import * as z from 'zod/mini';
import { readConfig } from '#server/config.ts';
import type { Who } from '#server/engine.ts';
import { makeSenders } from '#server/reminder-senders.ts';
import { ReminderRound } from '#server/reminder-round.ts';
import { startPostgres } from '#tests/support/ensure-postgres.ts';
import { isPatch, type TestDevice, type TestEngine } from '#tests/support/practice-server.ts';
import { RealServer } from '#tests/support/real-server.ts';
import { compare, timed, type Figure } from './figures.ts';
import {
	copyPractice,
	deviceOf,
	expectMuch,
	missed,
	newPerson,
	onePractice,
	openEngine,
	runOn
} from './many-practices.ts';

const turns = 400;
const inMemory = 50;
const most = 1.5;
/** A made-up year holds about 740 records; fifteen of them are five years of a busy group. */
const yearsInFull = 15;

export interface Scale {
	readonly practices: number;
	/** Those among them with five years. */
	readonly full: number;
}

export async function benchScale({ practices, full }: Scale): Promise<Figure[]> {
	const postgres = await startPostgres();
	if (!postgres) {
		const what = 'many practices on PostgreSQL';
		return [{ bench: 'scale', what, value: undefined, unit: 'ms', note: 'no PostgreSQL here' }];
	}
	try {
		await expectMuch(postgres.url);
		const few = await openEngine(await newDatabase(postgres.url, 'few'));
		const alone = await onePractice(few, 1);
		const databaseUrl = await newDatabase(postgres.url, 'many');
		const many = await openEngine(databaseUrl);
		const light = await onePractice(many, 1);
		const long = await onePractice(many, 12);
		const middle = Math.floor((full + practices) / 2);
		const copies = [
			{ of: light, from: full, to: middle, years: 1 },
			{ of: light, from: middle, to: practices, years: 1 },
			{ of: long, from: 0, to: full, years: yearsInFull }
		];
		const [some = [], others = [], fullOnes = []] = await Promise.all(
			copies.map(({ of, ...each }) => copyPractice(many.database, of.who.practiceId, each))
		);
		const lightOnes = [...some, ...others];
		const inEach = (ids: readonly string[], { who }: { who: Who }) =>
			ids.map((practiceId) => ({ ...who, practiceId }));
		const parties: Parties = {
			few: [few, [alone.who]],
			light: [many, inEach(lightOnes, light)],
			full: [many, inEach(fullOnes, long)]
		};
		const size = await sizeOf(databaseUrl);
		const figures = [
			...(await benchTurns(parties, size)),
			...(await benchReminders(many, { databaseUrl, practices })),
			await benchStart(databaseUrl, practices)
		];
		await few.database.close();
		await many.database.close();
		return figures;
	} finally {
		await postgres.stop();
	}
}

type Party = readonly [TestEngine, readonly Who[]];
type Parties = Readonly<Record<'few' | 'light' | 'full', Party>>;

async function benchTurns({ few, light, full }: Parties, note: string): Promise<Figure[]> {
	const same = { bench: 'scale', unit: 'ms', floorIs: 'in a database of one', note } as const;
	const pulled = async (what: string, party: Party, practices: number): Promise<Figure> => {
		const ways = { ours: await pulls(party, practices), floor: await pulls(few, 1) };
		const { ours: value, floor } = await compare(ways, turns);
		return { ...same, what: `a pull of ${missed} changes, ${what}`, value, floor };
	};
	const pushed = async (what: string, party: Party, practices: number): Promise<Figure> => {
		const ways = { ours: await pushes(party, practices), floor: await pushes(few, 1) };
		const { ours: value, floor } = await compare(ways, turns);
		return { ...same, what: `a push of 1, ${what}`, value, floor };
	};
	const figures: Figure[] = [];
	for (const measured of [pulled, pushed]) {
		figures.push(
			{ ...(await measured('a practice with a month among many', light, inMemory)), most },
			{ ...(await measured('a practice with five years among many', full, inMemory)), most },
			await measured('a practice with a month, for the first time', light, turns)
		);
	}
	return figures;
}

async function pulls(party: Party, practices: number): Promise<(turn: number) => Promise<void>> {
	const devices = await devicesOf(party, practices, missed);
	return async (turn) => {
		const answer = await devices[turn % devices.length]?.page();
		if (!answer || !isPatch(answer) || answer.changes.length !== missed) {
			throw new Error('Not the ten changes.');
		}
	};
}

async function pushes(
	party: Party,
	practices: number
): Promise<(turn: number) => Promise<unknown>> {
	const devices = await devicesOf(party, practices, 0);
	return async (turn) => devices[turn % devices.length]?.does(newPerson());
}

/** One in each of so many practices, far from each other. */
function devicesOf([engine, all]: Party, many: number, behind: number): Promise<TestDevice[]> {
	const step = Math.max(1, Math.floor(all.length / many));
	const some = all.filter((_, index) => index % step === 0);
	return Promise.all(some.map((who) => deviceOf(engine, who, behind)));
}

/** The look of each minute: first with nobody to reach, then with one phone in each practice. */
async function benchReminders(
	engine: TestEngine,
	{ databaseUrl, practices }: { databaseUrl: string; practices: number }
): Promise<Figure[]> {
	const settings = readConfig({});
	if ('problems' in settings) throw new Error('There are no settings to be wrong.');
	const origin = 'http://localhost:3000';
	const round = new ReminderRound(engine, makeSenders(settings.config, origin), origin);
	const look = () => {
		engine.time += 60_000;
		return timed(() => round.run());
	};
	const nobody = await look();
	// To no push service that is ever asked; what is due now has then been tried.
	await runOn(
		databaseUrl,
		`insert into push_subscription select practice_id, id, person_id, 'https://nowhere.invalid/', 'x', 'x', 0
			from device`
	);
	const first = await look();
	// Where something was tried, the second one looks at what came of it.
	await look();
	const next = await look();
	const same = { bench: 'scale', unit: 'ms', note: `${practices} practices` } as const;
	return [
		{ ...same, what: 'the look of each minute for reminders, nobody has them on', value: nobody },
		{ ...same, what: 'the same with one phone in each practice: the first look', value: first },
		{ ...same, what: 'and each look after it, while nothing is due', value: next }
	];
}

async function benchStart(databaseUrl: string, practices: number): Promise<Figure> {
	const value = await timed(async () => {
		const server = await RealServer.start({ env: { DATABASE_URL: databaseUrl } });
		await server.kill();
	});
	return {
		bench: 'scale',
		what: 'a server starts',
		value,
		unit: 'ms',
		note: `${practices} practices`
	};
}

async function newDatabase(url: string, name: string): Promise<string> {
	await runOn(url, `create database ${name}`);
	const own = new URL(url);
	own.pathname = `/${name}`;
	return own.toString();
}

const sizeSchema = z.array(
	z.object({ practices: z.string(), records: z.string(), changes: z.string(), gb: z.string() })
);

/** What lies there, for the note; and the statistics that a database makes by itself in time. */
async function sizeOf(url: string): Promise<string> {
	const rows = await runOn(
		url,
		'vacuum analyze',
		'checkpoint',
		`select (select count(*) from practice) as practices, (select count(*) from record) as records,
			(select count(*) from history) as changes,
			round(pg_database_size(current_database()) / 1e9, 1) as gb`
	);
	return sizeSchema
		.parse(rows)
		.map(
			({ practices, records, changes, gb }) =>
				`${practices} practices, ${records} records, ${changes} changes, ${gb} GB`
		)
		.join();
}
