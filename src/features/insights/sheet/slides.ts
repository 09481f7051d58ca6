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
		inSteps(found).map((some, index) => ({
			id: index === 0 ? id : `${id}-${index + 1}`,
			heading: index === 0 ? heading : `${heading} (${index + 1})`,
			...{ shows: 'lines', lines: some }
		}));
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

/** Lines of big type that a wide screen holds below a heading, and letters in one of them. */
const [roomInStep, lettersInLine, smallLettersInLine] = [9, 50, 58];

/** What does not fit on one screen goes on to the next: nobody scrolls in front of a meeting. */
function inSteps(lines: readonly SlideLine[]): SlideLine[][] {
	const steps: SlideLine[][] = [];
	let left = 0;
	for (const each of lines) {
		const needed = heightOf(each);
		const last = steps.at(-1);
		if (last && needed <= left) last.push(each);
		else steps.push([each]);
		left = (last && needed <= left ? left : roomInStep) - needed;
	}
	return steps;
}

/** In lines, with the gap below. */
function heightOf({ lead, words, after }: SlideLine): number {
	const small = after === '' ? 0 : Math.ceil(after.length / smallLettersInLine);
	return Math.ceil((lead.length + 2 + words.length) / lettersInLine) + small * 0.85 + 0.7;
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
