/**
 * Our own icons, drawn on a 24 × 24 grid. Filled shapes take the text's colour.
 *
 * An icon never stands alone: words are beside it.
 */
interface Drawing {
	/** A filled shape. */
	readonly fill?: string;
	/** Lines, two units wide with round ends. */
	readonly line?: string;
}

const icons = {
	tick: { fill: 'M3.2 13.1 5.4 10.9 9.6 15.1 18.6 6.1 20.8 8.3 9.6 19.5Z' },
	cross: {
		fill: 'M5 7.2 7.2 5 12 9.8 16.8 5 19 7.2 14.2 12 19 16.8 16.8 19 12 14.2 7.2 19 5 16.8 9.8 12Z'
	},
	'arrow-left': { line: 'M20 12H5m6-6-6 6 6 6' },
	'arrow-right': { line: 'M4 12h15m-6-6 6 6-6 6' },
	search: { line: 'M16 10.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM14.6 14.6 20 20' },
	today: { line: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 6.5V12l3.5 2.5' },
	plan: { line: 'M4 6h16v14H4ZM4 10.5h16M8.5 3.5V8M15.5 3.5V8M8 14h2.5M13.5 14H16M8 17h2.5' },
	rota: {
		line: 'M12.5 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2.5 20c0-4 2.7-6 6.5-6s6.5 2 6.5 6M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.6c2.3.8 3.5 2.6 3.5 5.4'
	},
	photos: {
		line: 'M3 5h18v14H3ZM3.5 17l5-5 4 4 3-3 5 4.5M17 9.2a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0Z'
	},
	more: {
		fill: 'M7 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM14 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM21 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z'
	},
	camera: {
		line: 'M3 7.5h4.5L9 5h6l1.5 2.5H21V19H3ZM15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Z'
	},
	undo: { line: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5 5 0 0 1 0 10H9' },
	attention: { line: 'M12 4 2.5 20h19ZM12 10v4.5M12 17.4v.1' },
	offline: {
		line: 'M4 4l16 16M7 17.5h8M17.6 17.2A4 4 0 0 0 17.5 10a6 6 0 0 0-8-3.6M7 8.6A4.5 4.5 0 0 0 7 17.5'
	},
	waiting: { line: 'M7 3h10M7 21h10M8 3v4l4 5 4-5V3M8 21v-4l4-5 4 5v4' },
	sent: { line: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM7.8 12.3l3 3 5.4-5.6' },
	plus: { line: 'M12 5v14M5 12h14' }
} as const satisfies Record<string, Drawing>;

export type IconName = keyof typeof icons;

export function drawingOf(name: IconName): Drawing {
	return icons[name];
}
