/**
 * How each platform crops a picture in its feed. How many it takes: checks/picture-limits.ts.
 *
 * These facts change often; the frames are a help for the eye, never a rule.
 */
interface Frame {
	/** 'In the feed', 'In the grid'. */
	readonly name: string;
	/** Width divided by height. */
	readonly ratio: number;
	/** The part of the height, in the middle, where words are safe. */
	readonly safeHeight?: number;
}

const feed = (ratio: number): Frame => ({ name: 'In the feed', ratio });
const square = feed(1);

const known: Readonly<Record<string, readonly Frame[]>> = {
	facebook: [feed(4 / 5)],
	instagram: [feed(4 / 5), { name: 'In the grid', ratio: 3 / 4 }],
	x: [feed(16 / 9)],
	'x-premium': [feed(16 / 9)],
	linkedin: [feed(1200 / 627)],
	bluesky: [square],
	mastodon: [feed(16 / 9)],
	tiktok: [{ name: 'Full screen', ratio: 9 / 16, safeHeight: 1420 / 1920 }],
	'whatsapp-channel': [square, { name: 'As a status', ratio: 9 / 16, safeHeight: 1420 / 1920 }]
};

export function framesFor(platform: string): readonly Frame[] {
	return known[platform] ?? [square];
}
