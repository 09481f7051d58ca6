/**
 * PC-32: news of the practice that the practice has not confirmed. Asked for by S1-28 and S1-47.
 *
 * It blocks for closures, clinics and changes of staff: on those people act at once.
 */
import type { Finding } from '#checks/check.ts';
import { findPhrases } from '#checks/phrases.ts';
import { foundAt, readingOf } from '#checks/reading.ts';
import { findingOn } from '#checks/check.ts';
import { graveNews, serviceNews } from '#checks/words/service-news.ts';

export interface PracticeFacts {
	readonly text: string;
	readonly isServiceUpdate: boolean;
	/** The practice manager said that it is right, about the words as they are now. */
	readonly isConfirmed: boolean;
	/** Links to where it is said already, outside the text. */
	readonly sourceUrls: readonly string[];
	/** Sites of the practice: 'exampleton-surgery.nhs.uk'. Empty: any link counts as official. */
	readonly practiceSites: readonly string[];
}

export function practiceFactsFindings(facts: PracticeFacts): Finding[] {
	const { text, isServiceUpdate, isConfirmed } = facts;
	if (isConfirmed || hasOfficialLink(facts)) return [];
	const reading = readingOf(text);
	const [grave] = findPhrases(reading, graveNews);
	const [news] = findPhrases(reading, serviceNews);
	const found = grave ?? news;
	if (!found && !isServiceUpdate) return [];
	return [
		findingOn(found ?? foundAt(reading, 0, reading.plain.length), {
			check: 'PC-32',
			level: grave ? 'block' : 'warn',
			saw: 'It is news of the practice, and the practice has not confirmed it.',
			why: 'People plan their day by it. The practice tells people first, on its own pages.',
			todo: 'Add a link to where the practice says it, or ask the practice manager to confirm it.',
			...(grave && { override: { roles: ['practice-manager'] } })
		})
	];
}

function hasOfficialLink({ sourceUrls, practiceSites }: PracticeFacts): boolean {
	return sourceUrls.some((address) => {
		if (!URL.canParse(address)) return false;
		const { hostname } = new URL(address);
		return (
			practiceSites.length === 0 ||
			practiceSites.some((site) => hostname === site || hostname.endsWith(`.${site}`))
		);
	});
}
