/** What a link for an answer shows: one post. Looking does not use it up. */
import { linkedPost } from '#features/posts/links/linked.ts';
import { linkSchema, lookHere } from '#server/answer-link-route.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: linkSchema }, (call) => lookHere(call, linkedPost));
