/** Changes as they happen, for as long as the app is open. */
import { listenHere } from '#server/exchange.ts';
import { route } from '#server/route.ts';

export const GET = route(listenHere);
