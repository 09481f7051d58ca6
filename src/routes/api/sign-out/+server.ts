/** Ends the session of this browser. */
import { nothingSchema, signOutHere } from '#server/joining.ts';
import { routeWith } from '#server/route.ts';

export const POST = routeWith({ takes: nothingSchema }, signOutHere);
