/** This process answers. */
import { jsonAnswer } from '#server/replies.ts';

export const GET = () => jsonAnswer({ isAlive: true });
