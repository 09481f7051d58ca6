/** A picture of the post that a link for an answer shows. */
import { linkedPost } from '#features/posts/links/linked.ts';
import { linkPhotoSchema, photoHere } from '#server/answer-link-route.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: linkPhotoSchema }, (call) =>
	photoHere(call, linkedPost)
);
