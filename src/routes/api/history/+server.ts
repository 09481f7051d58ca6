/** Where the practice's history ends, for the meeting sheet. */
import { historyHead } from '#server/history-head.ts';
import { route } from '#server/route.ts';

export const GET = route(({ app, who }) => historyHead(app.engine, who));
