/** What a link for answering a consent shows. Looking does not use it up. */
import { linkedConsent } from '#features/consent/links/linked.ts';
import { linkSchema, lookHere } from '#server/answer-link-route.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: linkSchema }, (call) => lookHere(call, linkedConsent));
