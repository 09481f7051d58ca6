/** What the link on a copy shows to whoever signed. */
import { copiedConsent } from '#features/consent/links/copied.ts';
import { linkSchema, lookHere } from '#server/answer-link-route.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: linkSchema }, (call) => lookHere(call, copiedConsent));
