/**
 * PC-34: what may wait in the weeks before a vote. Phrases as in phrases.ts.
 */
import type { WordList } from '../phrases.ts';

export const newDebate: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		"new|our|patient|patients'|launch|launching|launches|take ~2 survey|poll|questionnaire",
		'survey|poll|consultation ~2 launch|launched|launches|opens|starts|is open|now',
		'consultation|consultations',
		'have your say',
		'public meeting|debate|hearing',
		'what do you think of|about ~3 plan|plans|cuts|closure|government|council'
	],
	fine: [
		'survey|consultation has closed',
		'consultation room|rooms',
		'phone|video|online consultation|consultations',
		'with a doctor'
	]
};

export const visits: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'mp|mps|councillor|councillors|cllr|candidate|candidates|mayor|minister|ministers',
		'Labour|Conservative|Tory|Green|Reform|Liberal|Plaid|SNP Party|Democrats|UK|Cymru|candidate|leader',
		'party leader|candidate'
	],
	fine: ['minister ~4 church|chapel']
};

export const campaigning: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'campaign to|against|for ~2 save|stop|keep|close|closure|cuts|surgery|hospital|ward',
		'our campaign',
		'save our|the|your ~1 surgery|hospital|ward|nhs|practice',
		'stop the ~2 cuts|closure|cut',
		'sign ~2 petition',
		'petition',
		'protest|march|rally|demonstration ~2 against|for|outside',
		'fight the cuts|closure|plans|plan',
		'write to your mp|councillor'
	]
};
