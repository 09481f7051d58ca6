/** A new invite for a person of the group: a link and a code. */
import { inviteHere, inviteSchema } from '#server/joining.ts';
import { routeWith } from '#server/route.ts';

export const POST = routeWith({ takes: inviteSchema }, inviteHere);
