/**
 * PC-18: a picture without a description, or with a weak one. Asked for by S4-66.
 *
 * One finding per picture, the plainest first, and one per account whose limit is passed.
 */
import type { CheckSettings, Finding, Picture, PostCheck, TargetAccount } from './check.ts';
import { quoted } from './check.ts';
import { limitsFor } from './platforms.ts';
import { readingOf } from './reading.ts';

const fileName = /\.(?:jpe?g|png|gif|webp|hei[cf]|avif|bmp|tiff?|svg|pdf|mp4|mov)$/i;
const cameraName =
	/^(?:img|dsc[fn]?|pxl|image|photo|picture|pic|scan|screenshot|screen shot|whatsapp image)[ _-]*\d[\d _.:-]{0,40}$/i;
const emptyOpening =
	/^(?:an? |the |this is an? )?(?:image|photo|photograph|picture|pic|graphic|screenshot) (?:of|showing|shows) +/i;
const fewestLetters = 15;
const fewestWords = 4;

export const altText: PostCheck = {
	id: 'PC-18',
	title: 'Picture description',
	gravest: 'block',
	sources: ['S4-66'],
	run({ pictures, accounts, settings }) {
		return pictures.flatMap((picture) => [
			...weakness(picture, settings),
			...accounts.flatMap((account) => tooLong(picture, account, settings))
		]);
	}
};

function weakness(picture: Picture, settings: CheckSettings): Finding[] {
	const alt = tidy(picture.alt);
	const opening = emptyOpening.exec(picture.alt.trimStart());
	const says = (saw: string, todo: string): Finding[] => [
		{
			check: 'PC-18',
			level: settings.altTextLevel,
			saw,
			why: 'Some people cannot see the picture. Their phone reads these words aloud.',
			todo,
			field: 'alt',
			picture: picture.id
		}
	];
	const describe = 'Say who or what is in it and what happens. If it has words on it, repeat them.';
	if (alt === '') return says('We saw a picture with no description.', describe);
	if (fileName.test(alt) || cameraName.test(alt)) {
		return says(`We saw ${quoted(alt)}. That is the name of a file.`, describe);
	}
	if (opening) {
		const first = opening[0].trim();
		return says(
			`We saw ${quoted(first)} at the start.`,
			'Take these words out. The phone has already said that it is a picture.'
		).map((finding) => ({ ...finding, ...withoutOpening(picture.alt, opening[0].length) }));
	}
	if (alt.length < fewestLetters || alt.split(' ').length < fewestWords) {
		return says(`We saw ${quoted(alt)}. That is very short.`, describe);
	}
	if (alt === tidy(picture.caption ?? '')) {
		return says(
			`We saw ${quoted(alt)} as the description and as the caption.`,
			'People would hear the same words twice. Say what the picture shows.'
		);
	}
	return [];
}

function withoutOpening(alt: string, length: number): Pick<Finding, 'at' | 'fix'> {
	const rest = alt.trimStart().slice(length);
	if (rest.trim() === '') return {};
	return {
		at: { start: 0, end: alt.length },
		fix: {
			label: 'Take these words out',
			text: rest.charAt(0).toUpperCase() + rest.slice(1)
		}
	};
}

function tooLong(picture: Picture, account: TargetAccount, settings: CheckSettings): Finding[] {
	const { altText: limit, name } = limitsFor(account.platform, settings.limits, account.id);
	const length = picture.alt.length;
	if (limit.max === null || length <= limit.max) return [];
	return [
		{
			check: 'PC-18',
			level: settings.altTextLevel,
			saw: `We saw a description of ${length} letters, spaces and signs for ${quoted(account.name)}.`,
			why: `${name} takes ${limit.max}. The end could be lost.`,
			todo: `Make it shorter by ${length - limit.max}. Put long details in the post itself.`,
			field: 'alt',
			account: account.id,
			picture: picture.id
		}
	];
}

function tidy(words: string): string {
	return readingOf(words).plain.replace(/\s+/g, ' ').trim();
}
