/**
 * Ready-made plans: a few posts on days counted from a first day. Source: S0-16.
 */
import { addDays, weekdayOf } from '#domain/calendar.ts';
import type { Aim, Audience, PostType } from '#features/posts/record.ts';
import { ideaNamed } from './ideas.ts';

interface Step {
	/** Days after the first day. */
	readonly after: number;
	readonly title: string;
	readonly text: string;
	readonly aim: Aim;
	readonly type: PostType;
	readonly audiences?: readonly Audience[];
}

export interface Template {
	readonly id: string;
	readonly title: string;
	readonly about: string;
	/** What the first day stands for, as the question to the person. */
	readonly firstDay: string;
	readonly steps: readonly Step[];
	/** The campaign that is made with it. */
	readonly campaign?: { readonly title: string; readonly wish: string };
}

function step(after: number, ideaId: string): Step {
	const { title, text, aim, type } = ideaNamed(ideaId);
	return { after, title, text, aim, type };
}

const flu = (
	after: number,
	title: string,
	text: string,
	audiences?: readonly Audience[]
): Step => ({
	...{ after, title, text, aim: 'health-campaign', type: 'own' },
	...(audiences && { audiences })
});

export const templates: readonly Template[] = [
	{
		id: 'quiet-month',
		title: 'A quiet month',
		about: 'One post a week, so that nobody thinks you have gone.',
		firstDay: 'First day of the month',
		steps: [
			step(1, 'pharmacy-first'),
			step(8, 'one-question'),
			step(15, 'thank-you-team'),
			step(22, 'you-said')
		]
	},
	{
		id: 'flu-season',
		title: 'Flu season',
		about: 'Six posts over eight weeks: who, where, the last chance, and a thank you.',
		firstDay: 'The day that flu vaccines start here',
		campaign: { title: 'Flu season', wish: 'More people have their flu vaccine this winter.' },
		steps: [
			flu(0, 'Flu vaccines start', 'Flu vaccines start on [day]. Book at [how to book].'),
			flu(
				7,
				'Who can have one?',
				'Can you have a free flu vaccine? The NHS website has the list: [link]'
			),
			flu(
				14,
				'Flu vaccine for carers',
				'Do you look after someone? Ask whether you can have a free flu vaccine.',
				['carers']
			),
			flu(
				21,
				'Flu vaccine in pregnancy and for children',
				'Expecting a baby, or have young children? The NHS website says what is on offer.',
				['parents']
			),
			flu(
				35,
				'It is not too late',
				'Flu has not gone yet. There is still time. Book at [how to book].'
			),
			flu(56, 'Thank you', '[Number] people here had their flu vaccine. Thank you, all of you.')
		]
	},
	{
		id: 'recruitment',
		title: 'Find new members',
		about: 'Four posts over three weeks that ask people to join the group.',
		firstDay: 'When to begin',
		campaign: { title: 'Find new members', wish: 'New people join the group.' },
		steps: [
			step(0, 'join-us'),
			step(7, 'why-i-joined'),
			step(14, 'missing-voices'),
			step(21, 'meeting-date')
		]
	},
	{
		id: 'meeting-cycle',
		title: 'Around a meeting',
		about: 'Ask before it, remind people, say what came of it.',
		firstDay: 'The day of the meeting',
		steps: [
			{
				after: -14,
				title: 'What shall we ask?',
				text: 'We meet on [day]. What shall we bring to the practice? Tell us by [day].',
				aim: 'listening',
				type: 'question'
			},
			step(-7, 'meeting-date'),
			{
				after: -1,
				title: 'We meet tomorrow',
				text: 'Tomorrow at [time], at [place]. Everyone is welcome.',
				aim: 'ppg-work',
				type: 'event'
			},
			step(3, 'meeting-report'),
			step(21, 'you-said')
		]
	}
];

export interface Planned extends Step {
	readonly plannedOn: string;
}

/** The posts with their days; a Saturday or Sunday moves on to Monday, save around a meeting. */
export function plannedFrom(template: Template, firstOn: string): Planned[] {
	return template.steps.map((each) => {
		const day = addDays(firstOn, each.after);
		const isFixed = each.after < 0;
		const late = Math.max(0, 8 - weekdayOf(day));
		const plannedOn = !isFixed && weekdayOf(day) > 5 ? addDays(day, late) : day;
		return { ...each, plannedOn };
	});
}
