/**
 * What a post check is, what it finds, and what may be kept of it.
 *
 * A finding quotes private text so that the person can see it; it must never be stored or sent.
 * Only `outcomeOf` may go into a log.
 */
import { leaders, type Role } from '#domain/roles.ts';
import type { LimitsOverrides } from './limits.ts';
import type { Found, Span } from './reading.ts';

/** The checks on the state of a post (PC-07, PC-08, PC-30 …) live with the features. */
export const checkIds = [
	...(['PC-01', 'PC-02', 'PC-03', 'PC-04', 'PC-05', 'PC-06', 'PC-07', 'PC-08', 'PC-09'] as const),
	...(['PC-10', 'PC-11', 'PC-12', 'PC-13', 'PC-14', 'PC-15', 'PC-16', 'PC-17', 'PC-18'] as const),
	...(['PC-19', 'PC-20', 'PC-21', 'PC-22', 'PC-23', 'PC-24', 'PC-25', 'PC-26', 'PC-27'] as const),
	...(['PC-28', 'PC-29', 'PC-30', 'PC-31', 'PC-32', 'PC-33', 'PC-34', 'PC-35', 'PC-36'] as const)
] as const;
export type CheckId = (typeof checkIds)[number];

/** Block: cannot be ready or copied. Warn: needs 'I have checked'. Hint: can be ignored. */
export type Level = 'block' | 'warn' | 'hint';

/** Who may pass a block. They always give a reason, and the reason is kept. */
interface Override {
	readonly roles: readonly Role[];
	/** True: not the person who wrote the text. */
	readonly someoneElse?: boolean;
}

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
	readonly override?: Override | null;
	/** The id of the account that this is about, when it is about one. */
	readonly account?: string;
	/** The id of the picture that this is about, when it is about one. */
	readonly picture?: string;
}

/** A hashtag that the group has looked up. */
interface KnownTag {
	/** With its capitals and without `#`: 'FluJab'. */
	readonly tag: string;
	/** Someone looked lately, and nobody uses it for what the group would not stand beside. */
	readonly isClean: boolean;
	/** Someone looked, and that was too long ago. */
	readonly isOld: boolean;
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
	/** More words and phrases for a check, as in the files of words/. */
	readonly addedWords?: Readonly<Partial<Record<CheckId, readonly string[]>>>;
	/** Bodies with a link to the NHS, whom the group may speak well of. Source: S0-6. */
	readonly allowedBodies?: readonly string[];
	/** Staff whom the practice names itself: 'Dr Okafor'. */
	readonly staffNames?: readonly string[];
	/** The hashtag bank; without one no tag is called unknown. Source: S0-42. */
	readonly knownTags?: readonly KnownTag[];
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

/** What a text is for. Replies are read more strictly. */
type Use = 'post' | 'reply' | 'alt' | 'warning' | 'bio' | 'note' | 'crisis';

/** Someone who said yes to being named. */
export interface NamedPerson {
	readonly firstName: string;
	/** Also with the last name. */
	readonly isFull: boolean;
}

/** What is known around a text. */
export interface TextContext {
	readonly use: Use;
	/** Today and the day on which it goes out, where they are known. UK calendar days. */
	readonly today?: string;
	readonly goesOutOn?: string;
	/** The weeks before a vote (S3-31). */
	readonly isBeforeVote: boolean;
	/** Says where the facts come from, outside the text. */
	readonly hasSource: boolean;
	/** People who said yes to being named with what it tells about their health. Source: S4-58. */
	readonly mayName: readonly NamedPerson[];
	readonly accounts: readonly TargetAccount[];
	/** From `words/first-names.ts`; without them only names with a title are known. */
	readonly firstNames?: ReadonlySet<string>;
}

export const plainContext: TextContext = {
	use: 'post',
	isBeforeVote: false,
	hasSource: false,
	mayName: [],
	accounts: []
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
	/** What is left out is as in `plainContext`. */
	readonly context?: Partial<Omit<TextContext, 'accounts'>>;
}

/** A check that reads one text: the post, a reply, a picture description, a bio. */
export interface TextCheck {
	readonly id: CheckId;
	readonly title: string;
	/** The gravest level that it can give; decides who may mute it. */
	readonly gravest: Level;
	/** Rows of the requirements that ask for it. */
	readonly sources: readonly string[];
	/** Every pattern that it runs over a whole text, so that tests can count their work. */
	readonly patterns: readonly RegExp[];
	/** Absent: for every use. */
	readonly uses?: readonly Use[];
	run(text: string, settings: CheckSettings, context?: TextContext): Finding[];
}

/** A check that looks at the pictures or the accounts of a post as well. */
export interface PostCheck extends Pick<TextCheck, 'id' | 'title' | 'gravest' | 'sources'> {
	run(input: CheckInput): Finding[];
}

/** What goes with a level: whether passing it asks for a reason, and who may mute such a check. */
export const levelRules: Readonly<
	Record<Level, { readonly needsReason: boolean; readonly mayMute: readonly Role[] }>
> = {
	block: { needsReason: true, mayMute: ['practice-manager'] },
	warn: { needsReason: true, mayMute: leaders },
	hint: { needsReason: false, mayMute: leaders }
};

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
	const saw = `It looks like ${looksLike}.`;
	return findingOn(found, { ...rest, saw, fix: { label: 'Take it out', text: '' } });
}

/** A finding about some words in a text. `saw` goes on after the quotation. */
export function findingOn(found: Pick<Found, 'words' | 'at'>, says: Finding): Finding {
	const { saw, ...rest } = says;
	const sees = `We saw ${quoted(found.words)}.`;
	return { ...rest, saw: saw === '' ? sees : `${sees} ${saw}`, field: 'text', at: found.at };
}

/** In quotation marks, and cut when it is long. */
export function quoted(words: string): string {
	return `“${words.length > 60 ? `${words.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : words}”`;
}
