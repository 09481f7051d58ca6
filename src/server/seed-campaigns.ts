/**
 * The made-up objectives, campaigns and hashtags: one campaign that runs, one that is to come.
 */
import { addDays } from '#domain/calendar.ts';
import { addHashtag, checkHashtag } from '#features/campaigns/hashtags/mutations.ts';
import { addCampaign, endCampaign } from '#features/campaigns/mutations.ts';
import { addObjective, countObjective } from '#features/campaigns/objectives/mutations.ts';
import { changeDay } from '#features/days/mutations.ts';
import { ideaNamed } from '#features/ideas/bank/ideas.ts';
import { planPosts } from '#features/ideas/mutations.ts';
import { plainPost } from '#features/ideas/rules.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';

/** @returns how many posts it has planned. */
export function writeCampaigns(diary: Diary, people: People): number {
	const { today, lastOn } = diary.time;
	const { ben, cerys, dev } = people;
	const firstAt = momentOf(diary.within(addDays(today, -40)), 9);
	const ids = Array.from({ length: 9 }, (_, index) => diary.idAt(firstAt + index * 60_000));
	const [reach = '', members = '', flu = '', join = '', old = ''] = ids;
	writeObjectives(diary, people, { firstAt, reach, members });
	const none = { outcome: '', firstOn: null, lastOn: null };
	diary.note(firstAt + 600_000, ben.id, addCampaign, {
		...none,
		...{ id: flu, title: 'Flu season', wish: 'More people have their flu vaccine this winter.' },
		...{ objectiveId: reach, firstOn: addDays(today, -35), lastOn: addDays(today, 40) }
	});
	diary.note(firstAt + 660_000, ben.id, addCampaign, {
		...none,
		...{ id: old, title: 'Open evening', objectiveId: members, firstOn: addDays(today, -39) },
		...{ lastOn: addDays(today, -30), wish: 'Ten new faces at the surgery.' },
		outcome: 'Fourteen people came. Three want to join. We start earlier next time.'
	});
	diary.note(momentOf(diary.within(addDays(today, -20)), 10), ben.id, endCampaign, { id: old });
	const tags = [
		{ tag: '#FluJab', purpose: 'Book a vaccine', campaignId: flu, isChecked: true },
		{ tag: '#ExamplePatients', purpose: 'All that the group does', campaignId: null },
		{ tag: '#HelpUsListen', purpose: 'Join the group', campaignId: join }
	];
	const tagIds = ids.slice(5);
	const madeOn = diary.within(addDays(today, -12));
	for (const [index, { isChecked = false, ...tag }] of tags.entries()) {
		// The last one belongs to a campaign that is made on the last day.
		const at = tag.campaignId === join ? momentOf(lastOn, 11) : momentOf(madeOn, 11, index);
		diary.note(at, cerys.id, addHashtag, { id: tagIds[index] ?? '', ...tag, isChecked });
	}
	diary.note(momentOf(lastOn, 8), dev.id, checkHashtag, { id: tagIds[0] ?? '' });
	diary.note(momentOf(lastOn, 9), ben.id, changeDay, {
		...{ id: diary.idAt(momentOf(lastOn, 9)), dayId: 'carers-rights-day' },
		...{ title: 'Carers Rights Day', firstOn: addDays(today, 5), lastOn: addDays(today, 5) },
		sourceUrl: 'https://example.org/carers-rights-day'
	});
	return writeDrafts(diary, cerys.id, { flu, join });
}

function writeObjectives(
	diary: Diary,
	{ ben, dev }: People,
	{ firstAt, reach, members }: { firstAt: number; reach: string; members: string }
): void {
	diary.note(firstAt, ben.id, addObjective, {
		...{ id: reach, title: 'More people hear practice news directly', watch: 'reach' },
		...{ ownWatch: '', goal: 3000 }
	});
	diary.note(firstAt + 60_000, ben.id, addObjective, {
		...{ id: members, title: 'New members join the group', watch: 'own' },
		...{ ownWatch: 'Members of the group', goal: 12 }
	});
	const countedAt = momentOf(diary.time.lastOn, 14);
	diary.note(countedAt, dev.id, countObjective, { id: members, count: 9 });
}

/** Drafts ahead in both campaigns, and ideas for some day. */
function writeDrafts(
	diary: Diary,
	writerId: string,
	{ flu, join }: { flu: string; join: string }
): number {
	const { today, lastOn } = diary.time;
	const at = momentOf(lastOn, 10);
	const from = (ideaId: string) => {
		const { title, text, aim, type } = ideaNamed(ideaId);
		return { ...plainPost, id: diary.idAt(at), title, text, aim, type };
	};
	const late = {
		...from('share-nhs'),
		...{ title: 'It is not too late for a flu vaccine', campaignId: flu },
		...{ text: 'Flu has not gone yet. There is still time. Book at [how to book].' },
		...{ plannedOn: addDays(today, 11), type: 'own' as const }
	};
	const together = [
		{ ...from('join-us'), plannedOn: addDays(today, 20), campaignId: join },
		{ ...from('why-i-joined'), plannedOn: addDays(today, 27), campaignId: join },
		{ ...from('missing-voices'), plannedOn: addDays(today, 34), campaignId: join }
	];
	const ideas = ['pharmacy-first', 'small-win'].map((id) => ({ ...from(id), isIdea: true }));
	diary.note(at, writerId, planPosts, { posts: [late, ...ideas], campaign: null });
	diary.note(at + 60_000, writerId, planPosts, {
		posts: together,
		campaign: {
			...{ id: join, title: 'Find new members', wish: 'New people join the group.' },
			...{ firstOn: addDays(today, 20), lastOn: addDays(today, 41) }
		}
	});
	return together.length + ideas.length + 1;
}
