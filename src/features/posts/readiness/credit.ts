/**
 * PC-14: someone else's words or picture without their name. Asked for by S0-43, S0-44 and S4-51.
 *
 * Not knowing where a picture comes from blocks; nobody may pass that.
 */
import type { Finding } from '#checks/check.ts';

export interface CreditFacts {
	readonly text: string;
	/** What the post says about whose words or pictures these are. */
	readonly credit: string;
	readonly isShare: boolean;
	readonly originalAuthor: string;
	readonly pictures: readonly {
		readonly id: string;
		readonly source: 'own' | 'someone-else' | 'nhs' | 'drawing' | 'ai' | 'unknown';
		readonly credit: string;
		readonly licence: string;
	}[];
}

type Picture = CreditFacts['pictures'][number];
type Trouble = Pick<Finding, 'saw' | 'todo'> & Partial<Pick<Finding, 'level' | 'field'>>;

/** A quotation of eight words or more is someone's work. */
const quotation = /“([^”]{1,2000})”|"([^"]{1,2000})"/g;
const longQuotation = 8;
const speaker = /(?:said|says|told|wrote|writes|adds|added|from|by|according to|-|–|—|:)\s*$/i;
const speakerAfter = /^[\s,]*(?:said|says|told|wrote|writes|adds|added|from|by|-|–|—|\(|~)/i;
/** These licences ask for no name. */
const freeLicence = /\b(?:cc-?\s?0|public domain)\b/i;

export function creditFindings(facts: CreditFacts): Finding[] {
	return [
		...facts.pictures.flatMap((picture) =>
			pictureTrouble(picture, facts).map((trouble) => finding(trouble, picture.id))
		),
		...wordsTrouble(facts).map((trouble) => finding({ field: 'text', ...trouble }))
	];
}

function finding(trouble: Trouble, picture?: string): Finding {
	return {
		check: 'PC-14',
		level: 'warn',
		why: 'Words and pictures belong to those who made them. Using them can cost money.',
		...(picture !== undefined && { picture }),
		...(trouble.level === 'block' && { override: null }),
		...trouble
	};
}

function pictureTrouble(picture: Picture, { text, credit }: CreditFacts): Trouble[] {
	const said = `${text} ${credit} ${picture.credit}`.toLowerCase();
	const hasCredit = picture.credit.trim() !== '' || credit.trim() !== '';
	switch (picture.source) {
		case 'own':
			return [];
		case 'unknown':
			return [
				{
					level: 'block',
					saw: 'Nobody knows where a picture comes from.',
					todo: 'Find out, or use another picture.'
				}
			];
		case 'ai':
			if (/\b(?:ai|artificial intelligence|computer)\b/.test(said)) return [];
			return [
				{
					saw: 'A picture was made with AI, and the post does not say so.',
					todo: 'Add a line such as “Picture made with AI”.'
				}
			];
		case 'someone-else':
		case 'nhs':
		case 'drawing':
			if (freeLicence.test(picture.licence) || hasCredit) return [];
			if (/\bcc\b/i.test(picture.licence)) {
				const saw = `The licence “${picture.licence}” asks for a name.`;
				return [{ saw, todo: 'Say in the post who made the picture.' }];
			}
			return picture.source === 'drawing' && picture.licence !== '' ? [] : [noCredit];
	}
}

const noCredit: Trouble = {
	saw: 'A picture is from someone else, and nobody is named.',
	todo: 'Say who made it, like “Photo: Jo, PPG volunteer”.'
};

function wordsTrouble({ text, credit, isShare, originalAuthor }: CreditFacts): Trouble[] {
	const troubles: Trouble[] = [];
	if (isShare && originalAuthor.trim() === '' && !/@\p{L}/u.test(text)) {
		const saw = 'This shares what someone else wrote, and does not say who.';
		troubles.push({ saw, todo: 'Say whose post it is, like “From @ExampleICB”.' });
	}
	const isOpen = Array.from(text.matchAll(quotation)).some((match) => {
		const words = (match[1] ?? match[2] ?? '').trim().split(/\s+/);
		if (words.length < longQuotation) return false;
		const before = text.slice(Math.max(0, match.index - 30), match.index);
		const after = text.slice(match.index + match[0].length).slice(0, 30);
		return !speaker.test(before) && !speakerAfter.test(after);
	});
	if (isOpen && credit.trim() === '' && originalAuthor.trim() === '') {
		const saw = 'We saw a long quotation, and do not see whose words they are.';
		troubles.push({ saw, todo: 'Say who said it, and ask them first.' });
	}
	return troubles;
}
