/**
 * One's own reminders over the network: on this device, by e-mail, and one to try.
 *
 * Codes and tries are counted for each person, so that nobody can flood an address with mail.
 */
import * as z from 'zod/mini';
import type { Trouble } from '#domain/protocol.ts';
import { subscriptionSchema, type Subscription } from './push.ts';
import {
	confirmAddress,
	removeAddress,
	setAddress,
	showWays,
	subscribe,
	unsubscribe
} from './reminder-ways.ts';
import { tellOne } from './reminders.ts';
import { isTrouble } from './replies.ts';
import type { OwnCall } from './route.ts';

export const pushSchema = subscriptionSchema;
export const addressSchema = z.strictObject({
	address: z
		.string()
		.check(
			z.trim(),
			z.maxLength(200, 'Use 200 letters or fewer.'),
			z.regex(
				/^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/,
				'Enter an email address, like name@example.com.'
			)
		)
});
export const codeSchema = z.strictObject({
	code: z.string().check(z.maxLength(40, 'This code is too long.'))
});

export const showWaysHere = ({ app, who }: OwnCall) => showWays(app.engine, app.senders, who);

export const subscribeHere = ({ app, who, body }: OwnCall & { body: Subscription }) =>
	subscribe(app.engine, app.senders, { who, subscription: body });

export const unsubscribeHere = ({ app, who }: OwnCall) => unsubscribe(app.engine, who);

export async function setAddressHere(
	call: OwnCall & { body: { address: string } }
): Promise<{ isSent: true } | Trouble> {
	const { app, who, body } = call;
	const refusal = await knock(call);
	return refusal ?? setAddress(app.engine, app.senders, { who, address: body.address });
}

export async function confirmAddressHere(
	call: OwnCall & { body: { code: string } }
): Promise<{ isConfirmed: true } | Trouble> {
	const { app, who, body } = call;
	const refusal = await knock(call);
	return refusal ?? confirmAddress(app.engine, { who, typed: body.code });
}

export const removeAddressHere = ({ app, who }: OwnCall) => removeAddress(app.engine, who);

/** A reminder that says nothing, to see that it arrives. */
export async function tryHere(call: OwnCall): Promise<{ isSent: boolean } | Trouble> {
	const { app, who } = call;
	const refusal = await knock(call);
	if (refusal) return refusal;
	const told = await tellOne({ engine: app.engine, senders: app.senders, who });
	return isTrouble(told) ? told : { isSent: told };
}

/** Five times in ten minutes, whether it works or not. */
function knock({ app, who }: OwnCall): Promise<Trouble | undefined> {
	return app.doors.remind.knock(who.personId, who.deviceId);
}
