/**
 * The plan on a screen, with a made-up account, people and campaign, for tests in a real browser.
 */
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf, weekdayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { campaignRecord } from '#features/campaigns/record.ts';
import { personRecord } from '#features/people/record.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { postRepeatRecord } from '#features/repeats/record.ts';
import type { Store } from '#store/store.ts';
import { coordinator, idFor, practiceId, volunteer } from './actors.ts';
import { aPerson } from './group.ts';
import PlanWithRepeats from './PlanWithRepeats.svelte';
import { facebook } from './posts.ts';
import { aRepeat } from './repeats.ts';
import { openStore, seed, show, type Seed } from './screen.ts';

export const today = dayOf(Date.now());
export const tomorrow = addDays(today, 1);
export const nextWeek = addDays(today, 7);
const ann = aPerson({ id: volunteer.personId, name: 'Ann', pledgedOn: addDays(today, -30) });
export const carol = aPerson({ id: coordinator.personId, name: 'Carol', role: 'coordinator' });
const made = { createdAt: 0, createdBy: volunteer.personId };

export function post(number: number, title: string, more: Partial<Post> = {}): Seed {
	const start = newPost({ id: idFor(number), ...made }, { title, accounts: [facebook] });
	return seed(postRecord, { ...start, ...more });
}

export const repeat = () =>
	seed(
		postRepeatRecord,
		aRepeat({
			pattern: { unit: 'week', every: 1, weekday: weekdayOf(tomorrow) },
			firstOn: tomorrow,
			accounts: [facebook]
		})
	);

const practice = practiceRecord.schema.parse({
	...{ id: practiceId, ...made },
	...{ practiceName: 'Test practice', groupName: 'Test group' }
});
const basics: Seed[] = [
	seed(personRecord, ann),
	seed(personRecord, carol),
	seed(
		accountRecord,
		accountRecord.schema.parse({
			...{ id: facebook, ...made, name: 'Our page', platform: 'facebook', profileUrl: null },
			...{ purpose: '', ownerId: null, deputyId: null, status: 'active', postsPerWeek: 2 }
		})
	),
	seed(
		campaignRecord,
		campaignRecord.schema.parse({
			...{ id: idFor(800), ...made, title: 'Winter', wish: '', objectiveId: null },
			...{ firstOn: null, lastOn: null, outcome: '', endedOn: null }
		})
	)
];

export async function openPlan(
	seeds: readonly Seed[],
	address = '#view=list',
	who: Actor = volunteer,
	settings: object = {}
) {
	const row = { ...practice, ...settings };
	const store = await openStore(who, [...basics, seed(practiceRecord, row), ...seeds]);
	const addresses: string[] = [];
	const onaddress = (hash: string) => void addresses.push(hash);
	show(store, PlanWithRepeats, { address, onaddress });
	await expect.element(page.getByRole('heading', { name: 'Plan', exact: true })).toBeVisible();
	await expect.element(page.getByRole('tablist')).toBeVisible();
	return { store, addresses };
}

export async function dayOfPost(store: Store, number: number) {
	return (await store.get(postRecord, idFor(number)))?.plannedOn;
}
