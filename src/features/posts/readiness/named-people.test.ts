/** Someone whom the words name: what a linked yes allows, and what takes it away again. */
import { beforeEach, describe, expect, test } from 'vitest';
import { consentRecord, type Consent } from '#features/consent/record.ts';
import { idFor, practiceId, volunteer } from '#tests/support/actors.ts';
import { consentOf } from '#tests/support/consents.ts';
import { facebook, postsOfTests, xAccount } from '#tests/support/posts.ts';
import { postRecord } from '../record.ts';
import { gather } from './facts.ts';
import { findings, mustBeFixed, mustNotGoOut } from './findings.ts';
import { canBeLinked } from './named-people.ts';
import { stepsFor } from './steps.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const amir = idFor(1);

beforeEach(async () => {
	plan = await postsOfTests();
	await plan.draft({ text: 'Well done Amir on beating cancer.' });
});

const facts = async (today = '2026-11-21') =>
	gather(plan.transaction, await plan.post(), { today, practiceId });
const checks = async () => findings(await facts()).map(({ check }) => check);
const stops = async (today?: string) => mustBeFixed(await facts(today)).map(({ saw }) => saw);

function amirsYes(changes: Partial<Consent> = {}): Consent {
	const yes = { firstName: 'Amir', nameToShow: 'first', isHealthAgreed: true } as const;
	return consentOf(1, { ...yes, accounts: [facebook], code: 'C-0427', ...changes });
}

async function linked(changes: Partial<Consent> = {}) {
	await plan.transaction.put(consentRecord, amirsYes(changes));
	await plan.does(volunteer, 'post.edit', { changes: { wordConsentIds: [amir] } });
}

describe('a name with a yes', () => {
	test('needs no other reason, and the list of what is left says that it is done', async () => {
		expect(await checks()).toContain('PC-06');

		await linked();

		expect(await checks()).not.toContain('PC-06');
		expect(stepsFor(await facts())).toContainEqual(
			expect.objectContaining({ id: 'named', status: 'Done' })
		);
	});

	test('to words of their own is a yes to those words, also without their name', async () => {
		await linked({ kind: 'words', quote: 'I beat it.', isHealthAgreed: false });
		expect(await checks()).not.toContain('PC-06');

		await linked({ kind: 'words', quote: 'I beat it.', nameToShow: 'none' });
		expect(await stops()).toEqual([]);
		expect(await checks()).toContain('PC-06');
	});

	test('is no yes to the name of someone else, nor to words on health that it leaves out', async () => {
		await linked({ isHealthAgreed: false });
		expect(await checks()).toContain('PC-06');
		expect(await stops()).toEqual([]);

		await linked({ firstName: 'Priya' });
		expect(await checks()).toContain('PC-06');
	});
});

describe('a yes that does not hold stops the post', () => {
	test.each([
		[{ status: 'given' }, 'The practice has not confirmed the yes of Amir (C-0427) yet.'],
		[{ status: 'withdrawn' }, 'Amir (C-0427) has taken their yes back.'],
		[{ status: 'refused' }, 'Amir (C-0427) said no.'],
		[{ expiresOn: '2026-11-20' }, 'The yes of Amir (C-0427) has ended by then.'],
		[{ startsOn: '2026-12-24' }, 'The yes of Amir (C-0427) starts later than that.'],
		[{ nameToShow: 'none' }, 'Amir (C-0427) did not agree to be named.'],
		[{ purposes: ['poster'] }, 'Amir (C-0427) did not agree to posts of the group.'],
		[{ accounts: [xAccount] }, 'Amir (C-0427) did not agree to Our page on facebook.'],
		[{ withdrawnAccounts: [facebook] }, 'Amir (C-0427) did not agree to Our page on facebook.'],
		[{ mustNotShow: true }, 'Amir (C-0427) must not be shown.']
	] as const)('%j', async (changes, saw) => {
		// The lists are copied: those of a constant cannot be written to.
		await linked(JSON.parse(JSON.stringify(changes)) as Partial<Consent>);
		expect(await stops()).toEqual([saw]);
	});

	test('also at the moment when it goes out, weeks after it was linked', async () => {
		await linked({ expiresOn: '2026-12-01' });
		expect(await stops('2026-12-01')).toEqual([]);
		expect(mustNotGoOut(await facts('2026-12-02'))).toMatchObject([{ check: 'PC-06' }]);
	});

	test('and so does a no that the same person gives in another record', async () => {
		await linked();
		await plan.transaction.put(
			consentRecord,
			consentOf(2, { personKey: amir, status: 'withdrawn', firstName: 'Amir' })
		);
		expect(await stops()).toEqual(['Amir (C-0427) has taken their yes back.']);
	});

	test('and one that is no longer here, also where the check for names is switched off', async () => {
		await plan.settings({ mutedChecks: ['PC-06'] });
		await plan.does(volunteer, 'post.edit', { changes: { wordConsentIds: [amir] } });
		expect(await stops()).toEqual(['A yes that this post went by is no longer here.']);
	});
});

test('a yes that is confirmed and about a name can be linked, others cannot', () => {
	expect(canBeLinked(amirsYes(), '2026-11-21')).toBe(true);
	expect(canBeLinked(amirsYes({ nameToShow: 'none' }), '2026-11-21')).toBe(false);
	expect(canBeLinked(amirsYes({ status: 'given' }), '2026-11-21')).toBe(false);
	expect(canBeLinked(amirsYes(), '2029-01-01')).toBe(false);
});

test('a post that was kept before there were such links has none', async () => {
	const older = Object.entries(await plan.post()).filter(([name]) => name !== 'wordConsentIds');
	expect(postRecord.schema.parse(Object.fromEntries(older)).wordConsentIds).toEqual([]);
});
