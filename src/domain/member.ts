/**
 * What the engine needs to know of a person's record: name, role, and whether they left.
 */
import type { RecordType, RowBase } from './record.ts';
import type { Actor, Role } from './roles.ts';

export interface MemberRow extends RowBase {
	readonly name: string;
	readonly role: Role;
	/** The day the person left ('YYYY-MM-DD'); null while they belong to the group. */
	readonly leftOn: string | null;
}
export type MemberType = RecordType<string, MemberRow>;

/** The actor that a person's record makes; undefined for someone who has left. */
export function actorOf(member: MemberRow | undefined): Actor | undefined {
	if (!member || member.leftOn !== null) return undefined;
	return { personId: member.id, role: member.role };
}
