/**
 * The sheet in steps, for the projector: one thing at a time, in the order of the meeting.
 *
 * A step without anything to show is left out.
 */
import type { Promised, Said, SheetPage } from './shape.ts';

interface SlideLine {
	readonly id: string;
	/** Said before the words, in bold: an account, or 'Good'. */
	readonly lead: string;
	readonly words: string;
	/** Below them, smaller. */
	readonly after: string;
}
export interface Slide {
	readonly id: string;
	readonly heading: string;
	readonly shows: 'title' | 'lines' | 'numbers' | 'chart' | 'actions';
	readonly lines: readonly SlideLine[];
}

const toneWords = { good: 'Good', bad: 'Not so good', plain: '' } as const;

export function slidesOf(page: SheetPage): Slide[] {
	const lines = (id: string, heading: string, found: readonly SlideLine[]): Slide[] =>
		found.length === 0 ? [] : [{ id, heading, shows: 'lines', lines: found }];
	const whole = (id: Slide['shows'], heading: string): Slide => ({
		...{ id, heading, shows: id, lines: [] }
	});
	return [
		whole('title', page.title),
		...lines('last-time', 'What we said last time', page.lastTime.map(promisedLine)),
		...lines(
			'short',
			'In short',
			page.short.map(({ id, tone, words }) => line(id, toneWords[tone], words))
		),
		...(page.numbers.rows.length > 0 ? [whole('numbers', 'The numbers')] : []),
		...(page.numbers.rows.length > 0 ? [whole('chart', 'How the numbers move')] : []),
		...lines(
			'goals',
			'What we want to reach',
			page.goals.map(({ id, tone, words }) => line(id, toneWords[tone], words))
		),
		...lines('learned', 'What we learned', page.learned.map(saidLine)),
		...lines('told', 'What people told us', toldLines(page)),
		...lines('change', 'What we will change', page.change.map(saidLine)),
		...lines('reviews', 'Our accounts', page.reviews.map(saidLine)),
		...lines('check', 'Our own rules', [line('check', '', page.check)]),
		whole('actions', 'Who does what')
	];
}

function toldLines({ liked, hard, did, themes }: SheetPage): SlideLine[] {
	const words = (lead: string, said: readonly Said[]) =>
		said.map((each, index) => line(`${lead}-${index}`, lead, each.words));
	return [
		...words('Liked', liked),
		...words('Found hard or asked for', hard),
		...themes.map(({ id, theme, count, after }) => line(id, theme, count, after)),
		...words('What the practice did', did)
	];
}

function promisedLine({ account, words, cameOfIt }: Promised, index: number): SlideLine {
	const came = cameOfIt === '' ? 'Nobody has written yet what came of it.' : cameOfIt;
	return line(`promise-${index}`, account, words, `What came of it: ${came}`);
}

function saidLine({ account, words }: Said, index: number): SlideLine {
	return line(`said-${index}`, account, words);
}

function line(id: string, lead: string, words: string, after = ''): SlideLine {
	return { id, lead, words, after };
}

/** The step to go to by a key; undefined for keys that mean nothing here. */
export function stepAfterKey(key: string, step: number, last: number): number | undefined {
	const steps: Readonly<Partial<Record<string, number>>> = {
		...{ ArrowRight: step + 1, ArrowDown: step + 1, PageDown: step + 1, ' ': step + 1 },
		...{ ArrowLeft: step - 1, ArrowUp: step - 1, PageUp: step - 1, Backspace: step - 1 },
		...{ Home: 0, End: last }
	};
	const wanted = steps[key];
	return wanted === undefined ? undefined : Math.min(last, Math.max(0, wanted));
}
