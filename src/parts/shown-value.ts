/**
 * A field's value as a person reads it: in a history, a refused change or one of two versions.
 *
 * `names` are people's names by id; an id that is not among them is never shown.
 */
import { dayOf, isDay, spokenDay } from '#domain/calendar.ts';

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Larger whole numbers are moments (ms): no count of ours comes near. */
const leastMoment = 1_000_000_000_000;

export function isNothing(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	return value === null || value === undefined || value === '';
}

export function shownValue(value: unknown, names: ReadonlyMap<string, string> = new Map()): string {
	if (isNothing(value)) return 'nothing';
	if (typeof value === 'string') {
		if (id.test(value)) return names.get(value) ?? 'something else';
		return isDay(value) ? spokenDay(value) : value;
	}
	if (typeof value === 'number') {
		return value > leastMoment ? spokenDay(dayOf(value)) : value.toLocaleString('en-GB');
	}
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return Array.isArray(value) ? shownList(value, names) : 'a set of answers';
}

/** The words in a list, one after the other; a list without any is counted. */
function shownList(list: readonly unknown[], names: ReadonlyMap<string, string>): string {
	const shown = list.flatMap((entry) => {
		const parts: unknown[] =
			typeof entry === 'object' && entry !== null ? Object.values(entry) : [entry];
		return parts
			.filter((part) => typeof part === 'string' && part !== '')
			.filter((part) => !id.test(String(part)) || names.has(String(part)))
			.map((part) => shownValue(part, names));
	});
	return shown.length === 0 ? `a list of ${list.length}` : shown.join('; ');
}
