/**
 * The calendar address over the network: no session, a secret in the path, and little to tell.
 *
 * An address that is unknown, ended or misspelt gets the same answer. Nothing here is logged with
 * its address.
 */
import type { Event } from './guard.ts';
import { endFeed, makeFeed, readFeed, showFeed, type FeedPages } from './feed.ts';
import { addressOf } from './limits.ts';
import { defect, isTrouble, notFound, troubleAnswer } from './replies.ts';
import type { OwnCall } from './route.ts';
import { runningApp } from './running.ts';
import { hashOf } from './secrets.ts';

const ending = '.ics';

interface Calendar {
	/** The kinds of record that it is made of. */
	readonly kinds: readonly string[];
	/** Makes the calendar's text. */
	readonly write: (pages: FeedPages) => string;
}

/** `GET /feed/<practice>.<secret>.ics` */
export function feedRoute({ kinds, write }: Calendar): (event: Event) => Promise<Response> {
	return async (event) => {
		const app = runningApp();
		try {
			const name = event.params['name'] ?? '';
			if (!name.endsWith(ending)) return troubleAnswer(notFound);
			const token = name.slice(0, -ending.length);
			const address = addressOf(event, app.trustProxy);
			const refusal = await app.doors.feed.knock(address, hashOf(token));
			if (refusal) return troubleAnswer(refusal);
			const pages = await readFeed(app.engine, app.words, { token, kinds });
			if (isTrouble(pages)) return troubleAnswer(pages);
			await app.doors.feed.right(address);
			return calendarAnswer(write(pages));
		} catch (error) {
			return troubleAnswer(defect(app.engine.log, error, event));
		}
	};
}

function calendarAnswer(text: string): Response {
	return new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="plan.ics"',
			'cache-control': 'private, no-store',
			'x-robots-tag': 'noindex'
		}
	});
}

export const showFeedHere = ({ app, who }: OwnCall) => showFeed(app.engine, who);
export const endFeedHere = ({ app, who }: OwnCall) => endFeed(app.engine, who);

/** The one time that the whole address is told. */
export async function makeFeedHere({ app, who }: OwnCall) {
	const made = await makeFeed(app.engine, who);
	return isTrouble(made) ? made : { link: `${app.origin}/feed/${made.token}${ending}` };
}
