/** Where this person's reminders go, and what does not arrive. */
import { showWaysHere } from '#server/reminder-route.ts';
import { route } from '#server/route.ts';

export const GET = route(showWaysHere);
