/**
 * Drawn scenes in the place of photos, so that the made-up practice shows nobody at all.
 *
 * Each becomes a JPEG as a phone would send it, with the thumbnail that its record carries.
 */
import sharp from 'sharp';
import { maxThumbLength } from '#features/consent/photos/record.ts';

export const sceneNames = ['clinic', 'garden', 'poster', 'walk', 'children', 'coffee'] as const;
export type SceneName = (typeof sceneNames)[number];

export interface Drawn {
	readonly bytes: Buffer;
	readonly thumb: string;
	readonly width: number;
	readonly height: number;
}

const width = 1200;
const height = 900;

interface Figure {
	readonly x: number;
	/** Where the feet are. */
	readonly y: number;
	readonly size: number;
	readonly skin: string;
	readonly hair: string;
	readonly top: string;
	readonly legs?: string;
}

const scenes: Readonly<Record<SceneName, () => string>> = {
	clinic: () =>
		box(0, 0, width, 620, '#dcebf0') +
		box(0, 620, width, 280, '#b9a88f') +
		box(80, 90, 300, 220, '#ffffff', 12) +
		box(110, 120, 240, 18, '#005eb8') +
		box(110, 160, 200, 12, '#8aa4b8') +
		box(110, 190, 220, 12, '#8aa4b8') +
		box(110, 220, 160, 12, '#8aa4b8') +
		box(900, 80, 220, 260, '#a9d3e6', 8) +
		figure({ x: 420, y: 800, size: 1.25, skin: '#8d5a3b', hair: '#2b1d16', top: '#005eb8' }) +
		figure({ x: 800, y: 810, size: 1.2, skin: '#e8b891', hair: '#9a9a9a', top: '#5a8f4e' }) +
		box(330, 600, 560, 230, '#8b6b4a', 14) +
		box(310, 580, 600, 40, '#a98560', 10) +
		box(560, 520, 90, 60, '#ffffff', 6) +
		box(575, 535, 60, 10, '#d5281b'),
	garden: () =>
		box(0, 0, width, height, '#bfe0f5') +
		circle(1010, 130, 70, '#ffd66b') +
		hill(480, '#8cbf6a') +
		box(0, 620, width, 280, '#6aa84f') +
		box(500, 560, 200, 340, '#d9c7a3') +
		tree(200, 640, 1.3) +
		tree(1000, 620, 1) +
		[120, 260, 380, 780, 880, 1080].map((x, at) => flower(x, 760 + (at % 3) * 40, at)).join('') +
		box(760, 640, 240, 22, '#7a5230', 6) +
		box(780, 660, 18, 60, '#7a5230') +
		box(960, 660, 18, 60, '#7a5230'),
	poster: () =>
		box(0, 0, width, height, '#c79b6a') +
		box(40, 40, width - 80, height - 80, '#e0bd8f', 8) +
		sheet(110, 110, 300, 390, '#ffffff', '#005eb8') +
		sheet(460, 90, 280, 360, '#fff6c9', '#d5281b') +
		sheet(800, 120, 290, 380, '#dff1e4', '#007f3b') +
		sheet(180, 550, 340, 250, '#e4ecfb', '#330072') +
		sheet(600, 510, 420, 300, '#ffffff', '#ae2573'),
	walk: () =>
		box(0, 0, width, height, '#d4e7f7') +
		hill(430, '#9cc78b') +
		box(0, 600, width, 300, '#7fb069') +
		`<path d="M420 900 Q 560 700 640 600 L 700 600 Q 720 720 860 900 Z" fill="#e0cfae"/>` +
		tree(140, 620, 1.5) +
		tree(1060, 640, 1.3) +
		figure({ x: 560, y: 800, size: 1, skin: '#6b4226', hair: '#1d1410', top: '#d5281b' }) +
		figure({ x: 730, y: 820, size: 1.05, skin: '#f0c6a0', hair: '#c8882f', top: '#ffb81c' }),
	children: () =>
		box(0, 0, width, 600, '#fbead2') +
		box(0, 600, width, 300, '#cfa77a') +
		sheet(120, 90, 230, 170, '#ffffff', '#ffb81c') +
		sheet(480, 70, 230, 170, '#ffffff', '#41b6e6') +
		sheet(840, 90, 230, 170, '#ffffff', '#78be20') +
		figure({ x: 430, y: 790, size: 0.95, skin: '#f0c6a0', hair: '#5b3a1e', top: '#41b6e6' }) +
		figure({ x: 770, y: 790, size: 0.9, skin: '#a8703f', hair: '#20140d', top: '#ffb81c' }) +
		box(220, 660, 760, 190, '#f3f3f3', 18) +
		box(380, 690, 130, 90, '#ffffff', 4) +
		box(700, 690, 130, 90, '#ffffff', 4) +
		['#d5281b', '#005eb8', '#78be20', '#ffb81c']
			.map((colour, at) => box(540 + at * 32, 720, 18, 70, colour, 6))
			.join(''),
	coffee: () =>
		box(0, 0, width, 560, '#efe3d3') +
		box(0, 560, width, 340, '#80604d') +
		box(120, 80, 380, 300, '#bfe0f5', 6) +
		box(305, 80, 10, 300, '#ffffff') +
		box(700, 120, 360, 22, '#80604d') +
		[740, 820, 900, 980].map((x) => box(x, 70, 50, 50, '#ffffff', 8)).join('') +
		`<ellipse cx="600" cy="700" rx="430" ry="190" fill="#a98560"/>` +
		[
			[470, 640],
			[680, 620],
			[560, 760],
			[760, 760]
		]
			.map(([x = 0, y = 0]) => circle(x, y, 58, '#ffffff') + circle(x, y, 38, '#5b3a1e'))
			.join('')
};

