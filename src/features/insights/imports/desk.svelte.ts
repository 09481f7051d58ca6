/**
 * One file on its way in: read, asked about, looked over, brought in. Nothing is kept before that.
 *
 * What will happen is worked out when something is chosen, and not again while it happens.
 */
import { dayOf } from '#domain/calendar.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import { postRecord } from '#features/posts/record.ts';
import type { Store } from '#store/store.ts';
import type { Order } from '../reading/dates.ts';
import { readFile } from '../reading/read-file.svelte.ts';
import type { Reading } from '../reading/reading.ts';
import type { Field } from '../reading/sources.ts';
import { postResultsRecord } from '../results/record.ts';
import { accountIn, pagesIn, postsOf, takenOnFrom } from './choices.ts';
import { hoursBehind, matchPosts, shifted } from './matching.ts';
import {
	beginImport,
	bringIn,
	finishImport,
	rememberColumns,
	takeBack,
	undoImport
} from './mutations.ts';
import { planImport, type ImportPlan } from './planning.ts';
import { importColumnsRecord } from './record.ts';
import { homesFor, rowsOfImport } from './undoing.ts';

export interface Progress {
	readonly words: string;
	readonly noun: string;
	readonly done: number;
	readonly total: number;
}

/** What will happen to the posts of a file. */
export interface Look {
	readonly plan: ImportPlan;
	readonly known: number;
	readonly hoursBehind: number | undefined;
	readonly takenOn: string;
}

export interface NamedColumn {
	header: string;
	means: Field;
}

export interface Choices {
	readonly accountId: string;
	readonly page: string;
	readonly keepsTexts: boolean;
	readonly isShifted: boolean;
}

const noChoices: Choices = { accountId: '', page: '', keepsTexts: true, isShifted: false };

export class ImportDesk {
	/** Something that takes a while; nothing can be chosen until it is over. */
	progress = $state.raw<Progress>();
	reading = $state.raw<Reading>();
	choices = $state.raw<Choices>(noChoices);
	look = $state.raw<Look>();
	refusal = $state.raw<Refusal>();
	/** The import that has come in. */
	done = $state.raw<{
		readonly importId: string;
		readonly posts: number;
		readonly accountId: string;
	}>();
	fileName = $state('');

	readonly #store: Store;
	#file: File | undefined;
	#order: Order | undefined;

	constructor(store: Store) {
		this.#store = store;
	}

	get isBusy(): boolean {
		return this.progress !== undefined;
	}

	/** As at the start. */
	clear(): void {
		this.reading = this.look = this.refusal = this.done = this.progress = undefined;
		this.#file = this.#order = undefined;
		this.choices = noChoices;
		this.fileName = '';
	}

