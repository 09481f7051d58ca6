/** What a person did on their device. */
import { maxPushBytes, pushRequestSchema } from '#domain/protocol.ts';
import { pushHere } from '#server/exchange.ts';
import { routeWith } from '#server/route.ts';

export const POST = routeWith(
	{ takes: pushRequestSchema, mostBytes: maxPushBytes, hasProtocol: true },
	pushHere
);
