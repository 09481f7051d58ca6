/** PC-20: long words and a short one in their place. */
export const simplerWords: {
	readonly version: number;
	readonly language: 'en-GB';
	readonly words: Readonly<Record<string, string>>;
	/** Long, but everyone at a surgery knows them. */
	readonly known: ReadonlySet<string>;
} = {
	version: 1,
	language: 'en-GB',
	words: {
		...{ utilise: 'use', utilised: 'used', utilising: 'using', utilisation: 'use' },
		...{ commence: 'start', commences: 'starts', commenced: 'started', commencing: 'starting' },
		...{ facilitate: 'help', facilitates: 'helps', facilitated: 'helped' },
		...{ implement: 'start', implemented: 'started', implementation: 'start' },
		...{ additional: 'more', additionally: 'also', approximately: 'about', assist: 'help' },
		...{ assistance: 'help', attend: 'come', attempt: 'try', require: 'need', requires: 'needs' },
		...{ required: 'needed', requirement: 'need', purchase: 'buy', obtain: 'get', obtained: 'got' },
		...{ obtainable: 'to be had', prior: 'before', 'prior to': 'before', subsequent: 'later' },
		...{ subsequently: 'later', sufficient: 'enough', terminate: 'end', inform: 'tell' },
		...{ regarding: 'about', concerning: 'about', numerous: 'many', demonstrate: 'show' },
		...{ demonstrates: 'shows', ensure: 'make sure', endeavour: 'try', enquire: 'ask' },
		...{ indicate: 'show', indicates: 'shows', initiate: 'start', initiated: 'started' },
		...{ location: 'place', maintain: 'keep', modify: 'change', modified: 'changed' },
		...{
			modification: 'change',
			necessitate: 'need',
			necessitates: 'needs',
			participate: 'join in'
		},
		...{ participation: 'joining in', permit: 'let', proceed: 'go on', provide: 'give' },
		...{ provides: 'gives', provision: 'help', receive: 'get', remain: 'stay', request: 'ask' },
		...{ retain: 'keep', select: 'choose', submit: 'send', therefore: 'so', however: 'but' },
		...{ furthermore: 'also', individuals: 'people', individual: 'person', designated: 'chosen' },
		...{ functionality: 'how it works', application: 'app', appropriate: 'right' },
		...{
			availability: 'what is free',
			alternative: 'other',
			beneficial: 'good',
			consequently: 'so'
		},
		...{ determine: 'decide', determined: 'decided', accordingly: 'so', comprehensive: 'full' },
		...{ electronically: 'online', expedite: 'speed up', following: 'after', forthcoming: 'next' },
		...{ immunisation: 'jab', vaccination: 'jab', medication: 'medicine', physician: 'doctor' },
		...{ practitioner: 'doctor or nurse', methodology: 'way', objective: 'aim', optimum: 'best' },
		...{ personnel: 'staff', principal: 'main', reside: 'live', residing: 'living' },
		...{
			substantially: 'a lot',
			substantial: 'big',
			transmit: 'send',
			upon: 'on',
			whilst: 'while'
		},
		...{ amongst: 'among', anticipate: 'expect', anticipated: 'expected', ascertain: 'find out' },
		...{ collaborate: 'work together', collaborative: 'shared', communicate: 'tell' },
		...{ communicated: 'told', eligibility: 'who can have it', eligible: 'able to have it' },
		...{ personalised: 'made for you', complex: 'hard', criteria: 'rules', arrangements: 'plans' },
		...{ earliest: 'first', convenience: 'chance', consultation: 'talk', telephone: 'phone' },
		...{
			opportunity: 'chance',
			opportunities: 'chances',
			organisational: 'our',
			accordance: 'line'
		}
	},
	known: new Set(
		(
			'appointment appointments surgery medicine medicines pharmacist pharmacists pharmacy reception ' +
			'receptionist receptionists volunteer volunteers hospital vaccine vaccines vaccination ' +
			'prescription prescriptions emergency christmas saturday january february library community ' +
			'coffee newsletter noticeboard diabetes meeting meetings practice patient patients group ' +
			'everyone everybody anybody anything everything together november september october december ' +
			'information telephone volunteering family telling committee survey'
		).split(' ')
	)
};
