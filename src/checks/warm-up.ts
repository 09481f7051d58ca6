/**
 * The first runs of the checks set up their lists and patterns, which takes a moment on a phone.
 *
 * Screens on which people write let that happen once they have opened, before the first pause.
 */
import { textChecks } from './all.ts';
import { plainContext, plainSettings } from './check.ts';
import { firstNames } from './words/first-names.ts';

const plainText =
	'Mrs Example and Priya had a hip operation: TAKE TWO PILLS of 50 mg at 14 Station Road, GL1 1AA! ' +
	'Dr Brown lied, you idiots. Research says 1 in 3, 50% off, vote for them on Tuesday 3 May 2026 ' +
	'tomorrow. DOB 1 May 1950, call 01632 960001 or jo@example.com, click here: http://bit.ly/a :-) ' +
	'#selfcareweek The MDT will utilise it. Confidential. Your appointment at the CCG, kids. ';

/** Something for most checks to find; nobody ever sees it. */
export const warmUpText = `${plainText}💉💉💉`;

/**
 * Browsers keep a pattern twice: for texts of plain letters, and for texts with an emoji or the like;
 * and make it fast only when it is used again.
 */
const texts = [warmUpText, plainText];
const rounds = 2;
let isWarm = false;

/** One check after the other; `pause` lets the phone answer to taps in between. */
export async function warmUpChecks(pause: () => Promise<unknown>): Promise<void> {
	if (isWarm) return;
	isWarm = true;
	for (let round = 0; round < rounds; round++) {
		for (const text of texts) {
			for (const check of textChecks) {
				const long = `${text}\n`.repeat(rounds + round);
				check.run(long, plainSettings, { ...plainContext, firstNames });
				await pause();
			}
		}
	}
}
