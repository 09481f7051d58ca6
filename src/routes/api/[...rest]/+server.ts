/** Every other address of the interface: not here, in JSON. */
import { notFound } from '#server/replies.ts';
import { route } from '#server/route.ts';

export const fallback = route(() => Promise.resolve(notFound));
