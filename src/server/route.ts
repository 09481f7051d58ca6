/**
 * One address of the interface: reads the body by its schema, runs the code, answers.
 *
 * A defect is logged once, here, under a reference that the person can quote.
 */
import type * as z from 'zod/mini';
import type { Trouble } from '#domain/protocol.ts';
import type { App } from './app.ts';
import { readJson, usualBytes } from './body.ts';
import type { Who } from './engine.ts';
import { whoOf, type Event } from './guard.ts';
import { addressOf } from './limits.ts';
import { defect, isTrouble, jsonAnswer, troubleAnswer } from './replies.ts';
import { runningApp } from './running.ts';

export interface Call {
	readonly app: App;
	readonly event: Event;
	/** The caller's network address, for limits; never for the log. */
	readonly address: string;
	/** A part of the address: '[id]'. */
	readonly part: (name: string) => string;
}
export interface OwnCall extends Call {
	readonly who: Who;
}

type Answer = Response | Trouble | object;
type Route = (event: Event) => Promise<Response>;

interface Takes<Body> {
	readonly takes: z.ZodMiniType<Body>;
	readonly mostBytes?: number;
	readonly hasProtocol?: true;
}

/** For people who are signed in. */
export function route(handle: (call: OwnCall) => Promise<Answer>): Route {
	return (event) => answered(event, (call) => handle({ ...call, who: whoOf(event.request) }));
}

export function routeWith<Body>(
	takes: Takes<Body>,
	handle: (call: OwnCall & { body: Body }) => Promise<Answer>
): Route {
	return openRouteWith(takes, (call) => handle({ ...call, who: whoOf(call.event.request) }));
}

/** For everyone: its path must stand in `guard.ts` too. */
export function openRouteWith<Body>(
	{ takes: schema, mostBytes = usualBytes, hasProtocol }: Takes<Body>,
	handle: (call: Call & { body: Body }) => Promise<Answer>
): Route {
	return (event) =>
		answered(event, async (call) => {
			const expected = { schema, mostBytes, hasProtocol: hasProtocol ?? false };
			const read = await readJson(event.request, expected);
			return isTrouble(read) ? read : handle({ ...call, body: read.body });
		});
}

async function answered(event: Event, handle: (call: Call) => Promise<Answer>): Promise<Response> {
	const app = runningApp();
	const address = addressOf(event, app.trustProxy);
	const part = (name: string) => event.params[name] ?? '';
	try {
		const answer = await handle({ app, event, address, part });
		if (answer instanceof Response) return answer;
		return isTrouble(answer) ? troubleAnswer(answer) : jsonAnswer(answer);
	} catch (error) {
		return troubleAnswer(defect(app.engine.log, error, event));
	}
}
