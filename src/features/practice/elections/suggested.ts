/**
 * Dates of coming votes as suggestions. A coordinator finds out whether there is a vote here.
 *
 * Source: docs/sources.md, 'Weeks before a vote'. Councils change such dates.
 */
import { spokenDay } from '#domain/calendar.ts';
import type { Practice } from '../record.ts';

interface Suggestion {
	readonly title: string;
	readonly voteOn: string;
	readonly firstOn: string;
	readonly lastOn: string;
}

const suggestions: readonly Suggestion[] = [
	{
		title: 'Local elections, in areas that vote',
		voteOn: '2027-05-06',
		firstOn: '2027-03-25',
		lastOn: '2027-05-07'
	}
];

/** The next vote whose weeks are not over. */
export function nextSuggestion(today: string): Suggestion | undefined {
	return suggestions.find(({ lastOn }) => lastOn >= today);
}

type Dates = Pick<Practice, 'electionFirstOn' | 'electionLastOn' | 'electionCheckedOn'>;

/** Dates are there, and nobody has said that they hold here. */
export function areUnchecked({
	electionFirstOn: firstOn,
	electionLastOn: lastOn,
	electionCheckedOn: checkedOn
}: Dates): boolean {
	return firstOn !== null && lastOn !== null && checkedOn === null;
}

export function electionInWords(dates: Dates): string {
	const { electionFirstOn: firstOn, electionLastOn: lastOn } = dates;
	if (firstOn === null || lastOn === null) return 'None are set';
	const words = `${spokenDay(firstOn)} to ${spokenDay(lastOn)}`;
	return areUnchecked(dates) ? `${words} (suggested, not checked yet)` : words;
}
