/**
 * The practice's history as it stands in the database: one line for each mutation, and what the
 * line says it did to each record. Only shapes, so that every check may use them.
 */
export interface Line {
	readonly number: number;
	readonly version: number;
	readonly uuid: string;
	readonly name: string;
	readonly person_id: string;
	readonly outcome: string;
	readonly effects: string | null;
	readonly acted_at: number;
	readonly received_at: number;
	readonly hash: string;
}

export interface LineEffect {
	readonly kind: string;
	readonly id: string;
	readonly before: Row | null;
	readonly after: Row | null;
	readonly sent?: Row;
}

export type Row = Readonly<Record<string, unknown>>;
