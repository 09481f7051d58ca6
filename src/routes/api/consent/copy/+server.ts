/** Whoever signed takes their yes back, with the secret on their copy. */
import { copiedConsent, takeBackSchema } from '#features/consent/links/copied.ts';
import { answerHere } from '#server/answer-link-route.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: takeBackSchema }, (call) =>
	answerHere(call, copiedConsent)
);
