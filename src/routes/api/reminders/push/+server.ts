/** Push messages to this device: on and off. */
import { pushSchema, subscribeHere, unsubscribeHere } from '#server/reminder-route.ts';
import { route, routeWith } from '#server/route.ts';

export const PUT = routeWith({ takes: pushSchema }, subscribeHere);
export const DELETE = route(unsubscribeHere);
