/** The address for reminders by e-mail: a code is sent there first. */
import { addressSchema, removeAddressHere, setAddressHere } from '#server/reminder-route.ts';
import { route, routeWith } from '#server/route.ts';

export const POST = routeWith({ takes: addressSchema }, setAddressHere);
export const DELETE = route(removeAddressHere);
