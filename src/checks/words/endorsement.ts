/**
 * PC-11: wording that sells or praises a shop, a brand or an app. Phrases as in phrases.ts.
 */
import type { WordList } from '../phrases.ts';

export const endorsement: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'use|enter|quote|with ~2 code +',
		'discount|voucher|promo|offer code',
		'## off',
		'special|exclusive|limited|introductory offer*|deal*',
		'offer ends',
		'sponsored|sponsor by',
		'brought to you by',
		'buy|shop now|yours|today from|at|online',
		'buy now',
		'order yours now|today',
		'buy one get',
		'# for the? price of',
		'two|three|2|3 for one|two|1|2 on',
		'half price',
		'free trial',
		'lowest|best prices|price',
		'recommend|recommends +',
		'recommend|recommends ~1 new|great|local|lovely|good|best|this|these|our ~2 shop|brand|app|cafe|café|firm|company|dentist|optician*|product*',
		'pop|nip|head and|in|into|to|down ~3 shop|cafe|café|salon|florist|florists|restaurant|bakery|store',
		'go and visit',
		'treat yourself at',
		'sell|sells|serve|serves|bake|bakes the best',
		'the best ~3 in town',
		'switch|download|sign|get up|to|for|the ~3 app',
		'at|from bargain|unbeatable ~1 prices',
		'affiliate link',
		'gifted by',
		'claim your|this|the ~2 offer|discount',
		'does|do|serves|serve a lovely|great|gorgeous|cracking|fantastic|brilliant|amazing|mean ~2 lunch|breakfast|brunch|coffee|cake|curry|pizza|roast|lasagne|meal|dinner|supper|scone*|pint|haircut|massage|deal',
		'to die for',
		'a? third|half|quarter off',
		'january|summer|spring|autumn|big|closing|clearance sale',
		'sale now|starts|ends|must',
		'get your hands on',
		'while stocks|they|supplies last',
		'deal|discount on',
		'money off',
		'you can|should trust with',
		'only people|place|firm|shop ~3 trust|use|need',
		'well worth a visit|try',
		'bargain|bargains',
		'cheapest|cheaper ~2 in|than',
		'great|good|best value',
		'book a table',
		"you will|you'll love ~2 shop|app|product|brand",
		'hurry ~2 while|before',
		'five stars|star',
		'top quality|rated'
	],
	fineSentences: [
		'in aid of',
		'for charity',
		'charity|hospice|fundraiser|fundraising|raffle|tombola|jumble'
	],
	fine: [
		'qr|post|dress|door|area|dialling|zip code',
		'pharmacy|chemist ~3 shop',
		'recommend|recommends NHS|Pharmacy|The|GPs|GP',
		'download|switch|sign ~3 NHS App',
		'# off sick|work|ill|school',
		'charity|cake|book|plant|jumble|table|bake|our sale|bargains|bargain',
		'half|third|quarter off the|sick'
	]
};

/** Bodies with a link to the NHS. A sentence that names one is left alone. Source: S0-6. */
export const linkedBodies = {
	version: 1,
	checkedOn: '2026-11-21',
	source: 'Own list of public bodies and national charities. The coordinator can add more.',
	names: [
		...['NHS App', 'NHS website', 'NHS 111', 'Pharmacy First', 'Healthwatch', 'NHS England'],
		...['Samaritans', 'Mind', 'Age UK', 'Citizens Advice', 'Macmillan', 'Marie Curie'],
		...['British Heart Foundation', 'Diabetes UK', 'Cancer Research UK', 'Carers UK', 'St John'],
		...['British Red Cross', 'Alzheimer’s Society', 'Stroke Association', 'Royal Voluntary Service']
	]
};
