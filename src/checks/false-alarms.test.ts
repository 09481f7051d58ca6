/**
 * Words of everyday posts that look like what the checks seek, and are not. All of these were false
 * alarms once, or were written to look for some. Other checks may have something to say of them.
 */
import { expect, test } from 'vitest';
import { runTextChecks } from './all.ts';
import { type CheckId, plainSettings } from './check.ts';
import { firstNames } from './words/first-names.ts';

const everyday: readonly (readonly [CheckId, string])[] = [
	['PC-23', 'Scunthorpe, Penistone, Clitheroe and Arsenal fans are welcome'],
	['PC-23', 'Damson jam, shiitake mushrooms, cockles and a Scotch egg'],
	['PC-23', 'Our psychologist and the psychotherapy team'],
	['PC-23', 'A stroke can cause spasticity. Fire-retardant curtains are up.'],
	['PC-23', 'Trampoline club, snowflake crafts, and animals from the city farm'],
	['PC-23', 'A Maine coon cat and two pigs came to the fair'],
	['PC-23', 'Stay off fatty food before the scan'],
	['PC-23', 'It is easy to get lost, so here is a map'],
	['PC-23', 'Refugees are welcome. Travellers get their jabs here.'],
	['PC-23', 'People on benefits get free prescriptions'],
	['PC-23', 'Young people are on our panel. Elderly patients should wrap up warm.'],
	['PC-23', 'Patients cannot park at the front'],
	['PC-23', 'These people are our volunteers'],
	['PC-23', 'Please go back to your seat after the talk'],
	['PC-23', 'There is no such thing as a stupid question'],
	['PC-24', 'Cover up in the sun and drink water'],
	['PC-24', 'Stay covered up when you are in the garden'],
	['PC-24', 'Ice is dangerous. It is illegal to park here.'],
	['PC-24', 'Our cowboy night was a hoot'],
	['PC-25', 'Drink two pints of water a day in the heat'],
	['PC-25', 'Under 16? Bring a friend to the youth panel'],
	['PC-25', 'Children follow the trail with a friend'],
	['PC-25', 'Follow our channel and add us on WhatsApp'],
	['PC-25', 'Tell us how many people are coming and the number of chairs'],
	['PC-25', 'Help with the cost of school uniform'],
	['PC-25', 'Which class would you like: yoga or dance?'],
	['PC-25', 'Tell the practice if your address or phone number has changed'],
	['PC-10', 'Have you tried the new website?'],
	['PC-10', 'It looks like a cold week'],
	['PC-10', 'The new heater works a treat'],
	['PC-10', 'Do you take more than five medicines? You can ask for a review.'],
	['PC-10', 'Take your old tablets back to the pharmacy'],
	['PC-11', 'Scan the QR code, or use this code to get in'],
	['PC-11', 'Book now at reception'],
	['PC-11', 'The team does a great job. Do the best you can!'],
	['PC-11', 'Treat yourself to a walk'],
	['PC-11', 'Our summer sale is in aid of the garden'],
	['PC-13', 'The lost keys have been found'],
	['PC-13', 'Our survey found that you want longer hours'],
	['PC-13', 'A talk on how to lower your blood pressure'],
	['PC-33', 'The winner will be told before it is announced'],
	['PC-33', 'We heard a great talk by the practice nurse'],
	['PC-33', 'Our bid for lottery money'],
	['PC-06', 'Grace from Hilltop Surgery will run the walk'],
	['PC-06', 'Will you have your flu jab in May or in June?'],
	['PC-06', 'Grace Road Surgery and St Anne’s Hall have flu clinics'],
	['PC-06', 'Jo and Sam helped at the flu clinic'],
	['PC-06', 'A Parkinson’s support group meets at Victoria Park'],
	['PC-17', 'The NHS, GPs, A&E and our PPG'],
	['PC-16', '#NHS75 and #FluJab'],
	['PC-15', 'Look (#FluJab) and “#SelfCareWeek”'],
	['PC-21', 'Open 8:00 to 18:30, ratio 3:1, list: (a) and (b)'],
	['PC-21', 'Photo © Jo, Coffee™ and 5 ✔ done'],
	['PC-26', 'The birds tweet at dawn, and X was once called Twitter'],
	['PC-27', 'A DNA test, and the long garden pathway'],
	['PC-27', 'The PCN (five practices) and a care inspector (CQC)'],
	['PC-28', 'Read the page: https://www.nhs.uk/flu?page=2#top'],
	['PC-29', 'Thank you for coming on Saturday 14 November 2026'],
	['PC-29', 'Since Monday 2 November 2026 the door is mended'],
	['PC-29', 'Flat 3, May House. Room 31, February half-term.'],
	['PC-36', 'Nursing Today, the first Monday, and this Saturday 5 December'],
	['PC-36', 'Today is World Hearing Day.'],
	['PC-12', 'Labour ward, conservative care, green space, and a vote for your favourite']
];

test.each(everyday)('%s leaves “%s” alone', (check, text) => {
	const context = { firstNames, today: '2026-11-21' };
	const fired = runTextChecks(text, plainSettings, context).map((finding) => finding.check);
	expect(fired).not.toContain(check);
});
