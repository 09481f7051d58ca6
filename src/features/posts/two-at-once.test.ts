/** Two people work on one post without seeing each other's change: what stands, what is offered. */
import { beforeEach, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import { Recorder } from '#domain/recorder.ts';
import { recordKey } from '#domain/record.ts';
import { seenBy } from '#store/actor.ts';
import { as, idFor, volunteer } from '#tests/support/actors.ts';
import { facebook, postId, postsOfTests, xAccount } from '#tests/support/posts.ts';
import { editPost, type PostChanges } from './mutations.ts';
import { postRecord } from './record.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const picture = (number: number, alt: string) => ({ photoId: idFor(number), alt });
const ofX = (text: string) => ({ accountId: xAccount, text });
const ofPage = (text: string) => ({ accountId: facebook, text });

beforeEach(async () => {
	plan = await postsOfTests();
	await plan.draft({
		accounts: [facebook, xAccount],
		variants: [ofX('Short'), ofPage('Long')],
		pictures: [picture(500, 'A tree'), picture(501, '')]
	});
});

/** A change by someone who saw the post as it was then. */
async function change(changes: PostChanges, saw: PostChanges) {
	const seen = seenBy({ [recordKey(postRecord.kind, postId)]: { ...saw } });
	const recorder = new Recorder(plan.transaction, seen);
	await runMutation(editPost, recorder, { id: postId, changes }, as(volunteer));
	return recorder.clashes;
}

test('Words for different accounts do not meet', async () => {
	const { variants } = await plan.post();
	await change({ variants: [ofX('Shorter'), ofPage('Long')] }, { variants });
	const clashes = await change({ variants: [ofX('Short'), ofPage('Longer')] }, { variants });

	expect(clashes).toEqual([]);
	expect((await plan.post()).variants).toEqual([ofX('Shorter'), ofPage('Longer')]);
});

test('Words for the same account are offered side by side', async () => {
	const { variants } = await plan.post();
	await change({ variants: [ofX('Shorter'), ofPage('Long')] }, { variants });
	const clashes = await change({ variants: [ofX('Brief'), ofPage('Long')] }, { variants });

	expect(clashes).toMatchObject([{ field: 'variants', other: [ofX('Shorter'), ofPage('Long')] }]);
	expect((await plan.post()).variants).toEqual([ofX('Brief'), ofPage('Long')]);
});

test('One describes a picture while another adds one: both stay', async () => {
	const { pictures } = await plan.post();
	await change({ pictures: [picture(500, 'An oak'), picture(501, '')] }, { pictures });
	const clashes = await change({ pictures: [...pictures, picture(502, 'A gate')] }, { pictures });

	expect(clashes).toEqual([]);
	expect((await plan.post()).pictures).toEqual([
		...[picture(500, 'An oak'), picture(501, '')],
		picture(502, 'A gate')
	]);
});
