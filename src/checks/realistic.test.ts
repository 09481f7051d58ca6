/**
 * Posts as a patient group writes them, made up on their own and not beside the patterns.
 *
 * Half of them are clean. People, places and numbers are made up; numbers are from drama ranges.
 */
import { describe, expect, test } from 'vitest';
import { runTextChecks } from './all.ts';
import { type CheckId, type CheckSettings, plainSettings } from './check.ts';

const ours: CheckSettings = {
	...plainSettings,
	phones: ['0113 496 0100', '0300 123 4567'],
	emails: ['hello@exampleton-ppg.example', 'exampleton.surgery@nhs.example'],
	postcodes: ['ZZ99 3CZ'],
	addresses: ['The Old School, 2 Chapel Lane, Exampleton']
};

const clean = [
	'Flu clinic this Saturday, 3 October, 9am to 1pm. No need to book, just turn up in short sleeves!',
	'Did you know you can order repeat prescriptions in the NHS App? Ask at reception if you need a hand.',
	'Our next PPG meeting is on Tuesday 12 January 2027 at 18:30 in the upstairs room. All patients welcome.',
	'Phone lines are busiest between 8am and 10am. If it can wait, ring after 2pm on 0113 496 0100.',
	'Last month 214 appointments were missed. That is 36 hours of time. Please cancel if you can’t come.',
	'We walked 10,000 steps a day in May and raised £1,247.50 for the surgery garden. Thank you all!',
	'Bank holiday: we are closed Fri 2 April and Mon 5 April 2027. Need help? Use 111.nhs.uk or call 111.',
	'You can now ask for an appointment online 24/7. It takes 5 minutes: https://www.nhs.uk/nhs-app',
	'The RSV vaccine is free if you turned 75 on or after 1 September 2024. The surgery will text you.',
	'MMR: two doses, at 1 year and at 18 months. Not sure if your child has had both? Ask the nurse.',
	'The blood pressure machine in the waiting room is mended. Pop in 08:30–18:00, Monday to Friday.',
	'Coffee and chat for carers, first Thursday of the month, 10.30–12.00 at The Old School, 2 Chapel Lane.',
	'Parking is tight on Tuesdays. The number 14 bus stops outside, or walk in from Station Road.',
	'New: the pharmacy next door can help with 7 common illnesses under Pharmacy First.',
	'Thank you to the 12 volunteers who helped at Saturday’s clinic: 486 jabs in 4 hours! 💉',
	'Friends and Family results for June: 92% said good or very good (187 replies).',
	'Looking for lift-share drivers to the eye clinic. Leave your name at reception.',
	'Our patient survey closes at noon on 30/11/2026. 10 questions, 3 minutes.',
	'Feeling low? Samaritans are there day and night on 116 123, or text SHOUT to 85258.',
	'The minutes of our AGM (14.10.2026) are on the noticeboard and on our website.',
	'Are you 40 to 74? You may be due a free NHS Health Check.',
	'Follow us @ExampletonPPG on Facebook and @exampletonppg@social.example on Mastodon.',
	'Email us at hello@exampleton-ppg.example with ideas for the autumn newsletter.',
	'We are on the corner of Mill Street and Chapel Lane, ZZ99 3CZ. There is a ramp at the side.',
	'Dr Patel’s walking group meets at the park gates at 10 on Sundays. 2 miles, easy pace.',
	'Men: 1 in 8 will get prostate cancer. Check your risk in 30 seconds on the charity’s website.',
	'The practice looks after 11,482 patients and has 6 GPs, 4 nurses and 2 paramedics.',
	'B12 injections have moved to Room 3. H pylori and HbA1c tests stay in Room 1.',
	'If you were born between 1 September 1945 and 31 August 1950 you can have the shingles jab.',
	'Charity no. 1087654. Registered company 07654321.',
	'The 9 to 5 line for the ICB is 0300 123 4567. They can help with complaints.',
	'COVID-19 spring boosters: 1 April to 17 June 2027. Over 75s first.',
	'We asked, you said, we did: 1) more phone lines 2) a second screen 3) chairs with arms.',
	'Quiz night! Teams of 4–6, £5 a head, doors 7pm, first question 7.30pm.',
	'Surgery extension: phase 1 done, phase 2 starts Feb 2027. Plans are in the waiting room.',
	'Sunday 6 June: Street stall on the High Street, 10–2. Come and say hello.',
	'Pollen count is 9.8 today. Hay fever? Your pharmacist can help without an appointment.',
	'Great turnout @ the library today, 60+ people. More @ our website.',
	'Ward 4B at the hospital needs knitted hats. Size guide at reception.',
	'One of our members has run the book stall for 25 years. Happy anniversary!',
	'The NHS was born in 1948. Come to our birthday tea on 5 July.',
	'Have your date of birth and postcode to hand when you ring.',
	'Order reference for the leaflets is LFT-2026-00417, in case the printer asks.',
	'Scan the QR code, or type https://forms.example.org/v/8412 into your phone.'
];

