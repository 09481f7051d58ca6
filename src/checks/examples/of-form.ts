/**
 * The examples of the checks on how a text says it, word for word as agreed before they were
 * written. Today is taken as 21 November 2026.
 */
import type { Examples } from './of-meaning.ts';

export const examplesOfForm: readonly Examples[] = [
	{
		check: 'PC-15',
		fires: [
			'#Flu #Jab #NHS #GP #Health #Winter',
			'#FluJab #flujab',
			'#Self-Care Week',
			'#2026',
			'Book now#FluJab',
			'Look after your # heart'
		],
		staysQuiet: [
			'#FluJab',
			'#SelfCareWeek and #LoveYourPPG',
			'Room no. 5 is open',
			'Read https://www.nhs.uk/page#section',
			'#PPGWeek2027'
		]
	},
	{
		check: 'PC-16',
		fires: [
			'#selfcareweek',
			'#loveyourgpsurgery',
			'#patientparticipationgroup',
			'#WORLDDIABETESDAY',
			'#jointhepatientgroup'
		],
		staysQuiet: ['#SelfCareWeek', '#NHS', '#FluJab', '#flu', '#PPGWeek']
	},
	{
		check: 'PC-17',
		fires: [
			'BOOK YOUR FLU JAB NOW',
			'PLEASE READ this post',
			'We are NOT OPEN today',
			'FREE HEALTH CHECKS at the surgery',
			'Last chance to book!!'
		],
		staysQuiet: [
			'NHS GP PPG meeting tonight',
			'Your PPG and the ICB want your views',
			'MMR and HPV jabs',
			'Do NOT miss it',
			'Visit A&E only in an emergency'
		]
	},
	{
		check: 'PC-20',
		fires: [
			'Subsequent to the implementation of enhanced access arrangements, patients may experience modified appointment availability across the locality.',
			'The multidisciplinary neighbourhood team facilitates personalised care planning for individuals with complex comorbidities.',
			'Utilisation of the online consultation functionality necessitates registration via the designated application.',
			'We would like to take this opportunity to inform all of our registered patients that the surgery will be closed on Thursday afternoon for staff training and that it will open again as normal on Friday morning at eight.',
			'Immunisation eligibility criteria are determined nationally and communicated accordingly.'
		],
		staysQuiet: [
			'The surgery is shut on Thursday from 1pm. It opens again on Friday at 8am.',
			'Flu jabs start on 3 October. You can book now.',
			'Tell us what you think. It takes 5 minutes.',
			'Need help with the NHS App? Drop in on Monday.',
			'Thank you to all who came to our stall.'
		]
	},
	{
		check: 'PC-21',
		fires: [
			'💉💉💉 Flu jabs are here',
			'Get your 💉 booked today',
			'Big news 🎉 flu clinic 💉 free tea ☕ see you there 😀',
			'𝗙𝗹𝘂 𝗰𝗹𝗶𝗻𝗶𝗰',
			'Come along :-)'
		],
		staysQuiet: [
			'Flu jabs are here 💉',
			'Thank you to our volunteers 💙',
			'We are open. 😀 Book now.',
			'Flu clinic on Saturday',
			'Coffee morning and a chat ☕'
		]
	},
	{
		check: 'PC-26',
		fires: [
			'Speak to the CCG',
			'Follow us on Twitter',
			'We are in purdah',
			'Public Health England says',
			'See NHS Choices'
		],
		staysQuiet: [
			'Speak to the ICB',
			'Follow us on X',
			'We are in the pre-election period',
			'UKHSA says',
			'See the NHS website'
		]
	},
	{
		check: 'PC-28',
		fires: [
			'For more, click here',
			'Book at https://bit.ly/abc123',
			'http://www.example.org',
			'https://www.nhs.uk/page?utm_source=fb',
			'Read more here: https://www.nhs.uk/flu'
		],
		staysQuiet: [
			'Book a flu jab: https://www.nhs.uk/flu',
			'See our page: https://example-practice.nhs.uk/ppg',
			'Call 111 or use 111.nhs.uk',
			'Ask at reception for a paper copy',
			'Read the NHS page about flu: https://www.nhs.uk/conditions/flu/'
		]
	},
	{
		check: 'PC-29',
		fires: [
			'Flu clinic on Tuesday 3 December 2026',
			'Join us Friday 30 February 2027',
			'Meeting Sat 14 November 2026',
			'Stall on Monday 25 December 2026',
			'Talk on Thu 6 January 2027'
		],
		staysQuiet: [
			'Flu clinic on Thursday 3 December 2026',
			'Meeting on Mon 7 December 2026',
			'Coffee morning Saturday 5 December 2026',
			'Talk: Wednesday 6 January 2027',
			'AGM on Tuesday 2 March 2027'
		]
	},
	{
		check: 'PC-36',
		fires: [
			'Flu clinic tomorrow',
			'See you tonight',
			'Closed this afternoon',
			'Come along next Tuesday',
			'Last chance today'
		],
		staysQuiet: [
			'Flu clinic on Saturday 5 December',
			'Open every weekday',
			'The walk starts at 10am',
			'Book before 30 November',
			'We meet on the first Monday of the month'
		]
	},
	{
		check: 'PC-27',
		fires: [
			'The PCN will expand ARRS roles',
			'MDT working across the locality',
			'DNA rates are high',
			'Your LTC review is due',
			'We value co-production with stakeholders'
		],
		staysQuiet: [
			'Your GP practice and nearby practices work together',
			'Missed appointments',
			'Your long-term condition check',
			'NHS App',
			'PPG (patient group)'
		]
	}
];