	async read(file: File, order?: Order): Promise<void> {
		this.clear();
		this.#file = file;
		this.#order = order;
		this.fileName = file.name.slice(0, 200);
		const words = 'Reading the file';
		this.progress = { words, noun: 'kB', done: 0, total: Math.ceil(file.size / 1024) };
		const remembered = await this.#store.all(importColumnsRecord);
		const circumstances = { fileName: file.name, today: this.#today(), order, remembered };
		const reading = await readFile(file, circumstances, (done, total) => {
			this.progress = { words, noun: 'kB', ...{ done: inKb(done), total: inKb(total) } };
		});
		this.progress = undefined;
		// Another file was chosen in the meantime.
		if (this.#file !== file) return;
		this.reading = reading;
		await this.#guessWhose(reading);
	}

	async order(order: Order): Promise<void> {
		if (this.#file) await this.read(this.#file, order);
	}

	/** Keeps the answer for the group, and reads the file with it. */
	async columns(columns: NamedColumn[]): Promise<void> {
		const { reading } = this;
		if (reading?.is !== 'columns-asked' || !this.#file) return;
		const { signature } = reading;
		const args = { id: this.#store.parts.newId(), signature, columns };
		this.refusal = await this.#store.mutate(rememberColumns, args);
		if (!this.refusal) await this.read(this.#file, this.#order);
	}

	async choose(choices: Partial<Choices>): Promise<void> {
		this.choices = { ...this.choices, ...choices };
		this.refusal = undefined;
		await this.#lookOver();
	}

	async bringIn(): Promise<void> {
		const { reading, look, choices } = this;
		if (reading?.is !== 'posts' || !look) return;
		if (choices.accountId === '') {
			this.refusal = refuse(
				'no-account',
				'Choose which account these posts are from.',
				'accountId'
			);
			return;
		}
		const store = this.#store;
		const importId = store.parts.newId();
		const { plan } = look;
		const { posts, replaced, firstOn, lastOn } = plan;
		const total = plan.fresh + plan.replaced;
		let came = 0;
		const step = () => {
			this.progress = { words: 'Bringing in', noun: 'posts', done: came, total };
		};
		step();
		this.refusal = await store.mutate(beginImport, {
			...{ id: importId, accountId: choices.accountId, source: reading.source },
			...{ fileName: this.fileName, rows: reading.rows, posts, replaced, firstOn, lastOn }
		});
		for (const piece of plan.pieces) {
			if (this.refusal) break;
			this.refusal = await store.mutate(bringIn, { importId, ...piece });
			if (!this.refusal) came += piece.results.length;
			step();
		}
		this.refusal ??= await store.mutate(finishImport, { id: importId });
		this.progress = undefined;
		if (!this.refusal) this.done = { importId, posts: total, accountId: choices.accountId };
	}

	/** Record by record, so that each step fits into a push. May be asked for again. */
	async undo(importId: string, accountId: string): Promise<void> {
		const store = this.#store;
		const rows = rowsOfImport(await store.by(postResultsRecord, 'accountId', accountId), importId);
		this.refusal = undefined;
		for (const [done, row] of rows.entries()) {
			this.progress = { words: 'Taking out', noun: 'months', done, total: rows.length };
			const homes = homesFor(row, importId, store.parts.newId);
			this.refusal = await store.mutate(takeBack, { importId, rowId: row.id, homes });
			if (this.refusal) break;
		}
		this.refusal ??= await store.mutate(undoImport, { id: importId });
		this.progress = undefined;
		if (!this.refusal && this.done?.importId === importId) this.clear();
	}

	async #guessWhose(reading: Reading): Promise<void> {
		if (reading.is !== 'posts' && reading.is !== 'days') return;
		const page = reading.is === 'posts' ? (pagesIn(reading)[0] ?? '') : '';
		const accounts: readonly Account[] = await this.#store.all(accountRecord);
		await this.choose({ page, accountId: accountIn(accounts, reading, page) });
	}

	async #lookOver(): Promise<void> {
		const { reading, choices } = this;
		if (reading?.is !== 'posts') return;
		const { accountId, page, keepsTexts, isShifted } = choices;
		const store = this.#store;
		const [rows, posts] =
			accountId === ''
				? [[], []]
				: await Promise.all([
						store.by(postResultsRecord, 'accountId', accountId),
						store.all(postRecord)
					]);
		const read = postsOf(reading, page);
		const matches = matchPosts(read, posts, accountId);
		const behind = hoursBehind(read, matches, { posts, accountId });
		const today = this.#today();
		const takenOn = takenOnFrom(dayOf(this.#file?.lastModified ?? 0), read, today);
		const { newId } = store.parts;
		const plan = planImport({
			posts: isShifted && behind !== undefined ? shifted(read, behind) : read,
			...{ rows, matches, takenOn, keepsTexts, newId, isDaily: reading.isDaily }
		});
		// Something else was chosen in the meantime.
		if (this.choices !== choices) return;
		this.look = { plan, known: matches.size, hoursBehind: behind, takenOn };
	}

	#today(): string {
		return dayOf(this.#store.parts.now());
	}
}

function inKb(letters: number): number {
	return Math.ceil(letters / 1024);
}
