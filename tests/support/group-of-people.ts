/**
 * A real practice with one person of each role, on a server engine with the real registry.
 */
import { v7 } from 'uuid';
import { registry } from '#features/registry.ts';
import type { Role } from '#domain/roles.ts';
import type { Database } from '#server/database.ts';
import type { Who } from '#server/engine.ts';
import type { GroupWords } from '#server/members.ts';
import { isTrouble } from '#server/replies.ts';
import { runAs } from '#server/run-as.ts';
import { addDevice, whoHolds } from '#server/sessions.ts';
import { newSetupLink, setUp } from '#server/setup.ts';
import { TestEngine } from './practice-server.ts';

export const words: GroupWords = { practiceKind: 'practice', setUpMutation: 'practice.setUp' };
export const setUpAnswers = {
	practiceName: 'Elm Road Surgery',
	groupName: 'Elm Road Patient Group',
	managerName: 'Mary Manager',
	deviceName: 'Office computer'
};

export interface SignedIn {
	readonly who: Who;
	readonly token: string;
}

export interface Group {
	readonly engine: TestEngine;
	readonly practiceId: string;
	readonly manager: SignedIn;
	/** Does something with the manager's rights. */
	does(name: string, args: object): Promise<void>;
	/** A person who has not joined yet. */
	addPerson(name: string, role: Role): Promise<string>;
	/** A device of a person, without an invite. */
	signIn(personId: string): Promise<SignedIn>;
	/** A new person with a device. */
	join(role: Role): Promise<SignedIn>;
}

export async function newGroup(database: Database): Promise<Group> {
	const engine = new TestEngine(database, registry);
	const token = await newSetupLink(engine);
	const joined = await setUp(engine, words, { token, ...setUpAnswers });
	if (isTrouble(joined)) throw new Error(joined.message);
	const { practiceId, personId: managerId } = joined.me;
	const manager = await signedIn(engine, joined.token);
	const does = async (name: string, args: object) => {
		const refusal = await runAs(engine, practiceId, managerId, [{ name, args }], engine.now());
		if (refusal) throw new Error(refusal.message);
	};
	const addPerson = async (name: string, role: Role) => {
		const id = v7();
		await does('person.add', { id, name, role });
		return id;
	};
	const signIn = async (personId: string) =>
		signedIn(
			engine,
			await database.withPractice(practiceId, (trx) =>
				addDevice(trx, engine, { practiceId, personId, name: 'Android phone' })
			)
		);
	const join = async (role: Role) => signIn(await addPerson(`A ${role}`, role));
	return { engine, practiceId, manager, does, addPerson, signIn, join };
}

async function signedIn(engine: TestEngine, token: string): Promise<SignedIn> {
	const who = await whoHolds(engine, token);
	if (isTrouble(who)) throw new Error(who.message);
	return { who, token };
}
