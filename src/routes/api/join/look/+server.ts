/** Whose invite this is. Looking does not use it up. */
import { lookAround, lookSchema } from '#server/joining.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: lookSchema }, lookAround);
