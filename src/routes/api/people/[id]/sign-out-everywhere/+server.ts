/** Signs all devices of a person out. */
import { nothingSchema, removeAllHere } from '#server/joining.ts';
import { routeWith } from '#server/route.ts';

export const POST = routeWith({ takes: nothingSchema }, removeAllHere);
