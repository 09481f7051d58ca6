/**
 * Awareness days whose date is fixed by their founder, or by a rule like 'the second Wednesday'.
 */
import type { Line } from './line.ts';

const who = ['World Health Organization', 'https://www.who.int/campaigns'] as const;
const un = ['United Nations', 'https://www.un.org/en/observances/list-days-weeks'] as const;

export const fixed: readonly Line[] = [
	[
		'dry-january',
		'Dry January',
		{ month: 1, isWholeMonth: true },
		['Alcohol Change UK', 'https://alcoholchange.org.uk'],
		'Thinking about drinking less this month? You are not alone. Find tips and support on the NHS website.'
	],
	[
		'world-cancer-day',
		'World Cancer Day',
		{ month: 2, day: 4 },
		['Union for International Cancer Control', 'https://www.worldcancerday.org'],
		'Today is World Cancer Day. Has a letter come inviting you to a screening? It is worth opening. The NHS website says what happens.'
	],
	[
		'rare-disease-day',
		'Rare Disease Day',
		{ month: 2, day: 31 },
		['Rare Disease Day', 'https://www.rarediseaseday.org'],
		'Today is Rare Disease Day. Rare conditions are each unusual, but together many families live with one.'
	],
	[
		'world-hearing-day',
		'World Hearing Day',
		{ month: 3, day: 3 },
		who,
		'Today is World Hearing Day. Is the phone hard to hear? Tell the practice what works better for you.'
	],
	[
		'no-smoking-day',
		'No Smoking Day',
		{ month: 3, weekday: 3, nth: 2 },
		['NHS website', 'https://www.nhs.uk/better-health/quit-smoking/'],
		'Today is No Smoking Day. Thinking of stopping? The NHS website has free tools to help you.'
	],
	[
		'world-kidney-day',
		'World Kidney Day',
		{ month: 3, weekday: 4, nth: 2 },
		['World Kidney Day', 'https://www.worldkidneyday.org'],
		'Today is World Kidney Day. The NHS website tells you what your kidneys do and how to look after them.'
	],
	[
		'world-autism-awareness-day',
		'World Autism Awareness Day',
		{ month: 4, day: 2 },
		un,
		'Today is World Autism Awareness Day. What would make a visit to the practice easier for you or your family? Tell us.'
	],
	[
		'world-health-day',
		'World Health Day',
		{ month: 4, day: 7 },
		who,
		'Today is World Health Day. This year it is about [theme].'
	],
	[
		'bowel-cancer-awareness-month',
		'Bowel Cancer Awareness Month',
		{ month: 4, isWholeMonth: true },
		['Bowel Cancer UK', 'https://www.bowelcanceruk.org.uk'],
		'April is Bowel Cancer Awareness Month. Has a home test kit come in the post? The NHS website shows how it works.'
	],
	[
		'world-immunization-week',
		'World Immunisation Week',
		{ month: 4, day: 24, days: 7 },
		who,
		'It is World Immunisation Week. Not sure which vaccines are due, and at what age? The NHS website has a list.'
	],
	[
		'world-asthma-day',
		'World Asthma Day',
		{ month: 5, weekday: 2, nth: 1 },
		['Global Initiative for Asthma', 'https://ginasthma.org/world-asthma-day/'],
		'Today is World Asthma Day. When was your last asthma review? Ask the practice if you are not sure.'
	],
	[
		'international-nurses-day',
		'International Nurses Day',
		{ month: 5, day: 12 },
		['International Council of Nurses', 'https://www.icn.ch'],
		'Today is International Nurses Day. Thank you to all our nurses for what they do each day.'
	],
	[
		'world-no-tobacco-day',
		'World No Tobacco Day',
		{ month: 5, day: 31 },
		who,
		'Today is World No Tobacco Day. Free help to stop smoking is on the NHS website.'
	],
	[
		'mens-health-week',
		'Men’s Health Week',
		{ month: 6, weekday: 7, nth: 3, shift: -6, days: 7 },
		['Men’s Health Forum', 'https://www.menshealthforum.org.uk'],
		'It is Men’s Health Week. Been putting off a check? The NHS website says what is on offer at your age.'
	],
	[
		'world-blood-donor-day',
		'World Blood Donor Day',
		{ month: 6, day: 14 },
		who,
		'Today is World Blood Donor Day. Thank you to everyone here who gives. Find a session near you at blood.co.uk.'
	],
	[
		'nhs-birthday',
		'The NHS’s birthday',
		{ month: 7, day: 5 },
		['NHS England', 'https://www.england.nhs.uk'],
		'The NHS began on 5 July 1948. What are you thankful for today?'
	],
	[
		'world-hepatitis-day',
		'World Hepatitis Day',
		{ month: 7, day: 28 },
		who,
		'Today is World Hepatitis Day. The NHS website says who can ask for a test.'
	],
	[
		'world-suicide-prevention-day',
		'World Suicide Prevention Day',
		{ month: 9, day: 10 },
		['International Association for Suicide Prevention', 'https://www.iasp.info/wspd/'],
		'Today is World Suicide Prevention Day. If things feel too much, talk to someone. Call 111 and choose the mental health option, or call Samaritans on 116 123, day or night.'
	],
	[
		'world-sepsis-day',
		'World Sepsis Day',
		{ month: 9, day: 13 },
		['World Sepsis Day', 'https://www.worldsepsisday.org'],
		'Today is World Sepsis Day. The NHS website lists the signs that need help at once. It is worth two minutes.'
	],
	[
		'world-patient-safety-day',
		'World Patient Safety Day',
		{ month: 9, day: 17 },
		who,
		'Today is World Patient Safety Day. Have you an idea that would make care here safer? Tell the group.'
	],
	[
		'world-alzheimers-day',
		'World Alzheimer’s Day',
		{ month: 9, day: 21 },
		['Alzheimer’s Disease International', 'https://www.alzint.org'],
		'Today is World Alzheimer’s Day. Worried about your memory, or someone else’s? The NHS website says how to start.'
	],
	[
		'world-heart-day',
		'World Heart Day',
		{ month: 9, day: 29 },
		['World Heart Federation', 'https://world-heart-federation.org'],
		'Today is World Heart Day. Many pharmacies check blood pressure. Ask at yours.'
	],
	[
		'international-day-of-older-persons',
		'International Day of Older Persons',
		{ month: 10, day: 1 },
		un,
		'Today is the International Day of Older Persons. What should we know about getting older here? Tell the group.'
	],
	[
		'black-history-month',
		'Black History Month',
		{ month: 10, isWholeMonth: true },
		['Black History Month UK', 'https://www.blackhistorymonth.org.uk'],
		'October is Black History Month. Here is someone who shaped health care in this country: [name and source].'
	],
	[
		'breast-cancer-awareness-month',
		'Breast Cancer Awareness Month',
		{ month: 10, isWholeMonth: true },
		['Breast Cancer Now', 'https://breastcancernow.org'],
		'October is Breast Cancer Awareness Month. The NHS website shows how to check, and who is invited for screening.'
	],
	[
		'world-mental-health-day',
		'World Mental Health Day',
		{ month: 10, day: 10 },
		who,
		'Today is World Mental Health Day. How are you, really? The NHS website shows where to start. In a crisis call 111 and choose the mental health option.'
	],
	[
		'world-menopause-day',
		'World Menopause Day',
		{ month: 10, day: 18 },
		['International Menopause Society', 'https://www.imsociety.org'],
		'Today is World Menopause Day. The NHS website has plain facts, and words to take to an appointment.'
	],
	[
		'world-diabetes-day',
		'World Diabetes Day',
		{ month: 11, day: 14 },
		['International Diabetes Federation', 'https://worlddiabetesday.org'],
		'Today is World Diabetes Day. Two minutes on the NHS website tell you what your own risk is.'
	],
	[
		'world-amr-week',
		'World Antibiotic Awareness Week',
		{ month: 11, day: 18, days: 7 },
		who,
		'Antibiotics do not work on colds or flu. It is the week to say so. The NHS website says what helps.'
	],
	[
		'world-aids-day',
		'World AIDS Day',
		{ month: 12, day: 1 },
		who,
		'Today is World AIDS Day. Testing is quick and private. The NHS website says where.'
	],
	[
		'day-of-persons-with-disabilities',
		'International Day of Persons with Disabilities',
		{ month: 12, day: 3 },
		un,
		'Today is the International Day of Persons with Disabilities. Is something at the practice in your way? Tell the group.'
	],
	[
		'international-volunteer-day',
		'International Volunteer Day',
		{ month: 12, day: 5 },
		un,
		'Today is International Volunteer Day. Thank you to all who give their time to this group. Would you like to join in?'
	]
];
