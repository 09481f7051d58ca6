/**
 * The idea bank: posts to start from, by kind. What stands in [brackets] is for the writer.
 *
 * Sources: S0-37, S0-45, S1-20, S1-27 to S1-32. Nothing here claims what a practice does.
 */
import type { Aim, PostType } from '#features/posts/record.ts';

export const ideaKinds = ['news', 'tip', 'question', 'thanks', 'inside', 'join', 'share'] as const;
export type IdeaKind = (typeof ideaKinds)[number];

export const ideaKindNames: Readonly<Record<IdeaKind, string>> = {
	news: 'News and opening times',
	tip: 'Tips that save people time',
	question: 'Questions to ask',
	thanks: 'Thanks and good news',
	inside: 'Behind the scenes',
	join: 'Join the group',
	share: 'Sharing what others say'
};

export interface Idea {
	readonly id: string;
	readonly kind: IdeaKind;
	readonly title: string;
	readonly text: string;
	readonly aim: Aim;
	readonly type: PostType;
	/** One line that helps the writer. */
	readonly hint?: string;
}

type Line = readonly [
	id: string,
	kind: IdeaKind,
	title: string,
	text: string,
	aim: Aim,
	type: PostType,
	hint?: string
];

const lines: readonly Line[] = [
	[
		'opening-times',
		'news',
		'Holiday opening times',
		'The surgery is closed on [days]. Need help then? Call 111 or look at 111.nhs.uk. Pharmacies that are open: [link].',
		'practice-services',
		'service-update',
		'Ask the practice for the days first.'
	],
	[
		'new-service',
		'news',
		'Something new at the practice',
		'New at the surgery: [what it is]. It is for [whom]. Here is how to get it: [how].',
		'practice-services',
		'service-update',
		'Ask the practice where it has been announced.'
	],
	[
		'meeting-date',
		'news',
		'Our next meeting',
		'The patient group meets on [day] at [time], at [place]. Everyone is welcome. Getting in without steps: [how].',
		'ppg-work',
		'event',
		'Say how people get in, and whom to ask.'
	],
	[
		'meeting-report',
		'news',
		'What we talked about',
		'We met on [day]. Three things we talked about: [one], [two] and [three]. What shall we ask next time?',
		'ppg-work',
		'own'
	],
	[
		'nhs-app',
		'tip',
		'Try the NHS App',
		'Did you know? In the NHS App you can order repeat medicines and see your record. Ask us if you would like someone to show you.',
		'practice-services',
		'own'
	],
	[
		'pharmacy-first',
		'tip',
		'Ask the pharmacist first',
		'A sore throat, earache or an insect bite? A pharmacist can often help without an appointment. The NHS website says with what.',
		'practice-services',
		'own'
	],
	[
		'cancel-in-time',
		'tip',
		'Cannot come? Tell us',
		'Plans change. If you cannot come, please cancel, so that someone else gets the time. This is how: [how].',
		'practice-services',
		'own'
	],
	[
		'which-way-in',
		'tip',
		'Who can help with what',
		'Not sure whom to ask? 111.nhs.uk asks a few questions and tells you where to go, day or night.',
		'practice-services',
		'own'
	],
	[
		'carers',
		'tip',
		'Do you look after someone?',
		'Looking after someone who could not manage without you? Tell the practice that you are a carer, so that they can note it.',
		'practice-services',
		'own'
	],
	[
		'one-question',
		'question',
		'One question for you',
		'What one small thing would make a visit easier? Tell us by [day]. We read all of it, and say what we heard.',
		'listening',
		'question',
		'Put in an end date. Then tell people what you heard.'
	],
	[
		'finding-out',
		'question',
		'How do you hear our news?',
		'How do you like to hear from the surgery: text, letter, poster or here? Tell us by [day].',
		'listening',
		'question'
	],
	[
		'survey',
		'question',
		'Fill in our survey',
		'[Number] questions, [number] minutes. It closes on [day]. Paper copies are at [place]. [link]',
		'listening',
		'question'
	],
	[
		'you-said',
		'question',
		'You said, we heard',
		'We asked: [question]. You said: [what people said]. Now the practice [what it does].',
		'listening',
		'own',
		'Only say what the practice has agreed to.'
	],
	[
		'thank-you-team',
		'thanks',
		'Thank you to the team',
		'Thank you to everyone at the desk and on the phones this week. What has made your day lately?',
		'ppg-work',
		'own',
		'Ask before you name anyone.'
	],
	[
		'kind-words',
		'thanks',
		'Kind words',
		'Someone wrote to say thank you for [what]. It made our week. No names, just a smile.',
		'ppg-work',
		'own',
		'Only with a yes from the person who wrote it.'
	],
	[
		'small-win',
		'thanks',
		'A small win',
		'A year ago people told us about [what]. Now [what changed]. Thank you for telling us.',
		'listening',
		'own'
	],
	[
		'day-at-desk',
		'inside',
		'A day at the desk',
		'What happens between 8 and 9 in the morning? [Three short facts]. Now you know why the line is busy.',
		'practice-services',
		'own'
	],
	[
		'who-is-who',
		'inside',
		'Who is who',
		'A surgery is more than doctors. Here is what a [role] does, and when you might see one.',
		'practice-services',
		'own',
		'A role is enough. A name or a face needs a yes.'
	],
	[
		'where-it-goes',
		'inside',
		'What becomes of your feedback',
		'You fill in a form. Then what? Here is the way it takes: [steps].',
		'listening',
		'own'
	],
	[
		'join-us',
		'join',
		'Would you like to join us?',
		'The patient group is people like you who help the practice to listen. You need no training, just an hour [how often]. Ask at [where].',
		'ppg-work',
		'own'
	],
	[
		'missing-voices',
		'join',
		'We miss your voice',
		'Our group would love to hear more from [whom we miss]. You can join from home. Ask at [where].',
		'ppg-work',
		'own',
		'Think who you often miss.'
	],
	[
		'why-i-joined',
		'join',
		'Why I joined',
		'Why do people join the group? One of us says: [their own words].',
		'ppg-work',
		'own',
		'Needs the yes of the person who says it.'
	],
	[
		'share-nhs',
		'share',
		'Share a campaign of the NHS',
		'[One sentence on why it matters here.] Read more: [link]',
		'health-campaign',
		'share',
		'Say whose it is, and check the link.'
	],
	[
		'share-local',
		'share',
		'Something good nearby',
		'Happening near us: [what, when, where]. Thanks to [who runs it].',
		'ppg-work',
		'share',
		'No shops or brands.'
	]
];

export const ideas: readonly Idea[] = lines.map(([id, kind, title, text, aim, type, hint]) => ({
	...{ id, kind, title, text, aim, type },
	...(hint !== undefined && { hint })
}));

/** @throws {Error} when there is no such idea. A defect. */
export function ideaNamed(id: string): Idea {
	const idea = ideas.find((each) => each.id === id);
	if (!idea) throw new Error(`There is no idea '${id}'.`);
	return idea;
}
