/**
 * A practice on a real server engine, with a clock in the test's hand, and devices that keep
 * what they are sent as a phone does.
 */
import { v4, v7 } from 'uuid';
import {
	protocolVersion,
	type Cookie,
	type MutationMessage,
	type Outcome,
	type Patch,
	type PullRequest,
	type PushRequest,
	type Trouble,
	type Was
} from '#domain/protocol.ts';
import { recordKey } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import type { Role } from '#domain/roles.ts';
import { applyPush } from '#server/apply.ts';
import { answerPull } from '#server/changes.ts';
import type { Database } from '#server/database.ts';
import { usualLimits, type Engine, type Limits, type Who } from '#server/engine.ts';
import { makeLog } from '#server/log.ts';
import { createPractice } from '#server/practice.ts';
import { runAs } from '#server/run-as.ts';
import { allotment } from './allotment.ts';
import { aMoment } from './actors.ts';

export const dayMs = 86_400_000;

/** An engine with its own clock and a list of what it logged. */
export class TestEngine implements Engine {
	readonly database: Database;
	readonly registry: Registry;
	/** What was logged, line by line. */
	readonly logged: string[] = [];
	limits: Limits = usualLimits;
	time = aMoment;
	readonly log = makeLog('error', { write: (line) => void this.logged.push(line) });

	constructor(database: Database, registry: Registry = allotment) {
		this.database = database;
		this.registry = registry;
	}

	now(): number {
		return this.time;
	}

	newId(): string {
		return v7();
	}
}

export interface TestPractice {
	readonly engine: TestEngine;
	readonly id: string;
	/** Adds a person and gives their device. */
	join(role: Role): Promise<TestDevice>;
}

/** A new practice with one practice manager, who can be had as `join` gives others. */
export async function newPractice(database: Database, registry?: Registry): Promise<TestPractice> {
	const engine = new TestEngine(database, registry);
	const id = v4();
	await createPractice(database, { id, name: 'Elm Road Surgery', now: engine.now() - 400 * dayMs });
	const join = async (role: Role) => {
		const person = { id: v7(), name: `A ${role}`, role, phone: '0191 498 0000' };
		const refusal = await runAs(
			engine,
			id,
			'set-up',
			[{ name: 'gardener.add', args: person }],
			engine.now()
		);
		if (refusal) throw new Error(refusal.message);
		return new TestDevice(engine, { practiceId: id, personId: person.id, deviceId: v4() });
	};
	return { engine, id, join };
}

/** What a person asks for, before it has a number. */
export interface Deed {
	readonly name: string;
	readonly args: unknown;
	readonly was?: Was;
	readonly at?: number;
	readonly uuid?: string;
}

export function isPatch(answer: Patch | Trouble): answer is Patch {
	return !('error' in answer);
}

export class TestDevice {
	readonly engine: TestEngine;
	readonly who: Who;
	outboxId = v4();
	cookie: Cookie | null = null;
	ack = 0;
	nextSeq = 1;
	/** What this device holds, by 'kind/id'. */
	readonly held = new Map<string, Readonly<Record<string, unknown>>>();
	readonly outcomes = new Map<number, Outcome>();

	constructor(engine: TestEngine, who: Who) {
		this.engine = engine;
		this.who = who;
	}

	/** Numbers deeds as the outbox does. */
	message({ name, args, was = {}, at = this.engine.now(), uuid = v7() }: Deed): MutationMessage {
		return { seq: this.nextSeq++, uuid, name, args, was, at };
	}

	pushRequest(mutations: MutationMessage[]): PushRequest {
		const { outboxId, ack, cookie } = this;
		const sentAt = this.engine.now();
		return { protocol: protocolVersion, outboxId, ack, cookie, sentAt, mutations };
	}

	push(mutations: MutationMessage[]): Promise<Patch | Trouble> {
		return applyPush(this.engine, this.who, this.pushRequest(mutations));
	}

	/** Sends deeds, takes the answer in, and gives each deed's outcome. */
	async does(...deeds: Deed[]): Promise<Outcome[]> {
		const messages = deeds.map((deed) => this.message(deed));
		const answer = await this.push(messages);
		if (!isPatch(answer)) throw new Error(`The push was not answered: ${answer.error}`);
		this.take(answer);
		return messages.flatMap(({ seq }) => this.outcomes.get(seq) ?? []);
	}

	pullRequest(resume: string | null = null): PullRequest {
		const { outboxId, ack, cookie } = this;
		return { protocol: protocolVersion, outboxId, ack, cookie, resume };
	}

	page(resume: string | null = null): Promise<Patch | Trouble> {
		return answerPull(this.engine, this.who, this.pullRequest(resume));
	}

	/** Pulls to the end; `between` runs after each page that is not the last. */
	async pulls(between?: (patch: Patch) => Promise<unknown>): Promise<Patch[]> {
		const pages: Patch[] = [];
		let resume: string | null = null;
		do {
			const patch = await this.page(resume);
			if (!isPatch(patch)) throw new Error(`The pull was not answered: ${patch.error}`);
			if (patch.from === null && resume === null) this.held.clear();
			this.take(patch);
			pages.push(patch);
			({ resume } = patch);
			if (resume !== null) await between?.(patch);
		} while (resume !== null);
		return pages;
	}

	take(patch: Patch): void {
		for (const { kind, id, row, isPart } of patch.changes) {
			const key = recordKey(kind, id);
			if (row === null) this.held.delete(key);
			else this.held.set(key, isPart ? { ...this.held.get(key), ...row } : row);
		}
		for (const outcome of patch.outcomes) this.outcomes.set(outcome.seq, outcome);
		if (patch.resume !== null || patch.to === null) return;
		this.cookie = patch.to;
		this.ack = Math.max(this.ack, patch.lastSeq);
	}

	row(kind: string, id: string): unknown {
		return this.held.get(recordKey(kind, id));
	}

	/** Everything held, in one order: equal text means equal bytes. */
	get text(): string {
		return JSON.stringify([...this.held].sort(([one], [other]) => (one < other ? -1 : 1)));
	}
}
