/**
 * PC-23: insults and unfair words about groups. Whole words only, so that longer words with the
 * same letters are left alone. Phrases as in phrases.ts.
 *
 * The words are here so that they do not reach a post. Nothing else in the app shows them.
 */
import type { WordList } from '../phrases.ts';

const groups = (
	'people patients men women immigrants migrants foreigners refugees muslims christians jews ' +
	'hindus sikhs gays lesbians gypsies travellers pensioners teenagers youngsters boomers ' +
	'mothers mums disabled elderly poor asians blacks whites poles romanians boys girls staff ' +
	'receptionists doctors nurses vegans smokers'
).split(' ');
const insults = (
	'idiot* moron* imbecile* cretin* scum scumbag* scrounger* layabout* waster* nutter* nutcase* ' +
	'psycho psychos loony loonies retard retards retarded spastic spastics spaz cripple cripples mong mongs tramp tramps chav* pikey* gypo* ' +
	'bastard* bitch* slag* slut* whore* tart tarts twat* prat prats pillock* wanker* tosser* ' +
	'dickhead* arsehole* arse knob knobhead* bellend* git gits cow cows pig pigs witch dragon ' +
	'dragons muppet* clown clowns moaner* whinger* whiner* liar liars crook crooks coward* thug* ' +
	'freak freaks weirdo* pervert* paedo* fatty fatties fatso* lardy dimwit* halfwit* dunce* thicko* ' +
	'cunt* fuck* motherfuck* shit shits shitty bullshit piss pissed crap crappy bollocks wank ' +
	'paki pakis chink chinks nigger* wog wogs coon coons faggot* fag poof poofs poofter* snowflake snowflakes brat brats vermin animals peasants savages dyke tranny ' +
	'trannies yid yids kike* raghead* towelhead*'
).split(' ');
/** Fine on their own, unkind about people. */
const harmless = new Set(
	'fatty fatties cow cows pig pigs witch dragon dragons clown clowns tart tarts tramp tramps git muppet knob fag dyke chink coward crook faggot tramps crooks mong coon coons snowflake snowflakes brat brats vermin animals peasants savages'.split(
		' '
	)
);

export const abuse: WordList = {
	version: 1,
	language: 'en-GB',
	sets: {
		insult: insults,
		groups,
		sharp: insults.filter((word) => !harmless.has(word.replace('*', '')))
	},
	fires: [
		'{sharp}',
		'you|bunch|pack|silly|stupid|lazy|useless|fat|such ~2 {insult}',
		'stupid|useless|lazy|thick|incompetent|pathetic|clueless|dim|horrible|nasty|ugly|filthy|dirty|greedy|selfish|rude|fat|vile|disgusting|miserable|ignorant receptionist*|doctor*|gp|gps|nurse*|manager*|staff|patient*|people|person|woman|man|women|men|councillor*|neighbour*|practice|surgery|team|boss|driver*|parent*|mother*|kid*|teenager*',
		'stupid|dumb|moronic',
		"hate|hates|despise|loathe|can't stand|bear ~1 {groups}",
		'go back|home to ~2 country|countries',
		'go back|home ~2 where you|they|he|she|it came|come|belong|belongs',
		"those|these people|lot|types always|only|just|shouldn't",
		'all {groups} are ~1 lazy|liars|thieves|criminals|dirty|useless|stupid|same|rude',
		'immigrants|migrants|foreigners|refugees|muslims|gypsies ~2 clog*|steal*|scroung*|ruin*|swamp*|flood*|overrun*',
		'old|elderly|fat|disabled|poor|young|foreign people|patients ~2 waste|wasting|clog*|moan*|whinge*|whining',
		'old|elderly|fat|disabled|poor|young|foreign people|patients should stop|pay|die|move',
		'people on benefits ~1 lazy|cheat*|always|scroung*',
		'wasting|waste ~2 doctor*|nurse*|everyone* time',
		'only ~1 themselves to blame',
		'it is|was all? your own fault',
		'shut up',
		'shut your face|mouth|gob',
		'go to hell',
		'drop dead',
		'get lost you',
		'kill yourself',
		'like a girl',
		"so|that's|thats gay",
		'man up',
		'typical woman|man|female|male|foreign driver*|logic|behaviour',
		'typical foreigner*|immigrant*|muslim*|gyps*|feminist*',
		'benefit|benefits cheat|cheats|scrounger*',
		'oldies|biddy|biddies|codger*|fogey*|wrinklies|coffin dodger*',
		'wants|want|need|needs|get his|her|their|your head|heads examined|examining|tested',
		'thickest|dopey|dozy|brainless|gormless|spineless|two-faced',
		'yob*|oik*|hooligan*|sponger*|freeloader*',
		'riff raff',
		'old bat|hag|bag|fart|crone|cow|goat',
		'queue jumper*',
		'speak english or|properly',
		'learn to? english',
		'do gooder*',
		'busybody|busybodies',
		'good for nothing',
		'waste of space',
		'not right in the head',
		'lost the plot',
		'get a life|grip'
	],
	fine: [
		'pig|cow|witch|dragon|clown race|costume*|boat|story|stall|mask|show',
		'slag heap',
		'spastic colon',
		'those people who',
		'shut up shop',
		'the|a pantomime dragon|cow|witch',
		'fair|fell|feel rude|stupid about|question|questions',
		'no such thing as a? stupid|silly question',
		'no stupid|silly questions',
		'back home to',
		'animals|animal ~3',
		'vermin control',
		'parasites|parasite such|like|in|are'
	]
};

export const mildWords: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'damn|damned|bloody|sodding|flipping|blimey|hell|bugger|rubbish|daft|barmy|bonkers|crazy|mad|mental|insane|lame|ruddy|sod'
	],
	fine: [
		"mental health|wellbeing|capacity|illness|health's",
		'bloody diarrhoea|stool*|nose|urine|poo|cough|mucus|discharge|show',
		'rubbish bin|bins|tip|collection|bag|bags|sack*|truck|day',
		"mad about|hatter*|hatter's|march",
		'crazy golf|paving',
		'barmy army',
		'pick|picking|picked|litter|clear|recycle ~3 rubbish',
		'the|our|your|household rubbish'
	]
};
