/**
 * PC-24: wording that accuses someone of a wrong or a crime. Phrases as in phrases.ts.
 */
import type { WordList } from '../phrases.ts';

export const accusation: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'negligent|negligence|incompetent|incompetence|malpractice',
		'neglects|neglected|neglecting ~2 patient*|resident*|child*|people|him|her|them|us|mother|father|mum|dad',
		'lied|lies to|about|again',
		'lying to|about|scum*|manager*|doctor*|council*|boss*',
		'liar|liars',
		'fraud|frauds|fraudster*|fraudulent',
		'struck off',
		"a|the|their|this|big|huge|massive|whole|council's cover up|ups",
		'cover up|ups goes|of|by|at|is|was|continues',
		'covered|covering it|this|that|them|things up',
		'scam|scams|scammer*|ripoff',
		'con artist|artists',
		'rip off',
		'rip|rips|ripped|ripping ~2 off',
		'stole|stolen|steal|steals|stealing|theft|thief|thieves|embezzl* ~1 from|our|the|my|money|fund*|patient*',
		'stealing|thief|thieves|embezzl*',
		'corrupt|corruption|bribe*|bribery|crooked|backhander*',
		'takes|took|taking money|bribes|cash from',
		'killed|murdered|poisoned ~2 patient*|people|him|her|them|neighbour|mother|father|mum|dad|husband|wife|friend|resident*|child*',
		'abused|abuses|assaulted|molested|groped|harassed ~2 patient*|resident*|staff|her|him|them|child*',
		'is|are|was|were|be ~1 criminal|criminals|crook*|bully|bullies|abuser*|racist|sexist',
		'bullied|bullies staff|patients|people|me|us|her|him|them',
		'should|must|needs|ought ~2 sacked|fired|prosecuted|jailed|arrested|sued|prison',
		'faked|fakes|forged|falsified|false|fake records|results|notes|medicine*|figures|papers|documents|qualifications|tests',
		'broke|breaks|breaking the law',
		'guilty of',
		'hand|hands|fingers|fingers in the till',
		'walked|ran|run|made|make off with ~3 money|cash|fund|funds|takings|savings|cards',
		'let|lets|letting|left|leaves|leaving ~2 die|suffer|starve|rot',
		'on the take|fiddle|make',
		'fiddle|fiddles|fiddled|fiddling|cook|cooks|cooked|doctors|doctored|massage|massages|massaged ~2 books|figures|numbers|records|times|waiting',
		'pocketed|pockets|pocketing',
		'butchers|butchered|butcher ~1 people|patients|her|him|them|me',
		'quack|quacks|charlatan*',
		'misled|cheated|conned|swindled|swindle*|defrauded',
		'botched|bungled',
		'left to die',
		'die|died|dying of thirst|hunger|neglect',
		'drunk on duty',
		'covering up',
		'got away with'
	],
	fine: [
		'struck off ~2 list',
		'dangerous|unsafe to|for|if|when|road|junction',
		'road|junction|path|pavement|ice|car is|are|was dangerous|unsafe',
		'anti bullying',
		'false|fake alarm|news|nails|eyelashes',
		'illegal drugs|drug|parking',
		'cowboy|cowboys hat*|film|party|boots|costume*',
		'let ~2 die down',
		'coat pockets'
	],
	fineSentences: [
		'beware|aware|awareness|avoid|avoiding|spot|spotting|report|reporting|protect|protects|guard|prevent|preventing|careful|stay|watch ~6 scam*|fraud*|con|theft|thieves',
		'scam|scams|fraud awareness|talk|texts|text|calls|call|emails|email|alert|warning|team|line|prevention',
		'# scams'
	]
};

/** With one of these, or a name, in its sentence the accusation points at one person. */
export const jobTitles: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'doctor|doctors|dr|gp|gps|nurse|nurses|matron|surgeon|consultant|dentist|pharmacist|midwife|paramedic|physio|optician|receptionist|receptionists|manager|managers|boss|director|chair|chairman|chairwoman|treasurer|secretary|partner|partners|councillor|cllr|mp|minister|mayor|landlord|teacher|vicar|owner|carer|carers|worker|workers|driver|staff'
	]
};
