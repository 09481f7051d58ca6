/**
 * PC-10: wording that tells people what to take, or that they need no doctor. Phrases as in
 * phrases.ts.
 */
import type { WordList } from '../phrases.ts';

const medicine = (
	'medicine* medication* tablet* pill* capsule* dose* paracetamol ibuprofen aspirin codeine ' +
	'antibiotic* penicillin amoxicillin statin* insulin inhaler* steroid* antihistamine* ' +
	'painkiller* laxative* antidepressant* warfarin metformin morphine omeprazole ramipril ' +
	'supplement* vitamin vitamins zinc turmeric cbd syrup drops codamol spoonful* teaspoon* cream ointment'
).split(' ');
const illness = (
	'cold colds cough coughs flu virus* infection* cancer diabetes arthritis asthma eczema pain ' +
	'pains ache* headache* migraine* rash* fever* wart* acne insomnia anxiety depression dementia ' +
	'covid hay reflux blood ear ears throat* thrush gout'
).split(' ');

export const medicalWording: WordList = {
	version: 1,
	language: 'en-GB',
	sets: { medicine, illness },
	fires: [
		'take|taking|swallow ~4 {medicine}',
		'take #mg',
		'take # mg|milligrams|micrograms|ml|grams',
		'stop|stopping|double|halve|skip|increase|reduce|cut|crush|split ~4 {medicine}',
		'stop taking|using ~3 {medicine}',
		'keep|carry|start|restart|try taking ~3 {medicine}',
		'double up on',
		'give|gave|giving ~6 {medicine}',
		'put|rub|use some|a ~2 {medicine} on',
		'share|borrow|use ~3 leftover ~1 {medicine}',
		'# mg|milligrams|mcg ~3 every|daily|times|twice|once|per|each',
		'#mg ~4 every|daily|times|twice|once|per|each|day',
		'{medicine} ~5 every # hours',
		'{medicine} ~5 # times a|per|each|every day',
		'{medicine} ~4 twice|once a|per day',
		'{medicine} ~4 twice|once daily',
		'will|can|could|does|do cure|heal|fix ~4 {illness}',
		'cures|heals ~3 {illness}',
		'a|the|best cure for',
		'{medicine} will|can clear|sort|fix|cure ~4 {illness}',
		"it's|its|that's|thats|sounds|looks|probably|likely just|only|probably|likely|like ~3 virus|bug|cold|stress|infection|anxiety|allergy|flu|sprain|tonsillitis|eczema|nothing",
		'it|that|this is ~1 just|only|probably|likely ~3 virus|bug|cold|stress|infection|anxiety|allergy|flu|sprain|nothing',
		'leave|lay off ~2 {medicine}',
		'come|came|coming off ~2 {medicine}',
		'cut|cutting|give|giving out|up ~2 bread|sugar|dairy|gluten|wheat|carbs|meat|milk|salt',
		'got|get|gets rid of ~4 {illness}',
		'work|works|worked wonders',
		'will see you right',
		'nothing to worry about',
		'is|sounds|looks ~1 harmless',
		"i|i'd|we|we'd would? leave|ignore|try|take|stop|skip ~2 it|that|them|some|{medicine}",
		'have you tried ~3 vinegar|honey|garlic|ginger|turmeric|lemon|toddy|brandy|whisky|fasting',
		'try ~2 vinegar|honey|garlic|ginger|turmeric|lemon|toddy|brandy|whisky|fasting',
		'vinegar|honey|garlic|ginger|turmeric|toddy|brandy ~3 {illness}',
		'antibiotics|tablets|pills|medicine online|cheaper',
		'best thing|cure|remedy|treatment for ~3 {illness}',
		'just ignore|brush|rest it|harder|them',
		'will pass|clear|go by|on|away|up its|on|by own',
		'swear|swears by ~2 {medicine}',
		'miracle cure|remedy'
	],
	fine: [
		'do you take|use',
		'if you|they|we take|use',
		'who|people|patients|adults|children take|use',
		'take|taking|bring|took part|care|time|back|turns|place|along',
		'take ~4 {medicine} back|with',
		'list of ~2 {medicine}',
		'a|the|your taking',
		'cold spell|snap|week|weather|day|days|night|nights|morning|winter|drink|drinks'
	],
	fineSentences: [
		'ask|speak|talk|check|contact|call|ring|phone|tell|consult ~5 pharmacist*|pharmacy|gp|doctor|nurse|111|midwife|practice|surgery',
		'pharmacist|doctor|nurse|gp|111 can|will|may tell|advise|help|say|explain',
		'return|bring|hand ~5 pharmacy'
	]
};

/** These fire even when the sentence speaks of a doctor: they say that none is needed. */
export const dismissal: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'no|any need ~1 to see|bother|call|ask|ring|visit|contact|trouble|phone ~3 gp|doctor*|nurse|111|999|hospital|surgery|practice',
		"don't|dont|needn't|not need|bother ~4 gp|doctor*|nurse|111|999|hospital",
		'never mind the doctor',
		'better|safer|cheaper than ~2 doctor|gp|medicine'
	],
	fine: [
		"don't|dont|not need ~4 appointment|referral|letter|to ask|to know|book",
		"don't|not need to|be ~3 registered"
	],
	fineSentences: ['pharmacist|pharmacy can|will|could']
};

/** Offered in the place of the advice. Source: S1-43. */
export const signpost = 'Ask a pharmacist, call 111 or contact your practice.';
