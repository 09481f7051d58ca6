/**
 * All 36 checks by id: what each looks for, how grave it can be, who asks for it, who may mute it.
 *
 * Those on a text, a picture description or the length run here; those on the state of a post live
 * with the features.
 */
import { may, type Role } from '#domain/roles.ts';
import { postChecks, textChecks } from './all.ts';
import { type CheckId, type Level, levelRules } from './check.ts';

export interface CheckEntry {
	readonly id: CheckId;
	readonly title: string;
	/** The gravest level that it can give. */
	readonly gravest: Level;
	readonly sources: readonly string[];
	readonly looksAt: 'words' | 'post';
}

const ofState: readonly Omit<CheckEntry, 'looksAt'>[] = [
	state('PC-07', 'People in pictures', 'block', ['S0-26', 'S0-60']),
	state('PC-08', 'Place of a picture', 'block', ['S0-27']),
	state('PC-09', 'Children in pictures', 'block', ['S3-38', 'S3-40', 'S0-32']),
	state('PC-14', 'Credit and licence', 'block', ['S0-43', 'S0-44', 'S4-51']),
	state('PC-22', 'Picture file', 'hint', ['S4-16', 'S4-21', 'S4-66']),
	state('PC-30', 'Too like a recent post', 'hint', ['S0-37']),
	state('PC-32', 'News of the practice, not confirmed', 'block', ['S1-28', 'S1-47']),
	state('PC-34', 'The weeks before a vote', 'block', ['S3-31', 'S3-32']),
	state('PC-35', 'Crisis', 'block', ['S2-37', 'S2-55'])
];

export const catalogue: readonly CheckEntry[] = [
	...textChecks.map((check) => entryOf(check, 'words')),
	...[...postChecks, ...ofState].map((check) => entryOf(check, 'post'))
].sort((one, other) => (one.id < other.id ? -1 : 1));

/** Muting a check that can block takes the practice manager; a leader may mute the others. */
export function mayMute(id: CheckId, role: Role): boolean {
	const entry = catalogue.find((one) => one.id === id);
	return entry !== undefined && may(levelRules[entry.gravest].mayMute, role);
}

function entryOf(check: Omit<CheckEntry, 'looksAt'>, looksAt: CheckEntry['looksAt']): CheckEntry {
	const { id, title, gravest, sources } = check;
	return { id, title, gravest, sources, looksAt };
}

function state(id: CheckId, title: string, gravest: Level, sources: readonly string[]) {
	return { id, title, gravest, sources };
}
