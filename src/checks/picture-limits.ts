/**
 * What each platform takes of pictures. Facts that change: each has its own source and day.
 */
interface PictureLimits {
	readonly id: string;
	readonly name: string;
	readonly maxPictures: number | null;
	readonly maxBytes: number | null;
	readonly source: string;
	/** SURE: published. LIKELY: several others say so. CONFIG: please check. */
	readonly mark: 'SURE' | 'LIKELY' | 'CONFIG';
	readonly checkedOn: string;
}

const megabyte = 1_000_000;
const checkedOn = '2026-11-21';

const pictureLimits: readonly PictureLimits[] = [
	...[
		{ id: 'x', name: 'X', maxPictures: 4, maxBytes: null },
		{ id: 'x-premium', name: 'X Premium', maxPictures: 4, maxBytes: null }
	].map((one) => ({ ...one, source: 'Other posting tools.', mark: 'LIKELY' as const, checkedOn })),
	{
		id: 'bluesky',
		name: 'Bluesky',
		maxPictures: 4,
		maxBytes: 2 * megabyte,
		source: 'The rules that Bluesky publishes with its code. Older apps take 1 MB.',
		mark: 'SURE',
		checkedOn
	},
	{
		id: 'mastodon',
		name: 'Mastodon',
		maxPictures: 4,
		maxBytes: null,
		source: 'The usual value. Each server can set its own.',
		mark: 'SURE',
		checkedOn
	},
	{
		id: 'instagram',
		name: 'Instagram',
		maxPictures: 10,
		maxBytes: null,
		source: 'Posting tools say 10, the app takes 20.',
		mark: 'CONFIG',
		checkedOn
	}
];

/** The longer side, in dots: below it most screens show a blur. */
export const smallestSide = 600;
/** Width by height of a story. */
export const uprightShape = 9 / 16;

export function pictureLimitsFor(platform: string): PictureLimits {
	return (
		pictureLimits.find(({ id }) => id === platform) ?? {
			id: platform,
			name: 'This platform',
			maxPictures: null,
			maxBytes: null,
			source: 'No limit is known.',
			mark: 'CONFIG',
			checkedOn
		}
	);
}
