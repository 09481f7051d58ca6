/** Notes to each other about a post. */
import { beforeEach, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import { as, coordinator, idFor, reader, rotaMember, volunteer } from '#tests/support/actors.ts';
import { postId, postsOfTests } from '#tests/support/posts.ts';
import { addPostNote, removePostNote } from './mutations.ts';
import { postNoteRecord } from './record.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const id = idFor(300);

beforeEach(async () => {
	plan = await postsOfTests();
	await plan.draft();
});

const adds = (who = volunteer, changes: object = {}) =>
	runMutation(
		addPostNote,
		plan.transaction,
		{ id, postId, text: 'Is Saturday right?', ...changes },
		as(who)
	);
const removes = (who = volunteer) => runMutation(removePostNote, plan.transaction, { id }, as(who));

test('a rota member may add one; who wrote it is kept', async () => {
	expect(await adds(rotaMember)).toBeUndefined();
	expect(await plan.transaction.get(postNoteRecord, id)).toMatchObject({
		text: 'Is Saturday right?',
		createdBy: rotaMember.personId
	});
});

test('a reader may not, nor anyone with no words, or about no post', async () => {
	expect(await adds(reader)).toMatchObject({ code: 'role-may-not' });
	expect(await adds(volunteer, { text: ' ' })).toMatchObject({ field: 'text' });
	expect(await adds(volunteer, { postId: idFor(77) })).toMatchObject({ code: 'no-such-post' });
});

test('only the writer removes a note, once', async () => {
	await adds();
	expect(await adds()).toMatchObject({ code: 'already-there' });
	expect(await removes(coordinator)).toMatchObject({ code: 'not-yours' });
	expect(await removes(reader)).toMatchObject({ code: 'role-may-not' });
	expect(await removes()).toBeUndefined();
	expect(await removes()).toMatchObject({ code: 'no-such-note' });
});
