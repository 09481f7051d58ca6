/** One's own calendar address: is there one, make a new one, end it. */
import { endFeedHere, makeFeedHere, showFeedHere } from '#server/feed-route.ts';
import { nothingSchema } from '#server/joining.ts';
import { route, routeWith } from '#server/route.ts';

export const GET = route(showFeedHere);
export const POST = routeWith({ takes: nothingSchema }, makeFeedHere);
export const DELETE = route(endFeedHere);
