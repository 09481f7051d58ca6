/** Who is signed in here. */
import { route } from '#server/route.ts';
import { meOf } from '#server/sessions.ts';

export const GET = route(({ app, who }) => meOf(app.engine, app.words, who));
