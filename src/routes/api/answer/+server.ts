/** The answer of someone who has a link and no account. It uses the link up. */
import { linkedPost } from '#features/posts/links/linked.ts';
import { answerHere, linkAnswerSchema } from '#server/answer-link-route.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: linkAnswerSchema }, (call) =>
	answerHere(call, linkedPost)
);
