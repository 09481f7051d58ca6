/**
 * PC-28: 'click here', links that hide where they lead, or that follow people. Asked for by S4-20,
 * S4-66.
 *
 * Looks at the words only. Whether a link still works can only be seen online.
 */
import { type Finding, findingOn, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { findIn, type Found, readingOf } from './reading.ts';
import { linkPattern, linksIn } from './text-words.ts';
import { linkFacts } from './words/links.ts';
import { bareLinkWords } from './words/small-lists.ts';

/** `bit.ly/x` without `https://`; what the list of short hosts does not know is left alone. */
const bareLink = /(?<![\p{L}\p{N}@./-])[a-z]{1,20}\.[a-z]{2,5}\/[\w-]{1,80}/giu;
const endSigns = /[.,;:!?)\]'’]{1,6}$/;

export const links: TextCheck = {
	id: 'PC-28',
	title: 'Links',
	gravest: 'hint',
	sources: ['S4-20', 'S4-66'],
	patterns: [linkPattern, bareLink],
	run(text, settings) {
		const reading = readingOf(text);
		const hosts = [...linkFacts.shortHosts, ...(settings.addedWords?.['PC-28'] ?? [])];
		const vague = findPhrases(reading, bareLinkWords).map((found) =>
			findingOn(found, {
				check: 'PC-28',
				level: 'hint',
				saw: 'It does not say where the link goes.',
				why: 'Some people hear our posts read aloud and jump from link to link.',
				todo: 'Say what is there, like: Book a flu jab.'
			})
		);
		const whole = linksIn(reading);
		const bare = findIn(reading, bareLink).filter(
			({ start, end }) => !whole.some((one) => one.start < end && start < one.end)
		);
		return [...vague, ...[...whole, ...bare].flatMap((found) => troubleWith(found, hosts))];
	}
};

function troubleWith(found: Found, shortHosts: readonly string[]): Finding[] {
	const address = found.words.replace(endSigns, '');
	const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#:]{1,200})/i.exec(address)?.[1]?.toLowerCase();
	const end = found.at.end - (found.words.length - address.length);
	const link = { words: address, at: { start: found.at.start, end } };
	const says = { check: 'PC-28', level: 'hint' } as const;
	const clean = withoutTrackers(address);
	if (host !== undefined && shortHosts.includes(host)) {
		return [
			findingOn(link, {
				...says,
				saw: 'It is a short link.',
				why: 'People cannot see where it goes, so some will not trust it.',
				todo: 'Use the whole link.'
			})
		];
	}
	if (clean !== address) {
		return [
			findingOn(link, {
				...says,
				saw: 'The end of this link follows people around.',
				why: 'It tells others who sent whom. The link works without it.',
				todo: 'Use the clean link.',
				fix: { label: 'Clean the link', text: clean }
			})
		];
	}
	if (/^http:/i.test(address)) {
		return [
			findingOn(link, {
				...says,
				saw: 'It starts with http and not https.',
				why: 'Others can read what people do there.',
				todo: 'Try it with https. If that works, use it.',
				fix: { label: 'Change to https', text: address.replace(/^http:/i, 'https:') }
			})
		];
	}
	return [];
}

function withoutTrackers(address: string): string {
	const [beforeHash = '', ...hash] = address.split('#');
	const place = beforeHash.indexOf('?');
	if (place < 0) return address;
	const parts = beforeHash.slice(place + 1).split('&');
	const kept = parts.filter(
		(part) => !linkFacts.trackers.some((start) => part.toLowerCase().startsWith(start))
	);
	if (kept.length === parts.length) return address;
	const query = kept.length > 0 ? `?${kept.join('&')}` : '';
	return [beforeHash.slice(0, place) + query, ...hash].join('#');
}
