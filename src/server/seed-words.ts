/**
 * What the made-up group posts: something for each month of the year, and news for any week.
 *
 * Plain words, no medical advice beyond 'ask us', and under 280 letters, so that they fit anywhere.
 */
import type { Aim } from '#features/posts/record.ts';

/** Name, text, aim. */
export type Words = readonly [string, string, Aim];

const services = 'practice-services';
const work = 'ppg-work';
const health = 'health-campaign';
const listening = 'listening';

/** By month, January first. */
export const wordsOfMonth: readonly (readonly Words[])[] = [
	[
		[
			'Start the year with a walk',
			'New year, new path. Our walk for health leaves the practice each Wednesday at 10. All speeds welcome, and there is tea after.',
			health
		],
		[
			'Icy steps',
			'It is icy today. We grit the ramp first, so please use the ramp. If you cannot get here, ring us and we find another way.',
			services
		]
	],
	[
		[
			'Heart month',
			'February is heart month. A blood pressure check takes five minutes. Ask at reception, no need to book.',
			health
		],
		[
			'Half-term hours',
			'It is half-term. We are open as usual. Mornings are busy, so ring after 11 if it can wait.',
			services
		]
	],
	[
		[
			'Spring clean your medicines',
			'Spring clean? Bring medicines that you no longer need to any pharmacy. Please do not put them in the bin.',
			services
		],
		[
			'Clocks go forward',
			'The clocks go forward on Sunday. Please check the time of your Monday appointment.',
			services
		]
	],
	[
		[
			'Closed for Easter',
			'We are closed on the bank holidays. Please order repeat medicines a week before.',
			services
		],
		[
			'Our garden in spring',
			'The practice garden is open. Sit down, have a rest, and tell us what we should plant next.',
			work
		]
	],
	[
		[
			'Walk to your appointment',
			'It is walking month. If you live near, leave the car at home. The car park thanks you.',
			health
		],
		[
			'Meet the group',
			'Who are we? Patients like you, who meet the practice each month. Come and look, no need to sign up.',
			work
		]
	],
	[
		[
			'Carers week',
			'Do you look after someone? Tell reception that you are a carer. There is help, and it starts with one word.',
			health
		],
		[
			'Be safe in the sun',
			'Hot days ahead. Drink often, rest in the shade, and look in on a neighbour.',
			health
		]
	],
	[
		[
			'Hot waiting room',
			'It is warm in the waiting room. There is water at the desk. Please help yourself.',
			services
		],
		[
			'Summer drawing day',
			'Children draw for our wall this month. Paper and pens are on the table. What does feeling well look like?',
			work
		]
	],
	[
		[
			'Going on holiday?',
			'Off on holiday? Order repeat medicines two weeks before. The app, the website or reception all work.',
			services
		],
		[
			'Quiet August',
			'August is a good month for the check that you keep putting off. Ring after 11.',
			services
		]
	],
	[
		[
			'Know your numbers',
			'Do you know your blood pressure? This week you can check it in our waiting room. It takes five minutes.',
			health
		],
		[
			'Back to school',
			'Back to school, back to coughs and colds. Your pharmacist can help with many of them today.',
			health
		]
	],
	[
		[
			'Flu clinic opens',
			'Flu jabs start on Saturday at 9. If we have written to you, please book. If you are not sure, ask us.',
			health
		],
		[
			'Stoptober',
			'Would you like to stop smoking? October is a good time, and you do not have to do it alone. Ask us.',
			health
		]
	],
	[
		[
			'Men and health',
			'Men, this month is yours. If something worries you, one call is enough. We listen.',
			health
		],
		[
			'Warm spaces',
			'Is it cold at home? The library and the church hall are warm spaces. Come in, nobody asks why.',
			health
		]
	],
	[
		[
			'Christmas hours',
			'Our holiday hours are on the website and on the door. Please order medicines by the 15th.',
			services
		],
		[
			'Thank you for this year',
			'Thank you to all who came, asked, grumbled and helped this year. The group meets again in January.',
			work
		]
	]
];

/** For any week of the year. */
export const wordsAnyWeek: readonly Words[] = [
	[
		'Missed appointments',
		'Last month 61 people did not come and did not tell us. That is ten hours. Can you not come? One text is enough.',
		services
	],
	[
		'How to reach us',
		'Ring 01632 960100, use the online form or come in. All three reach the same team.',
		services
	],
	[
		'The group meets',
		'The patient group meets on the first Tuesday at 6pm. This month: the phone queue. What should we say for you?',
		work
	],
	[
		'You said, we did',
		'You said the screen was hard to read. The letters are larger now. What is next?',
		listening
	],
	[
		'Who works here?',
		'Not every answer needs a doctor. A nurse, a pharmacist or a physio may see you sooner.',
		services
	],
	[
		'One question',
		'One question for you: what is the best time for a clinic, before 9 or after 5? Tell us below.',
		listening
	],
	[
		'Test results',
		'Waiting for a result? Ring after 2pm. The lines are quieter then and the results are in.',
		services
	],
	[
		'Walk for health',
		'Our walk for health leaves on Wednesday at 10. It is slow, it is free, and there is tea.',
		work
	],
	[
		'Online form',
		'The online form opens at 8 and closes at 4. Someone reads each one on the same day.',
		services
	],
	['Ear care', 'Blocked ears? Ask your pharmacist first. If it goes on, ask us.', health],
	[
		'New faces',
		'The group looks for two new people, any age. One evening a month. Could it be you?',
		work
	],
	[
		'What do you think?',
		'We have a new check-in screen. Does it work for you? Tell us here or put a note in the box.',
		listening
	],
	[
		'Repeat medicines',
		'Repeat medicines take three working days. The app tells you when they are ready.',
		services
	],
	[
		'Interpreters',
		'Would you like to speak in your own language? We book an interpreter, free of charge. Just say so.',
		services
	],
	[
		'Noticeboard',
		'Our board by the door is new. Look for the yellow corner: that is where you tell us things.',
		work
	],
	[
		'Car park',
		'Car park full? There are ten more places behind the library, free for two hours.',
		services
	],
	[
		'Young people',
		'Are you 16 or over? You can see us by yourself. What you tell us stays with us.',
		services
	],
	[
		'Ask your pharmacist',
		'Sore throat, earache, a sting? Your pharmacist can often help today without an appointment.',
		health
	],
	[
		'Suggestion box',
		'We opened the box: 14 notes, nine ideas, two thank-yous. We read them all out at the meeting.',
		listening
	],
	[
		'Learn to use the app',
		'Would you like help with the app? A volunteer is in the waiting room on Thursdays from 10 to 12.',
		work
	]
];
