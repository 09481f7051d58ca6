/**
 * Who may do what: the five roles, and what an actor is.
 *
 * A role is read from the person's own record; nothing that a device sends can set it.
 */
export const roles = [
	'practice-manager',
	'coordinator',
	'volunteer',
	'rota-member',
	'reader'
] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = {
	'practice-manager': 'Practice manager',
	coordinator: 'Coordinator',
	volunteer: 'Volunteer',
	'rota-member': 'Rota member',
	reader: 'Reader'
};

/** Those who look after the group itself: people, settings and guidance. */
export const leaders: readonly Role[] = ['practice-manager', 'coordinator'];
/** Those who write posts, ask for consents and write insight notes. */
export const writers: readonly Role[] = ['practice-manager', 'coordinator', 'volunteer'];
/** Those who take a turn on the rota. */
export const members: readonly Role[] = [...writers, 'rota-member'];

/** The person behind a request or a tap. */
export interface Actor {
	readonly personId: string;
	readonly role: Role;
}

export function may(allowed: readonly Role[] | 'everyone', role: Role): boolean {
	return allowed === 'everyone' || allowed.includes(role);
}
