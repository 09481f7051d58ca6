/** How things are, as far as a device does not know yet. */
import { pullRequestSchema } from '#domain/protocol.ts';
import { pullHere } from '#server/exchange.ts';
import { routeWith } from '#server/route.ts';

export const POST = routeWith({ takes: pullRequestSchema, hasProtocol: true }, pullHere);
