/**
 * The one form behind all parts of the settings. Leaving a field keeps it; what is refused stays.
 */
import type { Refusal } from '#domain/refusal.ts';
import { editing, type Editing } from '#parts/editing.svelte.ts';
import type { Store } from '#store/store.ts';
import { editPractice } from './mutations.ts';
import { practiceRecord, type Practice, type settingFields } from './record.ts';

type Settings = Pick<Practice, keyof typeof settingFields>;

export interface SettingsForm extends Pick<Editing<Settings>, 'get' | 'set'> {
	/** Keeps all that was typed. */
	keep(): Promise<void>;
	/** Sets one answer and keeps it at once. */
	setNow<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void>;
	/** What is wrong with a field. */
	error(name: keyof Settings): string | undefined;
	/** What was refused, with the id of its field. */
	readonly refusal: Refusal | undefined;
}

export function settingsForm(store: Store, practice: () => Practice): SettingsForm {
	const { id } = practice();
	const form = editing<Settings>({
		kind: practiceRecord.kind,
		id,
		row: practice,
		save: (changes, saw) => store.mutate(editPractice, { id, changes }, saw)
	});
	let refusal = $state.raw<Refusal>();

	async function keep() {
		refusal = inField(await form.commit());
	}

	return {
		get: (name) => form.get(name),
		set: (name, value) => form.set(name, value),
		keep,
		setNow(name, value) {
			form.set(name, value);
			return keep();
		},
		error: (name) => (refusal?.field === name ? refusal.message : undefined),
		get refusal() {
			return refusal;
		}
	};
}

/** 'changes.officialPhones.1' → the field 'officialPhones', and 'Line 2' in the words. */
function inField(refusal: Refusal | undefined): Refusal | undefined {
	const [, field, place] = refusal?.field?.split('.') ?? [];
	if (!refusal || field === undefined) return refusal;
	const isOfLines = field.startsWith('official') || field === 'staffNames';
	const line = place !== undefined && isOfLines ? `Line ${Number(place) + 1}: ` : '';
	return { ...refusal, field, message: line + refusal.message };
}