export async function drawScene(name: SceneName): Promise<Drawn> {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${scenes[name]()}</svg>`;
	const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
	const small = await sharp(bytes).resize({ width: 240 }).jpeg({ quality: 60 }).toBuffer();
	const thumb = `data:image/jpeg;base64,${small.toString('base64')}`;
	if (thumb.length > maxThumbLength) throw new Error(`The thumbnail of ${name} is too large.`);
	return { bytes, thumb, width, height };
}

function box(x: number, y: number, w: number, h: number, fill: string, round = 0): string {
	return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill}"/>`;
}

function circle(x: number, y: number, r: number, fill: string): string {
	return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
}

function hill(y: number, fill: string): string {
	return `<path d="M0 ${y} Q 300 ${y - 130} 620 ${y} T ${width} ${y - 20} V 900 H 0 Z" fill="${fill}"/>`;
}

function tree(x: number, y: number, size: number): string {
	const leaves = circle(0, -230, 110, '#3f7d3a') + circle(-60, -170, 80, '#4b8f45');
	return `<g transform="translate(${x} ${y}) scale(${size})">${box(-16, -150, 32, 190, '#6b4a2f')}${leaves}${circle(65, -165, 75, '#47893f')}</g>`;
}

function flower(x: number, y: number, at: number): string {
	const colour = ['#d5281b', '#ffb81c', '#ae2573'][at % 3] ?? '#d5281b';
	return box(x - 3, y, 6, 60, '#2f6b2a') + circle(x, y, 22, colour) + circle(x, y, 9, '#fff3b0');
}

function sheet(x: number, y: number, w: number, h: number, fill: string, ink: string): string {
	const lines = [0.42, 0.54, 0.66, 0.78].map((part, at) =>
		box(x + 28, y + h * part, (w - 56) * (at % 2 === 0 ? 1 : 0.7), 12, '#b8b8b8', 4)
	);
	return box(x, y, w, h, fill, 4) + box(x + 28, y + 34, w - 56, h * 0.2, ink, 4) + lines.join('');
}

/** Nobody in particular: a head, hair and a jumper. */
function figure({ x, y, size, skin, hair, top, legs = '#33415c' }: Figure): string {
	const parts =
		box(-38, -120, 32, 120, legs, 10) +
		box(6, -120, 32, 120, legs, 10) +
		box(-62, -290, 124, 190, top, 40) +
		box(-84, -275, 34, 140, top, 17) +
		box(50, -275, 34, 140, top, 17) +
		box(-16, -320, 32, 50, skin) +
		circle(0, -362, 56, hair) +
		`<ellipse cx="0" cy="-350" rx="46" ry="50" fill="${skin}"/>`;
	return `<g transform="translate(${x} ${y}) scale(${size})">${parts}</g>`;
}
