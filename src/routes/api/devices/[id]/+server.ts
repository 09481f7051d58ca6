/** Signs one device out; it deletes what it holds at its next contact. */
import { removeHere } from '#server/joining.ts';
import { route } from '#server/route.ts';

export const DELETE = route(removeHere);
