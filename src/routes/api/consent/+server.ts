/** The answer of someone who is asked on their own phone. It uses the link up. */
import { consentAnswerSchema, linkedConsent } from '#features/consent/links/linked.ts';
import { answerHere } from '#server/answer-link-route.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: consentAnswerSchema }, (call) =>
	answerHere(call, linkedConsent)
);
