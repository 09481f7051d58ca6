/**
 * Two people, one field: nothing that either wrote may vanish without trace. Judged from what the
 * device sent and what stood at the practice, by rules of a few lines each.
 */
import type { MutationMessage } from '#domain/protocol.ts';
import { fingerprint, sameValue } from '#domain/merge.ts';
import { promise } from './broken-promise.ts';
import type { Line, LineEffect, Row } from './history-line.ts';

interface Known {
	readonly message: MutationMessage | undefined;
	readonly stood: ReadonlyMap<string, Row>;
	/** Every text that there has been, by its fingerprint. */
	readonly texts: ReadonlyMap<string, string>;
}

export function checkMeeting(
	{ name, uuid }: Line,
	effects: readonly LineEffect[],
	{ message, stood, texts }: Known
): void {
	if (!message) return;
	// The mutation checked them.
	const args = message.args as Row;
	const key = `note/${String(args['id'])}`;
	const before = stood.get(key);
	if (!before) return;
	const changed = effects.find(({ kind, id }) => `${kind}/${id}` === key);
	const after: Row = { ...before, ...changed?.after };
	const offers = effects
		.filter(({ kind }) => kind === 'overlap')
		.map((effect) => ({ ...stood.get(`overlap/${effect.id}`), ...effect.after }));
	const isOffered = (field: string, value: unknown) =>
		offers.some((offer: Row) => offer['field'] === field && sameValue(offer['other'], value));
	if (name === 'note.log') {
		const grown = [...(before['log'] as string[]), args['line']];
		promise(sameValue(after['log'], grown), `A line of ${key} was lost (${uuid}).`);
	}
	if (name !== 'note.edit') return;
	const was = message.was[key] ?? {};
	for (const field of ['title', 'isHidden', 'text'] as const) {
		const wished = args[field];
		const isBlind = field in was && !isPictureOf(was[field], before[field]);
		if (wished === undefined || !isBlind || sameValue(wished, before[field])) continue;
		const stands = after[field];
		const words = `${field} of ${key} was overwritten in silence (${uuid}).`;
		if (field === 'isHidden') promise(stands === true, `${key} is shown again (${uuid}).`);
		else if (field === 'title')
			promise(stands === wished && isOffered(field, before[field]), words);
		else if (isOffered(field, wished)) promise(sameValue(stands, before[field]), words);
		else {
			const base = texts.get(String(was[field]));
			promise(base !== undefined && stands === mergedOf(wished, before[field], base), words);
		}
	}
}

/** Word by word, as each text has the same number of them; undefined where both changed one. */
function mergedOf(wished: unknown, before: unknown, base: string): string | undefined {
	const [mine = [], theirs = []] = [wished, before].map((text) => String(text).split(' '));
	const merged = base.split(' ').map((word, place) => {
		if (mine[place] === word || mine[place] === theirs[place]) return theirs[place];
		return theirs[place] === word ? mine[place] : undefined;
	});
	return merged.includes(undefined) ? undefined : merged.join(' ');
}

function isPictureOf(was: unknown, value: unknown): boolean {
	return sameValue(was, value) || (typeof value === 'string' && was === fingerprint(value));
}