const private_: [CheckId[], string][] = [
	[['PC-02'], 'Minibus to the eye clinic: ring Brenda on 07700 900 412 to save a seat.'],
	[['PC-02'], 'Lost: brown purse in the waiting room. If found please text +447700900687'],
	[['PC-02'], 'Our chair is happy to take calls at home, 0113 496 0771, after tea.'],
	[['PC-02'], 'For the walking group phone 01632 960 455 (Margaret).'],
	[['PC-02'], 'Message Tony on WhatsApp 07700900310 if you can bake for Saturday'],
	[['PC-02'], 'Tel: (0131) 496 0222 or leave a note in the box'],
	[['PC-02', 'PC-02'], 'Raffle tickets from Pat 07700 900555 or Lin 07700 900556'],
	[['PC-02'], 'call Dave on O7 no sorry 07700–900–901'],
	[['PC-03'], 'Knitters wanted! Drop a line to margaret.h52@mail.example for the pattern.'],
	[['PC-03'], 'To join send your name to tony@smithfamily.example by Friday.'],
	[['PC-03'], 'Feedback to DrKhan-secretary@surgery.example.uk please'],
	[['PC-03'], 'you can reach me at jean.w [at] example.com'],
	[['PC-03'], 'Contact: rota_lead AT example DOT org'],
	[['PC-03', 'PC-02'], 'Book with Sue: sue@bakes.example or 01632 960333.'],
	[['PC-04'], 'Old walking frames can be dropped at Jean’s, 27 Orchard Close, any time.'],
	[['PC-04'], 'The garden party is at Sheila’s house, 8a Church Lane.'],
	[['PC-04'], 'Post your forms to: PPG Chair, Rose Cottage, ZZ98 7QT'],
	[['PC-04'], 'Our driver will pick up from ec1a1bb and nearby'],
	[['PC-04', 'PC-04'], 'Collection from 112 Victoria Avenue, LS99 9ZZ between 5 and 6.'],
	[['PC-04'], 'Get well cards to Flat 3, 19 Kings Court please, he would love them.'],
	[['PC-04'], 'Parcel for the surgery went to 44 Upper Mill Street by mistake'],
	[['PC-05'], 'Happy 80th to our chair, born on 3 March 1947!'],
	[['PC-05'], 'Please find records for J Smith DOB 12.11.58'],
	[['PC-05'], 'Patient D.O.B: 7th June 1971, needs a call back'],
	[['PC-05'], 'Little one, born 14/02/2026, waiting for the 8 week check'],
	[['PC-05'], 'My mum was born in Leeds in 1939 and still volunteers.'],
	[['PC-01'], 'Can someone look up 999 000 0093 for me? Results due today.'],
	[['PC-01'], 'His NHS No. 999-000-0107 was on the letter that came to us by mistake'],
	[['PC-01'], 'my nhs number is 9990000115 why cant i log in'],
	[['PC-01', 'PC-05'], 'NHS Number 999 000 0123, date of birth 01/02/1980'],
	[['PC-01'], 'nhs number - 9990000042 - still waiting for a reply'],
	[['PC-02'], 'T e l 0 7 7 0 0 9 0 0 1 9 9'],
	[['PC-03'], 'Ask for Sam (sam.example@example.net), she has the key'],
	[['PC-04'], 'Mrs B at 5 The Crescent needs shopping. Anyone free?'],
	[['PC-04', 'PC-02'], 'Lift needed from ZZ1 9ZZ to the hospital Thursday 9am, ring 07700 900777.'],
	[['PC-05'], 'Congratulations! Baby Noah was born on 1st November at 04:12.']
];

/** These posts were made up for the checks on private details. */
const ofDetails: readonly CheckId[] = ['PC-01', 'PC-02', 'PC-03', 'PC-04', 'PC-05'];
const firedOn = (text: string) => runTextChecks(text, ours).map(({ check }) => check);

describe('a post that a group could put up as it stands', () => {
	test.each(clean)('tells nothing private: %s', (text) => {
		expect(firedOn(text).filter((check) => ofDetails.includes(check))).toEqual([]);
	});

	test('has few other findings, and each of them is meant to be', () => {
		const others = clean.flatMap((text) =>
			firedOn(text).map((check) => [check, text.split(' ').slice(0, 3).join(' ')])
		);
		expect(others).toEqual([
			['PC-13', 'Friends and Family'],
			['PC-13', 'Men: 1 in'],
			['PC-36', 'Pollen count is'],
			['PC-36', 'Great turnout @']
		]);
	});
});

describe('a post that tells something private', () => {
	test.each(private_)('fires %j: %s', (checks, text) => {
		const fired = firedOn(text).filter((check) => ofDetails.includes(check));
		expect(fired.sort()).toEqual([...checks].sort());
	});
});
