/**
 * The checks on the state of a post, asked with what is known about it: credit, children, files,
 * likeness, facts of the practice, the weeks before a vote, a pause in a crisis.
 */
import type { Finding } from '#checks/check.ts';
import type { Photo } from '#features/consent/record.ts';
import { isBeforeVote, pauseOf } from '#features/practice/rules.ts';
import { childFindings } from './child-in-picture.ts';
import { creditFindings } from './credit.ts';
import { crisisFindings } from './crisis.ts';
import type { PostFacts } from './facts.ts';
import { likenessFindings } from './likeness.ts';
import { pictureFileFindings } from './picture-file.ts';
import { practiceFactsFindings } from './practice-facts.ts';
import { voteFindings } from './vote-weeks.ts';

/** All that holds from draft to posted. */
export function stateFindings(facts: PostFacts): Finding[] {
	const { post, practice, goesOutOn } = facts;
	const photos = facts.pictures.flatMap(({ photo }) => (photo ? [photo] : []));
	return [
		...children(facts),
		...credits(facts, photos),
		...pictureFileFindings({
			pictures: photos.map(({ id, width, height, bytes }) => ({
				...{ id, width, height, bytes: bytes ?? 0 },
				// The phone draws it anew, and the server once more: nothing hidden is left.
				hasHiddenDetails: false
			})),
			accounts: facts.accounts,
			isStory: false
		}),
		...likeness(facts),
		...practiceFactsFindings({
			text: post.text,
			isServiceUpdate: post.type === 'service-update',
			isConfirmed: post.factsConfirmedBy !== null,
			sourceUrls: [post.announcedUrl, post.sourceUrl],
			practiceSites: facts.practiceSites
		}),
		...voteFindings({
			isBeforeVote: practice !== undefined && isBeforeVote(practice, goesOutOn),
			text: post.text,
			use: 'post',
			isQuestion: post.type === 'question',
			originalAuthor: post.originalAuthor
		})
	];
}

/** Only when it goes out: writing goes on while the plan is paused. Source: PC-35. */
export function pauseFindings({ post, practice, practiceSites }: PostFacts): Finding[] {
	if (!pauseOf(practice)) return [];
	return crisisFindings({
		isOn: true,
		at: 0,
		kind: 'planned',
		signedOffBy: null,
		nextUpdateAt: null,
		expiresAt: null,
		sharedUrl: post.originalUrl,
		officialUrls: practiceSites,
		isPaused: false,
		letThroughBy: null
	});
}

function children({ post, pictures }: PostFacts): Finding[] {
	return pictures.flatMap(({ photoId, photo, consents, alt }) => {
		if (!photo) return [];
		const linked = consents.filter(({ id }) => photo.consentIds.includes(id));
		return childFindings({
			picture: photoId,
			words: [post.text, ...post.variants.map(({ text }) => text), alt],
			isRecognisable: !photo.nobodyRecognisable,
			showsBadge: photo.concerns.includes('badges'),
			children: linked.flatMap((consent) => {
				const { ageBand } = consent;
				if (consent.kind !== 'child' || ageBand === '18-plus') return [];
				return [{ ...consent, ageBand, isConfirmed: consent.status === 'confirmed' }];
			})
		});
	});
}

function credits({ post }: PostFacts, photos: readonly Photo[]): Finding[] {
	return creditFindings({
		text: post.text,
		credit: post.credit,
		isShare: post.type === 'share',
		originalAuthor: post.originalAuthor,
		pictures: photos
	});
}

function likeness({ post, practice, goesOutOn, near }: PostFacts): Finding[] {
	const some = ({ text, accounts, pictures, repeatId }: typeof post) => ({
		...{ text, accounts, repeatId },
		pictures: pictures.map(({ photoId }) => photoId)
	});
	return likenessFindings({
		post: some(post),
		goesOutOn,
		isCorrection: post.type === 'correction',
		isCrisis: pauseOf(practice) !== undefined,
		others: near.map((other) => ({ ...some(other), goesOutOn: other.plannedOn ?? goesOutOn }))
	});
}
