/**
 * What stands on the form on paper: yes or no for each use, then lines to write on. The same
 * questions as on the phone, so that it can be typed over.
 */
import { abilities, isOnePerson, mayBePaidFor, purposes, venueLooks } from '../fields/kinds.ts';
import type { ConsentKind } from '../fields/kinds.ts';
import { abilityNames, optOutNames, venueLookNames } from '../wording/kind-names.ts';
import { purposeNames } from '../wording/names.ts';

export type PaperKind = ConsentKind | 'venue';

interface Paper {
	readonly title: string;
	/** A crowd is told by a notice on the wall: nobody signs it. */
	readonly isNotice: boolean;
	/** Each has a box for yes and one for no. */
	readonly uses: readonly string[];
	readonly ticks: readonly string[];
	/** Each has room to write. */
	readonly lines: readonly string[];
}

export function paperFor(kind: PaperKind, accounts: readonly { name: string }[]): Paper {
	if (kind === 'crowd') {
		const ways = Object.values(optOutNames);
		return {
			title: 'We take pictures here today',
			isNotice: true,
			uses: [],
			ticks: ways,
			lines: []
		};
	}
	const isPaid = kind === 'venue' || mayBePaidFor(kind);
	return {
		title: titles[kind] ?? 'May we use your picture?',
		isNotice: false,
		uses: [
			...purposes.map((purpose) => purposeNames[purpose]),
			...accounts.map(({ name }) => `On ${name}`),
			...(isPaid ? ['In a post that we pay for'] : [])
		],
		ticks: ticksOf(kind),
		lines: [...linesOf(kind), ...signing(kind)]
	};
}

const titles: Readonly<Partial<Record<PaperKind, string>>> = {
	child: 'May we use a picture of your child?',
	group: 'May we use a picture of all of you?',
	words: 'May we use your words?',
	venue: 'May we take pictures here?'
};

function ticksOf(kind: PaperKind): string[] {
	if (kind === 'venue') return venueLooks.map((look) => venueLookNames[look]);
	if (kind === 'photographer') return ['You may cut it to size'];
	const names = kind === 'child' ? ['Show the first name'] : ['Show my first name'];
	if (kind === 'adult' || kind === 'staff' || kind === 'words') names.push('Show my full name');
	return [
		...(kind === 'child' ? ['The child says yes', 'I may decide for the child'] : []),
		...(kind === 'child' ? ['There is a reason not to show this child'] : []),
		...(kind === 'capacity'
			? abilities.map((each) => `Can do it: ${lower(abilityNames[each])}`)
			: []),
		...(isOnePerson(kind) ? names : []),
		...(kind === 'group' ? [] : ['It tells something about health, and that may be shown'])
	];
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

function linesOf(kind: PaperKind): string[] {
	if (kind === 'venue') {
		return [
			...['Name of the place', 'Where pictures are welcome', 'Where they are not'],
			...['At which times', 'For pictures taken from … until …', 'What to look out for']
		];
	}
	if (kind === 'group') {
		const people = Array.from(
			{ length: 8 },
			(_, index) => `${index + 1}. Name, yes or no, signature`
		);
		return ['Name of the group', ...people, notToShow];
	}
	const reach = 'How we can reach you (you can leave it out)';
	const name = kind === 'child' ? 'First name of the child' : 'First name';
	return [
		...[name, 'Last name (you can leave it out)', reach],
		...(kind === 'child'
			? ['Age', 'Name of the parent or carer', 'Who are you to the child?']
			: []),
		...(kind === 'child' ? ['What the child says, in their words'] : []),
		...(kind === 'words' ? ['The words, as we would show them', '', ''] : []),
		...(kind === 'photographer' ? ['What we may do with it', 'Your name as shown with it'] : []),
		notToShow
	];
}

const notToShow = 'What we should not show or do';

function signing(kind: PaperKind): string[] {
	const witness = kind === 'capacity' ? 'Witness: name and role' : 'Witness, if there is one';
	if (kind === 'venue') return ['Signature', 'Name and job', 'Day'];
	return [...(kind === 'group' ? [] : ['Signature']), 'Day', witness];
}
