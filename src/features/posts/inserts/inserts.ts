/**
 * Lines that can be put into a post with one tap: where to get help, the practice, who we are.
 *
 * Sources: S1-43, S2-2, S4-14, S4-50, S4-56. Places to look things up: S0-7.
 */
import type { Contact } from '#features/practice/record.ts';

export interface Insert {
	readonly id: string;
	readonly label: string;
	readonly text: string;
}

const fixed: readonly Insert[] = [
	{
		id: 'unwell',
		label: 'If you feel unwell',
		text: 'If you feel unwell, ask a pharmacist or your GP practice, go to https://111.nhs.uk or call 111. In an emergency call 999.'
	},
	{
		id: 'no-advice',
		label: 'We cannot give health advice',
		text: 'We are volunteers and cannot give health advice.'
	},
	{
		id: 'nhs',
		label: 'Read more on the NHS website',
		text: 'Read more on the NHS website: https://www.nhs.uk'
	},
	{ id: 'sign-off', label: 'Who writes', text: '– A volunteer of the patient group' }
];

/** With the page of the practice first, where the group has put it on its list of contacts. */
export function insertsFor(contacts: readonly Contact[]): Insert[] {
	const page = contacts.find(({ role, url }) => role === 'practice-route' && url !== null)?.url;
	if (!page) return [...fixed];
	const text = `Find out more: ${page}`;
	return [{ id: 'practice', label: 'The practice’s website', text }, ...fixed];
}

/** On a new line at the end, and never twice. */
export function withInsert(text: string, insert: Insert): string {
	if (text.includes(insert.text)) return text;
	return text.trim() === '' ? insert.text : `${text.trimEnd()}\n\n${insert.text}`;
}

/** Where facts about health can be looked up. */
export const trustedSources: readonly { readonly name: string; readonly url: string }[] = [
	{ name: 'NHS website', url: 'https://www.nhs.uk/' },
	{ name: 'NHS England', url: 'https://www.england.nhs.uk/' },
	{ name: 'UK Health Security Agency', url: 'https://www.gov.uk/ukhsa' },
	{ name: 'NICE (advice on treatments)', url: 'https://www.nice.org.uk/' },
	{ name: 'Healthwatch', url: 'https://www.healthwatch.co.uk/' }
];

/** Where pictures come from that a group may use. Source: S4-52. */
export const pictureSources: readonly string[] = [
	'Pictures that you take in this app, with everyone’s yes',
	'Pictures of an NHS campaign, when its page says that you may use them: credit “NHS”',
	'The practice or the ICB: ask their communications team, and note what they said',
	'Drawings that a member makes for you: credit them by the name they choose'
];
