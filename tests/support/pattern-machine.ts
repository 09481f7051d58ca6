/**
 * A small machine that runs a regular expression by trying and going back, and counts its steps.
 *
 * It knows what our patterns use and no more; it throws at anything else. Counted steps, not time,
 * show that a pattern cannot be made to work without end.
 */
type Step =
	| { readonly is: 'sign'; readonly sign: (text: string) => boolean }
	| { readonly is: 'try'; readonly first: number; readonly then: number }
	| { readonly is: 'jump'; readonly to: number }
	| { readonly is: 'look'; readonly program: Program; readonly back: number; readonly not: boolean }
	| { readonly is: 'edge' }
	| { readonly is: 'found' };
type Program = readonly Step[];

type Part =
	| { readonly kind: 'step'; readonly step: Step; readonly width: number }
	| { readonly kind: 'row' | 'choice'; readonly parts: readonly Part[] }
	| { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number };

interface Work {
	steps: number;
	readonly mostSteps: number;
}

export class TooMuchWork extends Error {
	override readonly name = 'TooMuchWork';
}

/** What `matchAll` would find, as position and length, and the steps that it took. */
export function runPattern(pattern: RegExp, text: string, mostSteps = Infinity) {
	const program = programOf(pattern);
	const signs = Array.from(text);
	const places = [0];
	for (const sign of signs) places.push((places.at(-1) ?? 0) + sign.length);
	const work: Work = { steps: 0, mostSteps };
	const found: [place: number, length: number][] = [];
	for (let start = 0; start <= signs.length;) {
		const end = runAt(program, signs, start, work);
		if (end !== undefined) {
			const place = places[start] ?? 0;
			found.push([place, (places[end] ?? 0) - place]);
		}
		start = Math.max(start + 1, end ?? 0);
	}
	return { found, steps: work.steps };
}

/** Where the first way through the program ends, if there is one. */
function runAt(
	program: Program,
	signs: readonly string[],
	start: number,
	work: Work,
	mustEndAt?: number
): number | undefined {
	const waiting: [at: number, place: number][] = [[0, start]];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		let [at, place] = next;
		for (;;) {
			if (++work.steps > work.mostSteps) throw new TooMuchWork();
			const step = program[at];
			if (!step) throw new Error('The program has no end.');
			if (step.is === 'found') {
				if (mustEndAt === undefined || mustEndAt === place) return place;
				break;
			}
			if (step.is === 'jump') {
				at = step.to;
				continue;
			}
			if (step.is === 'try') {
				waiting.push([step.then, place]);
				at = step.first;
				continue;
			}
			if (step.is === 'sign') {
				const sign = signs[place];
				if (sign === undefined || !step.sign(sign)) break;
				place++;
			} else if (step.is === 'edge') {
				if (isWordSign(signs[place - 1]) === isWordSign(signs[place])) break;
			} else if (isThere(step, signs, place, work) === step.not) break;
			at++;
		}
	}
	return undefined;
}

function isThere(
	{ program, back }: Extract<Step, { is: 'look' }>,
	signs: readonly string[],
	place: number,
	work: Work
): boolean {
	if (back === 0) return runAt(program, signs, place, work) !== undefined;
	for (let width = 1; width <= back && width <= place; width++) {
		if (runAt(program, signs, place - width, work, place) !== undefined) return true;
	}
	return false;
}

function isWordSign(sign = ''): boolean {
	return /^\w$/.test(sign);
}

const programs = new Map<RegExp, Program>();

function programOf(pattern: RegExp): Program {
	const known = programs.get(pattern);
	if (known) return known;
	const program = programFor(new PatternReader(pattern).readAll());
	programs.set(pattern, program);
	return program;
}

function programFor(part: Part): Program {
	const program: Step[] = [];
	write(part, program);
	program.push({ is: 'found' });
	return program;
}

function write(part: Part, program: Step[]): void {
	if (part.kind === 'step') program.push(part.step);
	else if (part.kind === 'repeat') writeRepeat(part, program);
	else if (part.kind === 'choice') writeChoice(part.parts, program);
	else for (const one of part.parts) write(one, program);
}

/** Each further time is tried first; to give up one time is to give up those after it. */
function writeRepeat(
	{ part, least, most }: Extract<Part, { kind: 'repeat' }>,
	program: Step[]
): void {
	for (let time = 0; time < least; time++) write(part, program);
	const choices: number[] = [];
	const isEndless = most === Infinity;
	for (let time = least; time < (isEndless ? least + 1 : most); time++) {
		choices.push(program.push({ is: 'found' }) - 1);
		write(part, program);
	}
	if (isEndless) program.push({ is: 'jump', to: choices[0] ?? 0 });
	for (const choice of choices) {
		program[choice] = { is: 'try', first: choice + 1, then: program.length };
	}
}

