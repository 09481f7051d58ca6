/** Sends this device one reminder, to see that it arrives. */
import { nothingSchema } from '#server/joining.ts';
import { tryHere } from '#server/reminder-route.ts';
import { routeWith } from '#server/route.ts';

export const POST = routeWith({ takes: nothingSchema }, tryHere);
