/**
 * Who is a member, and nothing else: enough to show the first screen, before the list has come.
 */
import type { MemberType } from './member.ts';
import type { Registry } from './registry.ts';

export function membersOnly(members: MemberType): Registry {
	return {
		records: [members],
		mutations: [],
		members,
		typeOf: (kind) => (kind === members.kind ? members : undefined),
		mutationNamed: () => undefined,
		guardOf: () => undefined
	};
}
