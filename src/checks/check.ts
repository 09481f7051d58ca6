/**
 * What a post check is, what it finds, and what may be kept of it.
 *
 * A finding quotes private text so that the person can see it; it must never be stored or sent.
 * Only `outcomeOf` may go into a log.
 */
import type { Role } from '#domain/roles.ts';
import type { LimitsOverrides } from './limits.ts';
import type { Found, Span } from './reading.ts';

/** PC-07 and PC-08 look at the state of a post; their rules live with the features. */
export const checkIds = [
	'PC-01',
	'PC-02',
	'PC-03',
	'PC-04',
	'PC-05',
	'PC-07',
	'PC-08',
	'PC-18',
	'PC-19'
] as const;
export type CheckId = (typeof checkIds)[number];

/** Block: cannot be ready or copied. Warn: needs 'I have checked'. Hint: can be ignored. */
export type Level = 'block' | 'warn' | 'hint';

export interface Finding {
	readonly check: CheckId;
	readonly level: Level;
	/** What we saw, quoted; then why it matters; then what to do. */
	readonly saw: string;
	readonly why: string;
	readonly todo: string;
	readonly field?: 'text' | 'warning' | 'alt';
	readonly at?: Span;
	/** A safe one-tap fix: puts `text` in the place of `at`. */
	readonly fix?: { readonly label: string; readonly text: string };
	/** Who may pass a block, with a reason. `null` or absent: nobody. */
	readonly override?: { readonly roles: readonly Role[] } | null;
	/** The id of the account that this is about, when it is about one. */
	readonly account?: string;
	/** The id of the picture that this is about, when it is about one. */
	readonly picture?: string;
}

/** What the practice has set. The lists hold what may be public, in any spelling. */
export interface CheckSettings {
	readonly phones: readonly string[];
	readonly emails: readonly string[];
	readonly postcodes: readonly string[];
	/** Street addresses: practice, venues, the place of an event. */
	readonly addresses: readonly string[];
	/** How much a missing or weak picture description matters here. */
	readonly altTextLevel: 'warn' | 'block';
	readonly muted: readonly CheckId[];
	readonly limits: LimitsOverrides;
}

export const plainSettings: CheckSettings = {
	phones: [],
	emails: [],
	postcodes: [],
	addresses: [],
	altTextLevel: 'warn',
	muted: [],
	limits: {}
};

export interface Picture {
	readonly id: string;
	readonly alt: string;
	readonly caption?: string;
}

/** An account that the post goes to. */
export interface TargetAccount {
	readonly id: string;
	/** What the group calls it: 'Our page on Facebook'. */
	readonly name: string;
	readonly platform: string;
}

export interface CheckInput {
	readonly text: string;
	/** Mastodon: the words before the text is opened. They count too. */
	readonly contentWarning?: string;
	readonly pictures: readonly Picture[];
	readonly accounts: readonly TargetAccount[];
	readonly settings: CheckSettings;
}

/** A check that reads one text: the post, a reply, a picture description, a bio. */
export interface TextCheck {
	readonly id: CheckId;
	readonly title: string;
	/** Rows of the requirements that ask for it. */
	readonly sources: readonly string[];
	/** Every pattern that it runs over a whole text, so that tests can count their work. */
	readonly patterns: readonly RegExp[];
	run(text: string, settings: CheckSettings): Finding[];
}

/** A check that looks at the pictures or the accounts of a post as well. */
export interface PostCheck extends Pick<TextCheck, 'id' | 'title' | 'sources'> {
	run(input: CheckInput): Finding[];
}

export interface Outcome {
	readonly check: CheckId;
	readonly level: Level;
	readonly count: number;
}

/** What a log may keep: which checks fired and how often, never what they saw. */
export function outcomeOf(findings: readonly Finding[]): Outcome[] {
	const counts = new Map<string, Outcome>();
	for (const { check, level } of findings) {
		const key = check + level;
		counts.set(key, { check, level, count: (counts.get(key)?.count ?? 0) + 1 });
	}
	return [...counts.values()];
}

/** A finding about some words in a text, with 'Take it out' as its fix. */
export function findingAbout(
	found: Found,
	says: Pick<Finding, 'check' | 'level' | 'why' | 'todo' | 'override'> & { looksLike: string }
): Finding {
	const { looksLike, ...rest } = says;
	return {
		...rest,
		saw: `We saw ${quoted(found.words)}. It looks like ${looksLike}.`,
		field: 'text',
		at: found.at,
		fix: { label: 'Take it out', text: '' }
	};
}

/** In quotation marks, and cut when it is long. */
export function quoted(words: string): string {
	return `“${words.length > 60 ? `${words.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : words}”`;
}
