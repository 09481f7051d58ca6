/**
 * Short lists of several checks: vague days (PC-36), replies (PC-31), links (PC-28).
 * Phrases as in phrases.ts.
 */
import type { WordList } from '../phrases.ts';
import { months } from '../words.ts';

const weekday =
	'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun'.split(
		' '
	);

const month = months.flatMap((name) => [name.toLowerCase(), name.slice(0, 3).toLowerCase()]);

/** PC-36. */
export const vagueDays: WordList = {
	version: 1,
	language: 'en-GB',
	sets: { weekday, month },
	fires: [
		"today|today's|tomorrow|tomorrow's|tonight|tonight's|yesterday|yesterday's",
		'this morning|afternoon|evening|lunchtime|week|weekend',
		'this|next|last {weekday}',
		'last night',
		'next week|weekend',
		'the day after tomorrow',
		'later on today',
		'in an hour',
		'this|next|last coming {weekday}',
		'coming {weekday}',
		'# day|days|week|weeks|hour|hours to go|left',
		'a week|day|fortnight to go',
		'a|# week|weeks|day|days today',
		"in a|# week's|weeks'|days'|weeks|days time",
		'right now',
		'at the moment',
		'week on {weekday}',
		'{weekday} week',
		'a week|fortnight|day ago'
	],
	fine: [
		'world|modern|health|nhs|nursing today|tomorrow',
		'here today',
		"next week's|weeks newsletter",
		'today is ~5 day',
		'last|next {weekday} of',
		'last|next {weekday} in {month}',
		'{weekday} the? ## of? {month}'
	]
};

/** PC-31. */
export const aboutAPatient: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'your|yours ~2 appointment|appointments|results|result|record|records|test|tests|referral|referrals|prescription|prescriptions|notes|file|files|operation|op|scan|scans|xray|letter|letters|treatment|condition|diagnosis|medication|medicine|medicines|vaccination|jab|consultation|registration|biopsy|bloods|checkup|visit',
		'our|the|surgery|practice records|notes|system|files|computer|screen ~2 show|shows|say|says|that|tell|tells|you|see',
		'from|in|on|checked|check|looked at? our|the records|notes|system|files',
		'your file|files|notes|record|records',
		'when|that|as|after you ~1 saw|visited|came|attended|rang|called|phoned|booked|missed|registered',
		"you|you've ~2 were|was|been seen|booked|referred|registered|prescribed|diagnosed|tested|treated|admitted|discharged",
		"you are|were|have|'re been? ~1 registered|patient",
		"you're registered|a|our|one ~2 patient?",
		'you ~1 missed|cancelled|had|attended|booked|have|did ~3 appointment|appointments|ring|call|test|attend',
		'as a|one|our ~2 patient|patients',
		'as one of our',
		'you saw|visited ~3 doctor|nurse|gp|dr|midwife|physio|us|pharmacist',
		'have|had|got|put you|him|her|them ~1 down for|on',
		'on our list|books|register',
		'glad|pleased|happy|sorry|hope ~4 tablets|medicine|treatment|pills|cream|inhaler|operation|dose|drops',
		'doctor|nurse|gp|dr|receptionist|pharmacist|midwife kept|saw|told|gave|rang|called|phoned|sent|asked|examined|referred you',
		'you ~1 rang|called|phoned|waited|came|visited',
		'we|i can see ~1 you|your|from',
		'your dad|mum|mother|father|son|daughter|wife|husband|child|baby|partner|grandson|granddaughter|nan|gran is|was|has|will|had|needs',
		'kept you waiting',
		'looked|look you up',
		'see you on|at|for ~2 monday|tuesday|wednesday|thursday|friday|appointment|clinic',
		'your turn|slot|place|booking',
		'when|since you|your|she|he last',
		'your symptoms|illness|health|pain|baby|pregnancy'
	],
	fine: [
		'book|booking|order|ordering|cancel|change|bring|manage|see|view|get|ask|check|make ~2 your ~2 appointment|appointments|prescription|prescriptions|results|records|medicine|medicines|letters|jab|test|tests|record|notes',
		'if|once|should you|your are|were|have|had|see ~3',
		"anyone's|someone's|people's records|care",
		'any of your',
		'thank|thanks for you|your ~3',
		'you rang|called|phoned ~1 111|999',
		'your own health'
	]
};

/** PC-28. */
export const bareLinkWords: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'click|tap|press|clicking here|below|this|on|the|link',
		'click|tap|clicking ~2 link|here',
		'read|find|learn|see|more more|out|it ~1 here',
		'more here',
		'follow this|the link',
		'sign|book|register|apply up|here|now ~1 here',
		'pressing|press|following|follow|using|use|see|via this|the link',
		'this link',
		'link below|in bio|in comments|in the'
	],
	fine: ['more here than|to']
};
