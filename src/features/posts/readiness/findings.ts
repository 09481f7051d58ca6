/**
 * What the checks find in a post: in its words, its pictures, the people and the places.
 *
 * Screens and mutations ask the same questions, so that a button and a refusal never disagree.
 */
import { runChecks } from '#checks/all.ts';
import { plainSettings, type CheckInput, type Finding } from '#checks/check.ts';
import { photoGate } from '#features/consent/rules.ts';
import { checkSettingsFor } from '#features/practice/rules.ts';
import type { PostFacts } from './facts.ts';

/** What keeps a post from being ready, in words. */
export type Stop = Pick<Finding, 'saw' | 'why' | 'todo' | 'field'>;

/** Every finding: text, pictures, people, places. The gravest first. */
export function findings(facts: PostFacts): Finding[] {
	const found = [...runChecks(checkInput(facts)), ...gateFindings(facts)];
	const rank = { block: 0, warn: 1, hint: 2 };
	return found.sort((one, other) => rank[one.level] - rank[other.level]);
}

export function mustBeFixed(facts: PostFacts): Stop[] {
	return [...missing(facts), ...findings(facts).filter(({ level }) => level === 'block')];
}

export function mustBeLookedAt(facts: PostFacts): Finding[] {
	return findings(facts).filter(({ level }) => level === 'warn');
}

export function checkInput({ post, practice, accounts, pictures }: PostFacts): CheckInput {
	return {
		text: post.text,
		pictures: pictures.map(({ photoId, alt }) => ({ id: photoId, alt, caption: post.text })),
		accounts: accounts.map(({ id, name, platform }) => ({ id, name, platform })),
		settings: practice ? checkSettingsFor(practice) : plainSettings
	};
}

/** PC-07 and PC-08 for each picture. Sources: S0-26, S0-27. */
function gateFindings({ accounts, pictures, goesOutOn }: PostFacts): Finding[] {
	return pictures.flatMap(({ photoId, photo, consents, venue }) => {
		if (!photo || photo.status === 'removed') return [removedPicture(photoId)];
		const asked = { photo, consents, venue, accounts, plannedOn: goesOutOn };
		return photoGate({ ...asked, purpose: 'ppg-posts' });
	});
}

function removedPicture(picture: string): Finding {
	return {
		check: 'PC-07',
		level: 'block',
		picture,
		saw: 'A picture in this post has been removed.',
		why: 'It may not be used any more.',
		todo: 'Take it out of the post, or choose another one.',
		override: null
	};
}

/** What a post cannot do without: words or a picture, and somewhere to go. */
function missing({ post, accounts }: PostFacts): Stop[] {
	const lacks: Stop[] = [];
	if (post.text.trim() === '' && post.pictures.length === 0) {
		const why = 'There is nothing to read or see.';
		lacks.push({
			saw: 'This post has no words yet.',
			why,
			todo: 'Write a few.',
			field: 'text' as const
		});
	}
	if (accounts.length === 0) {
		const why = 'We check the length and the photos for each account.';
		lacks.push({ saw: 'No account is chosen yet.', why, todo: 'Choose where it goes.' });
	}
	return lacks;
}
