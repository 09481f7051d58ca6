/**
 * Awareness days whose organisers choose the dates anew each year: only the month is known.
 */
import type { Line } from './line.ts';

export const toLookUp: readonly Line[] = [
	[
		'cervical-cancer-prevention-week',
		'Cervical Cancer Prevention Week',
		{ month: 1, isToLookUp: true },
		['NHS website', 'https://www.nhs.uk/tests-and-treatments/cervical-screening/'],
		'It is Cervical Cancer Prevention Week. Has a screening letter come? The NHS website says what happens on the day.'
	],
	[
		'time-to-talk-day',
		'Time to Talk Day',
		{ month: 2, isToLookUp: true },
		['Mind', 'https://www.mind.org.uk'],
		'Today is Time to Talk Day. A cup of tea and a talk can help. Who will you ring?'
	],
	[
		'mental-health-awareness-week',
		'Mental Health Awareness Week',
		{ month: 5, isToLookUp: true },
		['Mental Health Foundation', 'https://www.mentalhealth.org.uk'],
		'It is Mental Health Awareness Week. The theme this year is [theme]. The NHS website has small steps to try.'
	],
	[
		'dementia-action-week',
		'Dementia Action Week',
		{ month: 5, isToLookUp: true },
		['Alzheimer’s Society', 'https://www.alzheimers.org.uk'],
		'It is Dementia Action Week. Looking after someone who forgets? There is help for you as well.'
	],
	[
		'dying-matters-week',
		'Dying Matters Awareness Week',
		{ month: 5, isToLookUp: true },
		['Hospice UK', 'https://www.hospiceuk.org'],
		'It is Dying Matters Awareness Week. Talking early about what we want makes hard days easier.'
	],
	[
		'volunteers-week',
		'Volunteers’ Week',
		{ month: 6, isToLookUp: true },
		['Volunteers’ Week', 'https://volunteersweek.org'],
		'It is Volunteers’ Week. Thank you to everyone who gives time to this group. Here is what we did this year: [three things].'
	],
	[
		'carers-week',
		'Carers Week',
		{ month: 6, isToLookUp: true },
		['Carers UK', 'https://www.carersweek.org'],
		'It is Carers Week. Do you look after someone? Let the practice know, so that they can note it.'
	],
	[
		'diabetes-week',
		'Diabetes Week',
		{ month: 6, isToLookUp: true },
		['Diabetes UK', 'https://www.diabetes.org.uk'],
		'It is Diabetes Week. When was your last yearly check? Ask the practice if you are not sure.'
	],
	[
		'learning-disability-week',
		'Learning Disability Week',
		{ month: 6, isToLookUp: true },
		['Mencap', 'https://www.mencap.org.uk'],
		'It is Learning Disability Week. A yearly health check is free from age 14. Ask the practice.'
	],
	[
		'know-your-numbers-week',
		'Know Your Numbers! Week',
		{ month: 9, isToLookUp: true },
		['Blood Pressure UK', 'https://www.bloodpressureuk.org'],
		'Do you know your blood pressure? It is the week to find out. Many pharmacies check it. Ask at yours.'
	],
	[
		'flu-season',
		'Flu vaccines start',
		{ month: 9, isToLookUp: true },
		['NHS website', 'https://www.nhs.uk/vaccinations/flu-vaccine/'],
		'Flu vaccines start on [day]. The NHS website says who can have one. Book at [how to book].'
	],
	[
		'self-care-week',
		'Self Care Week',
		{ month: 11, isToLookUp: true },
		['Self Care Forum', 'https://www.selfcareforum.org'],
		'It is Self Care Week. Your pharmacist can help with many things without an appointment.'
	],
	[
		'carers-rights-day',
		'Carers Rights Day',
		{ month: 11, isToLookUp: true },
		['Carers UK', 'https://www.carersuk.org'],
		'Today is Carers Rights Day. If you look after someone, there is help that you can ask for.'
	]
];

/** Still listed by some; who runs it now is not clear (docs/sources.md). */
export const offAtFirst: readonly Line[] = [
	[
		'ppg-awareness-week',
		'PPG Awareness Week',
		{ month: 6, isToLookUp: true },
		['Your Integrated Care Board', ''],
		'It is PPG Awareness Week. That is us: patients who help the practice to listen. Would you like to join in?'
	]
];
