/**
 * PC-13: wording that claims a fact of research or a number about health. Phrases as in phrases.ts.
 */
import type { WordList } from '../phrases.ts';

export const claims: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'# in # of?',
		'# out of # adults|people|men|women|children|patients|us|of',
		'half|third|quarter of ~1 us',
		'half|third|quarter|majority|most of ~1 adults|people|men|women|children|patients|brits',
		'two|three thirds|quarters of ~2 adults|people|us|men|women|children|patients',
		'research|researchers|study|studies|survey|surveys|evidence|science|scientists|trial|trials ~3 show|shows|showed|shown|find|finds|found|suggest|suggests|suggested|prove|proves|proved|say|says|link|links',
		'new|recent|latest|major research|study|studies|evidence',
		'experts|doctors|scientists|professors|dietitians say|says|agree|think|believe|warn|recommend',
		'according to ~2 experts|research|scientists|study|studies|doctors|report',
		'cut|cuts|lower|lowers|reduce|reduces|raise|raises|double|doubles|increase|increases|halve|halves ~3 risk|risks|chance|chances',
		'lowers|raises ~2 blood pressure|cholesterol',
		'can|will|could|may lower|raise ~2 blood pressure|cholesterol',
		'scientifically|clinically|medically proven|shown',
		'it|has|been is|been proven|proved',
		'most|many|all strokes|cancers|illnesses|falls|infections|deaths|heart can|could be',
		'can|could be prevented|avoided',
		'kills ~2 thousands|hundreds|millions|people|#',
		'thousands|millions of ~1 people|lives|adults|children|deaths',
		'twice|times as many|likely|common|risky',
		'# times more|as|higher|less',
		'as bad|good|harmful for|as',
		'it has been shown|proved|proven|found',
		'been shown that|to',
		'shown to help|work|cut|reduce|lower|raise|improve|cause|prevent',
		'leading|biggest|main|top cause of',
		'# in ten',
		'around|about|nearly|almost|over # in #'
	],
	fine: ['our|patient|patients|your survey', '# in the', '# in a', 'what|tell ~3 doctors say']
};
