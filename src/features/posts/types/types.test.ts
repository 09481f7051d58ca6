/** What each kind of post asks for before it is ready. */
import { beforeEach, describe, expect, test } from 'vitest';
import { consentRecord } from '#features/consent/record.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { consentOf } from '#tests/support/consents.ts';
import { facebook, postsOfTests } from '#tests/support/posts.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const text = 'Have a look at this.';
const story = 'https://paper.example.com/story';

beforeEach(async () => {
	plan = await postsOfTests();
});

const whole: Readonly<Record<string, object>> = {
	own: {},
	share: {
		originalUrl: 'https://icb.example.org/post',
		originalAuthor: 'The ICB',
		checkedBy: 'Vera'
	},
	question: { closesOn: '2026-12-01' },
	'service-update': { announcedUrl: 'https://practice.example.org/news' },
	event: { eventOn: '2026-12-03', eventTime: '18:00', place: 'The library' },
	news: { originalUrl: story, sourceUrl: 'https://www.nhs.uk/conditions', checkedBy: 'Vera' },
	quote: { sourceUrl: 'https://www.nhs.uk/conditions' },
	correction: { wasWrong: 'The day was wrong.' }
};

describe.each(Object.keys(whole))('a post of the kind “%s”', (type) => {
	test('can be ready with all that it asks for', async () => {
		await plan.draft({ text, type, ...whole[type] });

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toBeUndefined();
	});

	test.each(Object.keys(whole[type] ?? {}))('is not ready without %s', async (field) => {
		const rest = {
			...whole[type],
			[field]: field.endsWith('On') || field.endsWith('Time') ? null : ''
		};
		await plan.draft({ text, type, ...rest });

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'kind-left',
			field
		});
	});
});

test('a quote is fine without a link once the yes of whoever said it is linked', async () => {
	const yes = consentOf(1, { nameToShow: 'first', accounts: [facebook] });
	await plan.transaction.put(consentRecord, yes);
	await plan.draft({ text, type: 'quote', wordConsentIds: [idFor(1)] });

	expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toBeUndefined();
});

test('the paper that printed a story is no check on the story', async () => {
	const sourceUrl = 'https://www.paper.example.com/other';
	await plan.draft({ text, type: 'news', originalUrl: story, sourceUrl, checkedBy: 'Vera' });

	expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
		code: 'kind-left',
		field: 'sourceUrl'
	});
});
