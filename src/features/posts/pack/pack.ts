/**
 * The posts of the day of an event, ready to fill in and to put out in order. Source: S1-33.
 *
 * They are drafts like any other and lie on the phone, so that they are there without a signal.
 */
import type { Post } from '../record.ts';

export interface PackPost {
	readonly title: string;
	readonly text: string;
	readonly plannedTime: string | null;
}

type Event = Pick<Post, 'title' | 'eventTime' | 'place' | 'access'>;

interface Step {
	readonly name: string;
	/** Minutes after the start of the event. */
	readonly after: number;
	readonly words: (event: Event) => string;
}

const steps: readonly Step[] = [
	{
		name: 'We start soon',
		after: -60,
		words: ({ place, access }) =>
			`We start soon${place ? `, at ${place}` : ''}. [What there is to see]. Come and say hello.${access ? `\n${access}` : ''}`
	},
	{ name: 'We are here', after: 0, words: () => 'We are here! [What people see first].' },
	{
		name: 'What people say',
		after: 60,
		words: () => 'People ask us about [one thing]. This is what we know: [answer, with a link].'
	},
	{
		name: 'Thank you',
		after: 150,
		words: () => 'Thank you to all who came. We heard: [one thing]. Next we will: [one thing].'
	}
];

const lastMinute = 24 * 60 - 1;

/** @param hashtag with its `#`, or '' for none. */
export function packFor(event: Event, hashtag: string): PackPost[] {
	const start = minutesOf(event.eventTime);
	return steps.map(({ name, after, words }) => ({
		title: `${name}: ${event.title}`.slice(0, 120),
		text: [words(event), hashtag].filter(Boolean).join(' '),
		plannedTime: start === null ? null : timeAt(start + after)
	}));
}

function minutesOf(time: string | null): number | null {
	if (time === null) return null;
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
}

/** On the same day, whatever comes. */
function timeAt(minutes: number): string {
	const kept = Math.min(Math.max(minutes, 0), lastMinute);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${two(Math.floor(kept / 60))}:${two(kept % 60)}`;
}

/** In the order in which they go out; dropped ones have left it. */
export function packInOrder(posts: readonly Post[]): Post[] {
	const key = ({ plannedOn, plannedTime, createdAt, id }: Post) =>
		`${plannedOn ?? '9999'} ${plannedTime ?? '99'} ${createdAt} ${id}`;
	return posts
		.filter(({ status }) => status !== 'dropped')
		.sort((one, other) => key(one).localeCompare(key(other)));
}
