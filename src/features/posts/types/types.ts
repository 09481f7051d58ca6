/**
 * THE table of the kinds of post: what each asks for, and what must be there before it is ready.
 *
 * Editor, task list and readiness rules all read this one table.
 */
import type { Post, PostType } from '../record.ts';

type AskedField =
	| 'originalUrl'
	| 'originalAuthor'
	| 'checkedBy'
	| 'sourceUrl'
	| 'closesOn'
	| 'eventOn'
	| 'eventTime'
	| 'place'
	| 'access'
	| 'announcedUrl'
	| 'wasWrong';

export interface Asked {
	readonly field: AskedField;
	readonly label: string;
	readonly hint?: string;
	readonly input: 'link' | 'line' | 'lines' | 'day' | 'time';
	/** What is said while it is empty; without it the field may stay empty. */
	readonly missing?: string;
}

interface TypeRules {
	/** What to keep in mind with this kind, in one line. */
	readonly about: string;
	readonly asks: readonly Asked[];
	/** Words to start from, with gaps to fill in. Source: S1-27. */
	readonly starter?: string;
	/** The source must not be the story or the post that is passed on. Source: S0-10. */
	readonly needsOtherSource?: true;
	/** The practice has confirmed it, or has said it in public first. Sources: S1-28, S1-47. */
	readonly needsPracticeWord?: true;
	/** A link to where the fact stands, or the linked yes of whoever is quoted. Source: S1-31. */
	readonly needsSourceOrYes?: true;
	/** Rows of the requirements that ask for it. */
	readonly sources: readonly string[];
}

const checkedBy: Asked = {
	field: 'checkedBy',
	label: 'Who checked the facts',
	input: 'line',
	missing: 'Say who checked that it is true.'
};

export const typeRules: Readonly<Record<PostType, TypeRules>> = {
	own: { about: 'Your own words about the group or the practice.', asks: [], sources: ['S1-27'] },
	share: {
		about:
			'Say whose words these are, without praise: “From the heart charity: how to check your pulse”.',
		asks: [
			{
				field: 'originalUrl',
				label: 'Link to the original',
				input: 'link',
				missing: 'Add a link to the post or page that you share.'
			},
			{
				field: 'originalAuthor',
				label: 'Who wrote the original',
				input: 'line',
				missing: 'Say who wrote it first.'
			},
			checkedBy
		],
		starter: 'From [who wrote it]: [what it says, in your own words]. [Link]',
		sources: ['S0-33', 'S0-39', 'S1-42']
	},
	question: {
		about: 'Ask one thing. When it closes, tell people what they said.',
		asks: [
			{
				field: 'closesOn',
				label: 'Last day to answer',
				input: 'day',
				missing: 'Choose the last day to answer.'
			}
		],
		starter: '[Your question]? Tell us by [last day]. We say here what we heard.',
		sources: ['S0-45', 'S0-46', 'S1-27']
	},
	'service-update': {
		about: 'Only what the practice has said. It tells people first, on its website or at the desk.',
		asks: [
			{
				field: 'announcedUrl',
				label: 'Where has the practice said this already?',
				hint: 'A link to its website. Without one, the practice manager confirms the facts here.',
				input: 'link'
			}
		],
		starter: 'From [day]: [what changes]. [What people can do]. [Link to the practice].',
		needsPracticeWord: true,
		sources: ['S1-28', 'S1-47']
	},
	event: {
		about: 'When, where, and how people get in.',
		asks: [
			{ field: 'eventOn', label: 'Day of the event', input: 'day', missing: 'Choose the day.' },
			{ field: 'eventTime', label: 'Start', input: 'time', missing: 'Say when it starts.' },
			{ field: 'place', label: 'Place', input: 'line', missing: 'Say where it is.' },
			{
				field: 'access',
				label: 'How people get in',
				hint: 'Step-free way in, hearing loop, parking, joining by phone',
				input: 'lines'
			}
		],
		starter: '[What it is] on [day] at [time], at [place]. [How people get in]. All welcome.',
		sources: ['S1-27']
	},
	news: {
		about: 'Read past the headline, and check it somewhere else first.',
		asks: [
			{
				field: 'originalUrl',
				label: 'Link to the news story',
				input: 'link',
				missing: 'Add a link to the story.'
			},
			{
				field: 'sourceUrl',
				label: 'Where you checked it (not a news page)',
				hint: 'Such as the NHS website or the body that made the news',
				input: 'link',
				missing: 'Add a link to where you checked the facts.'
			},
			checkedBy
		],
		needsOtherSource: true,
		sources: ['S0-10']
	},
	quote: {
		about: 'One fact, or one thing that somebody said. Say where it comes from.',
		asks: [
			{ field: 'originalAuthor', label: 'Who says it', input: 'line' },
			{
				field: 'sourceUrl',
				label: 'Link to where it stands',
				hint: 'For someone whom you quote: link their yes under “Someone’s name or story”.',
				input: 'link'
			}
		],
		starter: '“[What they said, or the fact].” [Who says it]',
		needsSourceOrYes: true,
		sources: ['S1-31', 'S4-58']
	},
	correction: {
		about: 'Say plainly what was wrong and what is right.',
		asks: [
			{
				field: 'wasWrong',
				label: 'What was wrong',
				input: 'lines',
				missing: 'Say what was wrong in the other post.'
			}
		],
		sources: ['S0-36', 'S0-50']
	}
};

/** What its kind still asks for, in words; empty when nothing is missing. */
export function missingOf(post: Post): { field: string; todo: string }[] {
	const { asks, needsOtherSource, needsPracticeWord, needsSourceOrYes } = typeRules[post.type];
	const gaps: { field: string; todo: string }[] = [];
	for (const { field, missing } of asks) {
		if (missing !== undefined && isEmpty(post[field])) gaps.push({ field, todo: missing });
	}
	if (needsOtherSource && isSamePlace(post.sourceUrl, post.originalUrl)) {
		gaps.push({ field: 'sourceUrl', todo: 'Check it somewhere else than the news story itself.' });
	}
	if (needsSourceOrYes && post.sourceUrl === '' && post.wordConsentIds.length === 0) {
		gaps.push({
			field: 'sourceUrl',
			todo: 'Add a link to where it stands, or link the yes of the person whom you quote.'
		});
	}
	if (needsPracticeWord && post.announcedUrl === '' && post.factsConfirmedBy === null) {
		gaps.push({
			field: 'announcedUrl',
			todo: 'Add a link to where the practice has said this, or ask the practice manager to confirm it.'
		});
	}
	return gaps;
}

function isEmpty(value: string | null): boolean {
	return value === null || value.trim() === '';
}

/** True for two pages of one site: the paper that printed it is no check on the paper. */
function isSamePlace(one: string, other: string): boolean {
	if (!URL.canParse(one) || !URL.canParse(other)) return false;
	const site = (address: string) => new URL(address).hostname.replace(/^www\./, '');
	return site(one) === site(other);
}
