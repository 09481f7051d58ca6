/** A photo, named by the SHA-256 of what the phone sent. */
import { keepPhotoHere, showPhotoHere } from '#server/exchange.ts';
import { route } from '#server/route.ts';

export const GET = route(showPhotoHere);
export const PUT = route(keepPhotoHere);
