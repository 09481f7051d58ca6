/** The code that was sent to the address. */
import { codeSchema, confirmAddressHere } from '#server/reminder-route.ts';
import { routeWith } from '#server/route.ts';

export const POST = routeWith({ takes: codeSchema }, confirmAddressHere);
