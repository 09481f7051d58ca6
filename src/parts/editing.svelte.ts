/**
 * A form over one record: what is typed is kept on this device as it is typed, and becomes one
 * mutation when the person leaves the field.
 *
 * Fields that nobody is typing in follow the record. What the person saw when they began is sent
 * along, so that a change by someone else in between is never overwritten in silence.
 */
import { recordKey, type RowBase } from '#domain/record.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Fields } from '#domain/transaction.ts';
import { draft } from '#store/draft.svelte.ts';

type Answer = Promise<Refusal | undefined>;

interface Typed<Content> {
	values: Partial<Content>;
	saw: Partial<Content>;
}

export interface Editing<Content> {
	get<Name extends keyof Content>(name: Name): Content[Name];
	set<Name extends keyof Content>(name: Name, value: Content[Name]): void;
	/** What was typed and not yet kept as a mutation. */
	readonly changes: Partial<Content>;
	readonly isDirty: boolean;
	/**
	 * Calls `save` with the changes, if there are any; what is refused stays in the form. One after
	 * the other: what was typed during a save was typed on top of it.
	 */
	commit(): Answer;
}

interface Parts<Content> {
	readonly kind: string;
	readonly id: string;
	readonly row: () => RowBase & Content;
	readonly save: (changes: Partial<Content>, saw: Record<string, Fields>) => Answer;
}

export function editing<Content extends object>(parts: Parts<Content>): Editing<Content> {
	const { kind, id, row, save } = parts;
	const typed = draft<Typed<Content>>(`${kind}/${id}`, { values: {}, saw: {} });
	/** What was saved over a row: the screen hears of the new one a moment later. */
	let saved = $state.raw<{ over: Content; values: Partial<Content> }>();

	function get<Name extends keyof Content>(name: Name): Content[Name] {
		const { values } = typed.current;
		// A field that is in `values` was put there by `set`.
		return name in values ? (values[name] as Content[Name]) : standing(name);
	}

	/** Without what was typed: what this person saw would else be older than their own change. */
	function standing<Name extends keyof Content>(name: Name): Content[Name] {
		const current = row();
		const isWaiting = saved?.over === current && name in saved.values;
		return isWaiting ? (saved?.values[name] as Content[Name]) : current[name];
	}

	function set<Name extends keyof Content>(name: Name, value: Content[Name]): void {
		if (JSON.stringify(value) === JSON.stringify(get(name))) return;
		const { values, saw } = typed.current;
		if (!(name in values)) typed.current.saw = { ...saw, [name]: standing(name) };
		typed.current.values = { ...values, [name]: value };
	}

	/** The save that is under way, and what it saves. */
	let saving: { readonly values: Partial<Content>; readonly answer: Answer } | undefined;

	function commit(): Answer {
		// These two stay as they are: `set` puts new ones in their place.
		const { values, saw } = typed.current;
		if (saving?.values === values) return saving.answer;
		if (saving) return saving.answer.then(commit, commit);
		if (keysOf(values).length === 0) return Promise.resolve(undefined);
		const answer = keep(values, saw).finally(() => (saving = undefined));
		saving = { values, answer };
		return answer;
	}

	async function keep(values: Partial<Content>, saw: Partial<Content>): Answer {
		const refusal = await save(values, { [recordKey(kind, id)]: { ...saw } });
		if (refusal) return refusal;
		const over = row();
		saved = { over, values: saved?.over === over ? { ...saved.values, ...values } : values };
		await forget(values);
		return undefined;
	}

	/** What was kept goes; what was typed in the meantime stays, on top of what was kept. */
	async function forget(kept: Partial<Content>): Promise<void> {
		const values: Partial<Content> = {};
		const saw: Partial<Content> = {};
		for (const name of keysOf(typed.current.values)) {
			const value = typed.current.values[name];
			if (name in kept && JSON.stringify(value) === JSON.stringify(kept[name])) continue;
			Object.assign(values, { [name]: value });
			Object.assign(saw, { [name]: name in kept ? kept[name] : typed.current.saw[name] });
		}
		if (keysOf(values).length === 0) await typed.clear();
		else typed.current = { values, saw };
	}

	return {
		get,
		set,
		get changes() {
			return { ...typed.current.values };
		},
		get isDirty() {
			return Object.keys(typed.current.values).length > 0;
		},
		commit
	};
}

function keysOf<Values extends object>(values: Values): (keyof Values)[] {
	// Plain objects made here: their keys are those of their type.
	return Object.keys(values) as (keyof Values)[];
}
