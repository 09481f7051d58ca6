/**
 * PC-22: the file of a picture, for the accounts that it goes to. Asked for by S4-16, S4-21, S4-66.
 *
 * The place in a file is always taken out when a picture is added; if one is still there, it goes.
 */
import { type Finding, quoted } from '#checks/check.ts';
import { pictureLimitsFor, smallestSide, uprightShape } from '#checks/picture-limits.ts';

export interface PictureFileFacts {
	readonly pictures: readonly PictureFile[];
	readonly accounts: readonly {
		readonly id: string;
		readonly name: string;
		readonly platform: string;
	}[];
	readonly isStory: boolean;
}

interface PictureFile {
	readonly id: string;
	readonly width: number;
	readonly height: number;
	readonly bytes: number;
	/** It says where it was taken, or on which device. */
	readonly hasHiddenDetails: boolean;
}

type Trouble = Pick<Finding, 'saw' | 'why' | 'todo'> &
	Partial<Pick<Finding, 'picture' | 'account' | 'fix'>>;

export function pictureFileFindings(facts: PictureFileFacts): Finding[] {
	const { pictures, accounts } = facts;
	const troubles = [
		...pictures.flatMap((picture) => fileTroubles(picture, facts)),
		...accounts.flatMap((account) => countTroubles(account, pictures.length))
	];
	return troubles.map((trouble) => ({ check: 'PC-22', level: 'hint', ...trouble }));
}

function fileTroubles(picture: PictureFile, { accounts, isStory }: PictureFileFacts): Trouble[] {
	const { id, width, height, bytes } = picture;
	const troubles: Trouble[] = [];
	if (picture.hasHiddenDetails) {
		troubles.push({
			picture: id,
			saw: 'The file says where the picture was taken.',
			why: 'It could show where someone lives.',
			todo: 'Save it again here. That takes it out.',
			fix: { label: 'Take it out of the file', text: '' }
		});
	}
	for (const account of accounts) {
		const { maxBytes, name } = pictureLimitsFor(account.platform);
		if (maxBytes === null || bytes <= maxBytes) continue;
		troubles.push({
			picture: id,
			account: account.id,
			saw: `The picture for ${quoted(account.name)} has ${megabytes(bytes)} MB.`,
			why: `${name} takes ${megabytes(maxBytes)} MB.`,
			todo: 'Make it smaller here.',
			fix: { label: 'Make it smaller', text: '' }
		});
	}
	if (Math.max(width, height) < smallestSide) {
		troubles.push({
			picture: id,
			saw: `The picture is ${width} by ${height} dots.`,
			why: 'So small a picture looks blurred on most screens.',
			todo: 'Use a larger one if you have it.'
		});
	}
	if (isStory && Math.abs(width / height - uprightShape) > 0.01) {
		troubles.push({
			picture: id,
			saw: 'The picture does not have the shape of a story.',
			why: 'A story fills the whole phone, upright. The rest is cut off or left empty.',
			todo: 'Cut it to 9 by 16, like 1080 by 1920 dots.'
		});
	}
	return troubles;
}

function countTroubles(
	{ id, name, platform }: PictureFileFacts['accounts'][number],
	count: number
) {
	const { maxPictures, name: platformName } = pictureLimitsFor(platform);
	if (maxPictures === null || count <= maxPictures) return [];
	const trouble: Trouble = {
		account: id,
		saw: `There are ${count} pictures for ${quoted(name)}.`,
		why: `${platformName} takes ${maxPictures}.`,
		todo: 'Choose the best ones for it.'
	};
	return [trouble];
}

/** Rounded up, so that a file over a limit never reads like the limit. */
function megabytes(bytes: number): number {
	return Math.ceil(bytes / 10_000) / 100;
}
