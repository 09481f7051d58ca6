/**
 * PC-25: dares, crash diets, and asking people for private details. Phrases as in phrases.ts.
 */
import type { WordList } from '../phrases.ts';

const detail = (
	'age school schools nursery phone mobile number numbers address addresses postcode email ' +
	'birthday birth dob surname password'
).split(' ');
const child =
	"child child's children children's kid kids kid's kids' son daughter baby toddler grandchild grandchildren teen teens".split(
		' '
	);
const picture =
	'photo photos picture pictures pic pics selfie selfies video videos snap snaps'.split(' ');

export const safeguarding: WordList = {
	version: 1,
	language: 'en-GB',
	sets: { detail, child, picture },
	fires: [
		'drinking|drink|booze|beer|vodka|shots challenge|game|dare|contest|race',
		'down|drink|neck|sink a|one|ten|two|three|your? pint|pints|shots|yard|bottle',
		'yard of ale',
		'# shots|pints in|before|challenge',
		'last one standing',
		'bottomless brunch|prosecco|drinks',
		'dare you|a|us|your',
		'are you brave enough',
		'lose # lb|lbs|pounds|stone|kg|kilos|inches in|by|this',
		'lose|drop|shed ~2 weight|stone|pounds|fat|inches|belly|size|sizes ~2 in|by',
		'drop a|one|two|# dress size|sizes',
		'crash|juice|starvation|detox|cabbage diet|fast|cleanse',
		'skip|skipping meals|breakfast|lunch to',
		'dm|message|pm|inbox|text|send|tell|give|share|email|post ~1 us|me ~2 your ~3 {detail}',
		'dm|message|pm|inbox ~1 us|me ~2 your ~5 {detail}',
		'tell|send|give|show us|me ~5 your ~3 {detail}',
		'tell us where ~3 live|go|goes|play',
		'comment|post|share|put|leave ~2 your ~3 {detail} ~2 below|here|comments',
		'{child} ~6 selfie|selfies|dm',
		'send|share|post|upload|tag ~3 {picture} ~2 of ~1 your|the ~1 {child}',
		'share|post|upload|send ~3 {child} ~2 {picture}|name|names|school|selfie',
		'tag your ~1 {child}',
		'in ~1 school uniform',
		'add us|me as ~1 friend|friends',
		'add us|me on ~1 snapchat',
		'under ## ~6 selfie|dm',
		'how to|best way|ways|easy to|way|ways ~1 kill|harm|hurt|cut|starve ~1 yourself|yourselves|oneself',
		'meet us|me alone|in private',
		'first to finish|down|drink|neck|empty ~3 bottle|pint|glass|shot|wine|beer',
		'finish|down|drink|neck a ~1 bottle',
		'watch the pounds|weight|inches|stone',
		'eat|eating|drink|drinking nothing but',
		'pounds|weight|fat|inches fall|falls|drop|drops|melt|melts off|away',
		'how old you are',
		'write|message|talk|chat to us|me ~1 in|on private|secret',
		'which|what school|nursery|class ~4 go|goes|attend|attends|in',
		'{child} ~1 {picture} ~3 comments|below|here|page',
		'keep it ~1 secret|between',
		'our little secret',
		'miracle diet|pill|pills|shake*',
		'dare|dares|dared you|your|someone',
		'without your parents|mum|dad knowing',
		'diet pills|shakes'
	],
	fine: [
		'drink|drinking water|free|awareness',
		'pint|pints|bottle|glass of water|milk|squash|pop',
		'drink free days',
		'school holidays|nurse|fair',
		'text|tell|give|send ~2 practice|surgery|reception ~5',
		'never share|post|send|tell',
		"don't|do not|dont share|post|send|tell|put"
	],
	fineSentences: [
		"never|don't|dont share|post|send|tell|give|put|message",
		'do not share|post|send|tell|give|put|message',
		'tell|give|let|update ~2 practice|surgery|reception|desk'
	]
};
