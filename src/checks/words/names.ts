/**
 * What goes with names: titles, places that are named after people, charities, and first names that
 * are words as well.
 */
import type { WordList } from '../phrases.ts';

export const namesVersion = 1;

export const titles = new Set(
	'mr mrs ms miss mx master dr doctor prof professor nurse sister matron sir dame lady lord rev reverend father councillor cllr little auntie aunt uncle grandma grandad nan'.split(
		' '
	)
);
export const staffTitles = new Set('dr doctor prof professor nurse sister matron'.split(' '));

/** After a doctor's or nurse's name: they are at work. */
export const staffWords = new Set(
	'runs leads will can our gives gave explains explained talks talked sees joins joined works holds hosts answers answered offers at said says or from who speaks spoke shares shared with tells told also writes wrote helps teaches and'.split(
		' '
	)
);

/** A capital word of these after a name makes it a place. */
export const placesAfterNames = new Set(
	(
		'road street lane avenue close drive way court crescent gardens grove terrace place hill square mews ' +
		'row parade house hall hospital ward wing unit centre surgery practice clinic pharmacy church chapel ' +
		'school college park library community club society trust foundation hospice theatre arms inn pub ' +
		'lodge cottage farm wood green bridge station day week month cup shield medal award prize appeal ' +
		'fund run walk cafe café'
	).split(' ')
);

/** First names that are times of the year: only a title makes them names. */
export const monthNames = new Set('may april june august summer autumn'.split(' '));

/** First names that are words as well: at the start of a sentence they are taken for words. */
export const maybeNames = new Set(
	(
		'will mark rose hope joy grace faith charity patience dawn iris ' +
		'holly ivy bill rob sue pat art drew frank ray guy jack jay jade ruby pearl amber olive poppy daisy ' +
		'lily violet heather hazel robin martin dale glen cliff miles max rich grant chase christian angel ' +
		'sky star melody harmony carol eve noel penny bob nick chuck don ken victor dean earl duke baron ' +
		'noor sandy rusty ginger basil rowan ash aspen honey cherry peaches storm river brook lance wade ' +
		'reed gene gale crystal destiny precious blessing favour promise peace prince king major bishop ' +
		'lucky sunny happy sonny bonny mercy prudence constance joyce florence paris india china chelsea ' +
		'kent chester lincoln austin troy sidney sydney jordan israel georgia carolina dakota london ' +
		'can long wing son sun bin min sang chi ping fang rim rand hung kit dot gill pip carter mason ' +
		'fletcher hunter honor eden devon york jasmine rosemary victoria marina sienna dimple major judge'
	).split(' ')
);

/** Charities, buildings and illnesses that carry someone's name. */
export const bodiesWithNames: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'Marie Curie',
		'Sue Ryder',
		'Florence Nightingale',
		'Mary Seacole',
		'Nelson Mandela',
		'St|Saint + ambulance|hospital|hospice|church|hall|school|centre?',
		'Macmillan',
		"Maggie's|Maggies",
		'Anthony Nolan',
		'Cancer Research',
		'Barnardo*',
		'Leonard Cheshire',
		'Alexander Devine',
		'Roy Castle',
		"Jo's cervical?",
		'Mary Ann Evans',
		'Katharine House',
		'Alder Hey',
		"King's|Kings College",
		'Queen Elizabeth|Alexandra|Mary|Victoria|Charlotte*',
		'Princess Alexandra|Anne|Royal',
		'Prince Charles|Philip',
		'Elizabeth Garrett Anderson',
		'John Radcliffe',
		'James Cook|Paget',
		'George Eliot',
		'William Harvey',
		"Guy's|Guys and? hospital?",
		"Parkinson's|Alzheimer's|Crohn's|Hodgkin*|Addison's|Huntington's|Down's|Bell's|Tourette's|Asperger's|Marfan|Graves",
		'Father Christmas',
		'Will you|we|they|it|the|there|your|this|that|my|our|be'
	]
};
