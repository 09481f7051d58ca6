/**
 * Word lists that the checks read. They are plain lists, so that anyone can see and mend them.
 *
 * Give `wordsVersion` a new number with every change: the log of outcomes names it.
 */
export const wordsVersion = 1;

/** What an email address ends in when someone spells it out or puts spaces in it. */
export const emailEndings = 'com|org|net|uk|co|info|me|io|eu|ie|cymru|wales|scot'.split('|');

/** Words in front of ` @ ` or ` at ` that show a place to look, not a mailbox. */
export const notMailboxes = 'us|it|me|more|here|online|site|website|page|see|look|out|now'.split(
	'|'
);

export const streetWords = (
	'Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Way|Court|Crescent|Cres|Gardens|Grove|' +
	'Terrace|Place|Hill|Square|Mews|Row|Parade|Villas|Cottages'
).split('|');

export const months =
	'January|February|March|April|May|June|July|August|September|October|November|December'.split(
		'|'
	);

/** `babies born in 2026` speaks of many; `she was born in 1947` speaks of one. */
export const bornOfMany = (
	'people|everyone|everybody|anyone|anybody|all|those|adults|men|women|children|babies|infants|' +
	'boys|girls|pupils|students|patients|residents|if you|were you|are you|you must be|' +
	'nhs|ppg|group|practice|surgery|charity|service|idea|project|campaign|team'
).split('|');