function writeChoice([first, ...rest]: readonly Part[], program: Step[]): void {
	if (!first) return;
	if (rest.length === 0) {
		write(first, program);
		return;
	}
	const choice = program.push({ is: 'found' }) - 1;
	write(first, program);
	const leave = program.push({ is: 'found' }) - 1;
	program[choice] = { is: 'try', first: choice + 1, then: program.length };
	writeChoice(rest, program);
	program[leave] = { is: 'jump', to: program.length };
}

/** The most signs that a part can take. */
function widthOf(part: Part): number {
	if (part.kind === 'step') return part.width;
	if (part.kind === 'repeat') return widthOf(part.part) * part.most;
	const widths = part.parts.map(widthOf);
	return part.kind === 'choice' ? Math.max(...widths) : widths.reduce((so, width) => so + width, 0);
}

class PatternReader {
	readonly #source: string;
	readonly #flags: string;
	#place = 0;

	constructor({ source, flags }: RegExp) {
		this.#source = source;
		this.#flags = flags.replace('g', '');
	}

	readAll(): Part {
		const part = this.#readChoice();
		if (this.#place < this.#source.length) throw this.#unknown();
		return part;
	}

	#readChoice(): Part {
		const parts: Part[] = [];
		do parts.push(this.#readRow());
		while (this.#take(/\|/y));
		return { kind: 'choice', parts };
	}

	#readRow(): Part {
		const parts: Part[] = [];
		while (this.#place < this.#source.length && !this.#peek(/[|)]/y))
			parts.push(this.#readRepeat());
		return { kind: 'row', parts };
	}

	#readRepeat(): Part {
		const part = this.#readOne();
		const [, sign, least, comma, most] = this.#take(/([?*+])|\{(\d+)(,?)(\d*)\}/y) ?? [];
		if (sign === '?') return { kind: 'repeat', part, least: 0, most: 1 };
		if (sign) return { kind: 'repeat', part, least: sign === '+' ? 1 : 0, most: Infinity };
		if (least === undefined) return part;
		return {
			kind: 'repeat',
			part,
			least: Number(least),
			most: comma ? Number(most === '' ? Infinity : most) : Number(least)
		};
	}

	#readOne(): Part {
		if (this.#take(/\\b/y)) return { kind: 'step', step: { is: 'edge' }, width: 0 };
		const opening = this.#take(/\((\?:|\?<?[=!])?/y);
		if (opening) {
			const part = this.#readChoice();
			if (!this.#take(/\)/y)) throw this.#unknown();
			return opening[1] === undefined || opening[1] === '?:' ? part : look(opening[1], part);
		}
		const sign = this.#take(
			/\[(?:\\(?:[pu]\{[^}]*\}|u[0-9a-f]{4}|.)|[^\\\]])*\]|\\(?:[pPu]\{[^}]*\}|u[0-9a-f]{4}|[^\dkbB])|[^\\^$.?*+()[\]{}|]/iy
		);
		if (!sign) throw this.#unknown();
		return { kind: 'step', step: { is: 'sign', sign: this.#signTest(sign[0]) }, width: 1 };
	}

	/** Asks the real engine about one sign, once. */
	#signTest(source: string): (text: string) => boolean {
		const real = new RegExp(`^(?:${source})$`, this.#flags);
		const answers = new Map<string, boolean>();
		return (text) => {
			const known = answers.get(text);
			if (known !== undefined) return known;
			const answer = real.test(text);
			answers.set(text, answer);
			return answer;
		};
	}

	#peek(pattern: RegExp): boolean {
		pattern.lastIndex = this.#place;
		return pattern.test(this.#source);
	}

	#take(pattern: RegExp): RegExpExecArray | undefined {
		pattern.lastIndex = this.#place;
		const match = pattern.exec(this.#source) ?? undefined;
		if (match) this.#place += match[0].length;
		return match;
	}

	#unknown(): Error {
		return new Error(`The machine does not know this: ${this.#source.slice(this.#place)}`);
	}
}

function look(opening: string, part: Part): Part {
	const back = opening.includes('<') ? widthOf(part) : 0;
	if (back === Infinity) throw new Error('Looking back without end.');
	const not = opening.endsWith('!');
	return { kind: 'step', step: { is: 'look', program: programFor(part), back, not }, width: 0 };
}
