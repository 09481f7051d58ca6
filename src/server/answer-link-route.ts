/**
 * Links for an answer, over the network: open to anyone who has one, with its own limits.
 */
import * as z from 'zod/mini';
import { dayOf } from '#domain/calendar.ts';
import type { Trouble } from '#domain/protocol.ts';
import {
	answerLink,
	lookAtLink,
	photoOfLink,
	type LinkLooks,
	type LinkWords
} from './answer-link.ts';
import { isTrouble, jsonAnswer } from './replies.ts';
import type { Call } from './route.ts';
import { hashOf } from './secrets.ts';

const tokenSchema = z
	.string('This link cannot be read.')
	.check(z.maxLength(200, 'This link is too long.'));

export const linkSchema = z.strictObject({ token: tokenSchema });
export const linkPhotoSchema = z.strictObject({
	token: tokenSchema,
	hash: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'This is not a photo.'))
});
export const linkAnswerSchema = z.strictObject({
	token: tokenSchema,
	name: z
		.string('Say who you are.')
		.check(
			z.trim(),
			z.minLength(2, 'Say who you are.'),
			z.maxLength(80, 'Use 80 letters or fewer.')
		),
	isYes: z.boolean(),
	reason: z.string().check(z.trim(), z.maxLength(500, 'Use 500 letters or fewer.'))
});

type With<Schema extends z.ZodMiniType> = Call & { body: z.infer<Schema> };

export function lookHere(call: With<typeof linkSchema>, words: LinkLooks) {
	const { app, body } = call;
	return knocked(call, body.token, () =>
		lookAtLink(app.engine, { ...app.words, ...words }, asked(call))
	);
}

export async function photoHere(call: With<typeof linkPhotoSchema>, words: LinkLooks) {
	const { app, body } = call;
	const found = await knocked(call, body.token, () =>
		photoOfLink(app.engine, words, { ...asked(call), hash: body.hash })
	);
	if (isTrouble(found)) return found;
	return new Response(new Uint8Array(found.bytes), {
		headers: {
			'content-type': found.mime,
			'content-length': String(found.bytes.length),
			'cache-control': 'no-store',
			'content-security-policy': "default-src 'none'; sandbox",
			'x-content-type-options': 'nosniff'
		}
	});
}

/** The body is the link's token, and an answer as its words expect it. */
export async function answerHere<Answer>(
	call: Call & { body: { readonly token: string } & Answer },
	words: LinkWords<Omit<Answer, 'token'>>
) {
	const { app, body } = call;
	const { token: shown, ...answer } = body;
	const done = await knocked(call, shown, () =>
		answerLink(app.engine, words, { ...asked(call), answer })
	);
	if (isTrouble(done)) return done;
	app.streams.poke(done.practiceId);
	return jsonAnswer({ done: true });
}

function asked({ app, body }: Call & { body: { token: string } }) {
	return { token: body.token, today: dayOf(app.engine.now()) };
}

/** A try is wrong unless the link opens something. */
async function knocked<Found extends object>(
	{ app, address }: Call,
	shown: string,
	open: () => Promise<Found | Trouble>
): Promise<Found | Trouble> {
	const refusal = await app.doors.answer.knock(address, hashOf(shown));
	if (refusal) return refusal;
	const found = await open();
	const isWrong = isTrouble(found) && found.error === 'not-found';
	if (!isWrong) await app.doors.answer.right(address);
	return found;
}
