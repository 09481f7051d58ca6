/**
 * The geometry of a line chart, in pixels from the top left.
 *
 * A missing value leaves a gap; it is never drawn as nought.
 */
export interface Series {
	readonly name: string;
	/** One value for each label; null where nothing is known. */
	readonly values: readonly (number | null)[];
	/** Places at which another count begins: no line leads there. */
	readonly breaks?: readonly number[] | undefined;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Each line differs in colour, dash and marker, so that it can be told apart in black and white. */
export const lineLooks = [
	{ colour: '#005eb8', dash: undefined, marker: 'circle' },
	{ colour: '#7c2855', dash: '9 4', marker: 'square' },
	{ colour: '#00593a', dash: '2 4', marker: 'triangle' },
	{ colour: '#330072', dash: '12 4 2 4', marker: 'diamond' },
	{ colour: '#212b32', dash: '5 3', marker: 'cross' }
] as const;

export type Marker = (typeof lineLooks)[number]['marker'];

export function lookOf(index: number): (typeof lineLooks)[number] {
	return lineLooks[index % lineLooks.length] ?? lineLooks[0];
}

/** Round numbers from 0 to at least `max`, four or five of them. */
export function ticksUpTo(max: number): number[] {
	const rough = Math.max(max, 4) / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 2.5, 5, 10].map((nice) => nice * power).find((nice) => nice >= rough);
	const whole = Math.ceil(step ?? rough);
	return Array.from(
		{ length: Math.ceil(Math.max(max, 4) / whole) + 1 },
		(_, index) => index * whole
	);
}

export interface Plot {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
	readonly max: number;
	readonly count: number;
}

export function placeOf(plot: Plot, index: number, value: number): Point {
	const step = plot.count > 1 ? plot.width / (plot.count - 1) : 0;
	const x = plot.count > 1 ? plot.left + index * step : plot.left + plot.width / 2;
	return { x: round(x), y: round(plot.top + plot.height * (1 - value / plot.max)) };
}

export function linePath(
	plot: Plot,
	values: Series['values'],
	breaks: readonly number[] = []
): string {
	let isPenDown = false;
	let path = '';
	values.forEach((value, index) => {
		if (breaks.includes(index)) isPenDown = false;
		if (value !== null) {
			const { x, y } = placeOf(plot, index, value);
			path += `${isPenDown ? 'L' : 'M'}${x} ${y}`;
		}
		isPenDown = value !== null;
	});
	return path;
}

/** A closed shape around a point, about ten pixels wide. */
export function markerPath(marker: Marker, { x, y }: Point): string {
	switch (marker) {
		case 'circle':
			return `M${x - 5} ${y}a5 5 0 1 1 10 0a5 5 0 1 1 -10 0Z`;
		case 'square':
			return `M${x - 4.5} ${y - 4.5}h9v9h-9Z`;
		case 'triangle':
			return `M${x} ${y - 6}l6 10.5h-12Z`;
		case 'diamond':
			return `M${x} ${y - 6.5}l6 6.5l-6 6.5l-6 -6.5Z`;
		case 'cross':
			return `M${x - 2} ${y - 6}h4v4h4v4h-4v4h-4v-4h-4v-4h4Z`;
	}
}

/** All markers of a line. */
export function markersPath(marker: Marker, plot: Plot, values: Series['values']): string {
	return values
		.flatMap((value, index) =>
			value === null ? [] : [markerPath(marker, placeOf(plot, index, value))]
		)
		.join('');
}

/** Which labels fit side by side, when each needs `needed` pixels: the last one always does. */
export function labelsThatFit(count: number, width: number, needed: number): number[] {
	const most = Math.max(1, Math.floor(width / needed));
	const every = Math.max(1, Math.ceil(count / most));
	return Array.from({ length: count }, (_, index) => index).filter(
		(index) => (count - 1 - index) % every === 0
	);
}

function round(pixels: number): number {
	return Math.round(pixels * 10) / 10;
}

/** Fills that differ in black and white too, from nothing to full. Each is drawn on a tile of 8. */
export const fills = {
	empty: '',
	dots: 'M4 2.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0 -2.8Z',
	lines: 'M0 3h8v2h-8Z',
	slant: 'M0 8L8 0H5.2L0 5.2ZM8 8V5.2L5.2 8Z',
	cross: 'M0 0h8v3h-5v5h-3Z',
	full: 'M0 0h8v8h-8Z'
} as const;
export type Fill = keyof typeof fills;
