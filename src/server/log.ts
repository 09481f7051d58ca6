/**
 * The log: one line of JSON each, with an allow-list of fields.
 *
 * No name, text, token or address can reach it: what is not on the list is dropped, and of an
 * error only its kind, its code and the places in our code remain.
 */
import { pino, type DestinationStream } from 'pino';
import type { LogLevel } from './config.ts';
import type { Log } from './engine.ts';

/** Ids, codes and numbers. Ask before you add one: could it ever hold what a person wrote? */
const allowedFields: readonly string[] = [
	...['method', 'route', 'status', 'ms', 'reference', 'code', 'count', 'bytes', 'port', 'engine'],
	...['practiceId', 'personId', 'deviceId', 'outboxId', 'inviteId', 'uuid', 'kind', 'id', 'job'],
	...['version', 'seq', 'mutation', 'tries']
];
const longestValue = 120;
const mostCauses = 4;
const mostPlaces = 12;

/** Errors whose message is made of our own words and ids, or names only code. */
const openMessages = ['UnreadableRecord', 'ReferenceError', 'SqliteError', 'DataFolderInUse'];

export function makeLog(level: LogLevel, destination?: DestinationStream): Log {
	const options = {
		level,
		base: null,
		formatters: {
			level: (label: string) => ({ level: label }),
			log: keepAllowed
		}
	};
	return destination ? pino(options, destination) : pino(options);
}

function keepAllowed(fields: Record<string, unknown>): Record<string, unknown> {
	const kept: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(fields)) {
		if (value instanceof Error) kept.error = outlineOf(value);
		else if (allowedFields.includes(name) && isPlain(value)) kept[name] = value;
	}
	return kept;
}

function isPlain(value: unknown): boolean {
	if (typeof value === 'string') return value.length <= longestValue && !/[\n\r]/.test(value);
	return typeof value === 'number' || typeof value === 'boolean';
}

interface Outline {
	readonly name: string;
	readonly code?: string;
	readonly message?: string;
	readonly at: readonly string[];
	readonly cause?: Outline;
}

/** The message of an unknown error may quote what a person wrote, so it is left out. */
function outlineOf(error: Error, depth = 1): Outline {
	const { cause } = error;
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	return {
		name: error.name,
		...(code !== undefined && { code }),
		...(openMessages.includes(error.name) && { message: error.message }),
		at: placesOf(error),
		...(cause instanceof Error && depth < mostCauses && { cause: outlineOf(cause, depth + 1) })
	};
}

/** The stack without its first lines, which repeat the message. */
function placesOf({ stack = '', message }: Error): string[] {
	const begin = stack.indexOf(message) + message.length;
	const lines = stack.slice(begin).split('\n');
	return lines
		.map((line) => line.trim())
		.filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
		.slice(0, mostPlaces);
}
