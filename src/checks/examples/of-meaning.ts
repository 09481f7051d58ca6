/**
 * The examples of the checks on what a text says, word for word as agreed before they were
 * written: what each fires on, and what it leaves alone. Today is taken as 21 November 2026.
 */
import type { CheckId } from '../check.ts';

export interface Examples {
	readonly check: CheckId;
	readonly fires: readonly string[];
	readonly staysQuiet: readonly string[];
}

export const examplesOfMeaning: readonly Examples[] = [
	{
		check: 'PC-06',
		fires: [
			'Mrs Jones is back home after her hip operation',
			'Well done Amir on beating cancer',
			'Thank you to Priya, who has diabetes, for her talk',
			'Little Ella broke her arm at the park',
			'Dave had his Covid jab with us today'
		],
		staysQuiet: [
			'Dr Patel runs the diabetes clinic',
			"Coffee morning for Parkinson's UK on 8 May",
			'May is Skin Cancer Awareness Month',
			'Join the Macmillan cancer coffee morning',
			'Grace Road Surgery has new blood pressure monitors',
			'Cervical screening saves lives'
		]
	},
	{
		check: 'PC-10',
		fires: [
			'You should take two paracetamol tablets every four hours',
			'Stop taking your statins if you feel tired',
			'No need to see your GP for this',
			'This tea will cure a cold',
			"It's probably just a virus",
			'Take 400 mg every six hours'
		],
		staysQuiet: [
			'Ask your pharmacist which medicine is right for you',
			'If you are worried, call NHS 111',
			'Order repeat prescriptions by Friday',
			'Read the NHS page about statins',
			'Bring a list of your medicines',
			'Stop smoking: free help is here'
		]
	},
	{
		check: 'PC-11',
		fires: [
			'Use code PPG10 at the till',
			'Get 20% off at Bean Café',
			'We recommend Smile Dental on the High Street',
			'Buy now at the shop next door',
			'Sponsored by Acme Stairlifts'
		],
		staysQuiet: [
			'We recommend that you arrive 5 minutes early',
			'Your pharmacy can help with a sore throat. Ask about Pharmacy First',
			'Order your repeat prescription in the NHS App',
			'Cake sale in aid of the surgery garden',
			'Thanks to all who came to our stall'
		]
	},
	{
		check: 'PC-12',
		fires: [
			'Vote for Cllr Smith on Thursday',
			'Labour are ruining the NHS',
			'Meet your MP at our stall',
			'The Green Party candidate will speak',
			'Read our view of the manifesto'
		],
		staysQuiet: [
			'Tour of the labour ward on Friday',
			'Vote for your favourite poster',
			'Back pain: conservative treatment often works',
			'Try green social prescribing',
			'Walk in our local green spaces',
			'What to bring if you are in labour'
		]
	},
	{
		check: 'PC-13',
		fires: [
			'1 in 3 adults have high blood pressure',
			'Research shows walking helps your mood',
			'Flu jabs cut your risk by 40%',
			'A new study finds tea is good for you',
			'According to experts, sleep matters'
		],
		staysQuiet: [
			'1 in 3 adults have high blood pressure. Source: https://www.nhs.uk/conditions/high-blood-pressure/',
			'Our meeting is on Tuesday',
			'The clinic is open 3 days a week',
			'9 people came to the stall',
			'New guidance from NHS England: https://www.england.nhs.uk/x shows how'
		]
	},
	{
		check: 'PC-23',
		fires: [
			'Only idiots miss their appointments',
			'The useless receptionists at the other surgery',
			'Lazy doctors want a day off',
			'Go back to your own country',
			'Those people always jump the queue'
		],
		staysQuiet: [
			'We know it is hard to get through at 8am',
			'The new phone system had problems today. We are sorry',
			'Please be kind to reception staff',
			'Damson jam at the cake stall',
			'We have lost our hosepipe. Have you seen it?'
		]
	},
	{
		check: 'PC-24',
		fires: [
			'Dr Brown was negligent',
			'That clinic is a scam',
			'The manager lied to us',
			'They are stealing from patients',
			"The council's cover-up goes on"
		],
		staysQuiet: [
			'Beware of scam texts that say they are from the NHS',
			'Our fraud awareness talk is on Monday',
			'We are sorry for the mistake in our last post',
			'Please report fraud to the NHS',
			'Wait times were longer than we hoped'
		]
	},
	{
		check: 'PC-25',
		fires: [
			"Who's up for a drinking challenge for charity?",
			'Lose 10 lbs in a week with this plan',
			'Kids, send us a selfie to win!',
			'DM us your school and phone number to join',
			"Post your child's photo and name to enter"
		],
		staysQuiet: [
			'Drink Free Days: tips from the NHS',
			'Ask the practice about the weight loss service',
			'Young people: join our PPG youth panel through the practice',
			'Talk to someone. Call Samaritans on 116 123',
			'Poster contest: hand your picture in at reception'
		]
	},
	{
		check: 'PC-31',
		fires: [
			'Sorry about your appointment on Monday',
			'We can see from our records that you called',
			'Your results are not back yet',
			'When you saw the nurse last week she said so',
			'You are registered with us, so please call'
		],
		staysQuiet: [
			'Thank you for letting us know. Please contact the practice so they can help',
			"We cannot talk about anyone's care here",
			'Anyone can ask for a longer appointment',
			'You can complain to the practice or the ICB',
			'Sorry to hear this. We will pass it on'
		]
	},
	{
		check: 'PC-33',
		fires: [
			'Dr Lee is leaving the practice (not yet announced)',
			'Between us, the merger talks went well',
			'This is confidential but share it',
			'The embargoed figures show',
			'There is a contract dispute with the cleaners'
		],
		staysQuiet: [
			'Dr Lee has retired. The practice announced it last week',
			'We keep what you tell us safe and private',
			'Minutes of our last meeting are on the website',
			'The practice has a new phone contract',
			'Our next meeting is on Monday'
		]
	}
];
