/** Who did what to one record, newest first. */
import { historyHere } from '#server/exchange.ts';
import { route } from '#server/route.ts';

export const GET = route(historyHere);
