/**
 * The rota as a table for spreadsheets, and back: UK dates, people by name.
 *
 * How its cells are made harmless: domain/csv.ts. Phone numbers never go into it.
 */
import { isDay, spokenDay } from '#domain/calendar.ts';
import { csvOf, utf8Mark } from '#domain/csv.ts';
import type { MemberRow } from '#domain/member.ts';
import type { Away } from '../record.ts';
import { awayThen, coverFor, mayCover, type Cover } from '../rules.ts';
import type { RotaSlot } from '../record.ts';

const columns = ['Day', 'Duty', 'Who covers', 'Backup', 'Handover note'] as const;

export function rotaCsv(covers: readonly Cover[], people: readonly MemberRow[]): string {
	const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? '';
	const rows = covers.map(({ dutyOn, group, personId, backupId, note }) => [
		dutyOn.split('-').reverse().join('/'),
		group,
		nameOf(personId),
		nameOf(backupId),
		note
	]);
	return csvOf([columns, ...rows]);
}

/** One row of a table that was brought in. */
interface ReadRow {
	/** As a spreadsheet counts: the head is 1. */
	readonly line: number;
	readonly dutyOn: string;
	readonly group: string;
	readonly personId: string | null;
	readonly backupId: string | null;
}

export interface ReadTable {
	readonly rows: readonly ReadRow[];
	/** What could not be used, each in a sentence that names the line. */
	readonly problems: readonly string[];
}

interface Known {
	readonly people: readonly MemberRow[];
	readonly groups: readonly string[];
	readonly slots: readonly RotaSlot[];
	readonly aways: readonly Away[];
	readonly today: string;
}

/**
 * What the table says that is new; everything else is told, and nothing is guessed.
 *
 * `table` is rows of cells, as `cells.svelte.ts` takes them from a file.
 */
export function readRotaTable(table: readonly (readonly string[])[], known: Known): ReadTable {
	const [head, ...lines] = table;
	const problems: string[] = [];
	const at = (words: readonly string[]) =>
		head?.findIndex((name) => words.includes(plain(name))) ?? -1;
	const places = {
		day: at(['day', 'date']),
		duty: at(['duty', 'accounts', 'group']),
		who: at(['who covers', 'who', 'name', 'person', 'covers']),
		backup: at(['backup', 'second'])
	};
	if (places.day === -1 || places.who === -1) {
		return { rows: [], problems: ['The first line must have “Day” and “Who covers”.'] };
	}
	const rows: ReadRow[] = [];
	for (const [index, cells] of lines.entries()) {
		const row = readLine(cells, { places, line: index + 2, known, problems });
		const isTwice = rows.some(({ dutyOn, group }) => dutyOn === row?.dutyOn && group === row.group);
		if (row && isTwice) problems.push(`Line ${row.line}: this day stands in the table twice.`);
		else if (row) rows.push(row);
	}
	return { rows, problems };
}

interface Reading {
	readonly places: Readonly<Record<'day' | 'duty' | 'who' | 'backup', number>>;
	readonly line: number;
	readonly known: Known;
	readonly problems: string[];
}

function readLine(
	cells: readonly string[],
	{ places, line, known, problems }: Reading
): ReadRow | undefined {
	const { people, groups, slots, aways, today } = known;
	const cellAt = (place: number) => (cells[place] ?? '').replace(/^'/, '').trim();
	const say = (words: string) => void problems.push(`Line ${line}: ${words}`);
	const dayWords = cellAt(places.day);
	const dutyOn = dayFrom(dayWords);
	if (cells.every((each) => each.trim() === '')) return undefined;
	if (dutyOn === undefined) {
		say(`“${dayWords}” is not a day. Write it like 03/12/2026.`);
		return undefined;
	}
	if (dutyOn < today) return undefined;
	const dutyWords = cellAt(places.duty);
	const group = dutyWords === '' ? groups[0] : groups.find((each) => same(each, dutyWords));
	if (group === undefined) {
		say(`there is no duty “${dutyWords}”.`);
		return undefined;
	}
	const cover = coverFor(slots, group, dutyOn);
	const free = { personId: cover.personId === null, backupId: cover.backupId === null };
	const found: { personId: string | null; backupId: string | null } = {
		personId: null,
		backupId: null
	};
	for (const [field, place] of [
		['personId', places.who],
		['backupId', places.backup]
	] as const) {
		const name = cellAt(place);
		if (name === '') continue;
		const matches = people.filter(mayCover).filter((person) => same(person.name, name));
		const [person] = matches;
		if (!person || matches.length > 1) {
			say(person ? `two people are called “${name}”.` : `nobody on the team is called “${name}”.`);
		} else if (cover[field] === person.id) continue;
		else if (!free[field]) {
			say(`someone else is down for ${spokenDay(dutyOn, today)}. They keep it.`);
		} else if (awayThen(aways, person.id, dutyOn)) {
			say(`${person.name} is away on ${spokenDay(dutyOn, today)}.`);
		} else found[field] = person.id;
	}
	const { personId } = found;
	const holder = personId ?? cover.personId;
	const backupId = found.backupId === holder ? null : found.backupId;
	return personId === null && backupId === null
		? undefined
		: { line, dutyOn, group, personId, backupId };
}

/** UK order, with the year in full; also the way that programs write it. */
function dayFrom(words: string): string | undefined {
	const uk = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words);
	const day = uk ? [uk[3], uk[2]?.padStart(2, '0'), uk[1]?.padStart(2, '0')].join('-') : words;
	return isDay(day) ? day : undefined;
}

function plain(words: string): string {
	return words.replace(utf8Mark, '').trim().toLowerCase().replace(/\s+/g, ' ');
}

function same(one: string, other: string): boolean {
	return plain(one) === plain(other);
}
