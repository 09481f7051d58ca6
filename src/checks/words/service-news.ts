/**
 * PC-32: wording of news about the practice. Phrases as in phrases.ts. What is about closures,
 * clinics and staff is graver than the rest.
 */
import type { WordList } from '../phrases.ts';

const place = 'surgery practice branch building reception desk pharmacy dispensary'.split(' ');
const fine = [
	'ppg|group|committee ~3 meets|meet|meeting|is|opens|open',
	'thank|thanks ~6',
	'season is coming',
	'open day|mind|minded|air|question|book|letter|house|garden|to',
	"new year|year's|members|member|faces|friends",
	'closed|open question|questions'
];

export const graveNews: WordList = {
	version: 1,
	language: 'en-GB',
	sets: { place },
	fires: [
		'{place} ~2 shut|shuts|closed|closes|close|closing|open|opens|opening|reopens',
		"we are|'re|will be? shut|closed|open",
		'shut|closed|closing|open ~1 all|on|from|until|at|for|early|late',
		'new|locum gp|doctor|nurse|partner|pharmacist|physio|manager|receptionist ~2 starts|start|joins|joined|begins|from|is|on',
		'gp|doctor|dr|nurse|pharmacist|manager ~3 leaves|leaving|retires|retired|retiring|left',
		'walk in|drop in ~2 clinic|clinics|session',
		'flu|covid|vaccine|vaccination|baby|saturday|sunday|evening|jab|blood ~2 clinic|clinics',
		'clinic|clinics|appointments ~2 cancelled|starts|start|moved|is|are on|off|full|cancelled|now'
	],
	fine
};

export const serviceNews: WordList = {
	version: 1,
	language: 'en-GB',
	sets: { place },
	fires: [
		'phone|phones|line|lines|telephones|computers|system|systems|website|lift|toilet is|are|were|will be? ~1 down|off|out|broken|working|back|changing|new|shut|mended',
		'phones|phone|lines|computers down|off',
		'repeat? prescriptions ~2 now|take|takes|will|ready|delayed',
		'prescription|prescriptions ~3 days',
		'opening hours|times',
		'new phone|number|system|website|hours|service',
		'appointments|bookings ~2 now|from|online|only',
		'waiting|wait times|time ~2 is|are|now'
	],
	fine
};
