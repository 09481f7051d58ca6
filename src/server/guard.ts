/**
 * What every request to the interface must pass before its own code runs. The default is no:
 * only the addresses named here do without a session.
 *
 * Cross-site: a change of anything comes as JSON (a photo as a picture), which no form can send
 * and no page of another site may, since there are no CORS headers.
 */
import type { Trouble } from '#domain/protocol.ts';
import type { App } from './app.ts';
import { isLoopback } from './config.ts';
import { tokenIn } from './cookie.ts';
import type { Who } from './engine.ts';
import { defect, isTrouble, trouble, troubleAnswer } from './replies.ts';
import { whoHolds } from './sessions.ts';

const openPaths: readonly string[] = [
	...['/api/setup', '/api/join', '/api/join/look'],
	...['/api/answer', '/api/answer/look', '/api/answer/photo'],
	...['/api/consent', '/api/consent/look', '/api/consent/copy', '/api/consent/copy/look']
];
const photoPath = /^\/api\/photos\/[^/]*$/;
const safeMethods: readonly string[] = ['GET', 'HEAD'];

const crossSite = trouble('cross-site', 'This was sent from another site, so nothing was done.');
const wrongKind = trouble('bad-request', 'This must be sent as JSON.', 'content-type');
const notAPicture = trouble('bad-request', 'Use a JPEG, PNG or WebP picture.', 'content-type');

/** What SvelteKit hands to a route, as far as we use it. */
export interface Event {
	readonly request: Request;
	readonly url: URL;
	readonly params: Readonly<Partial<Record<string, string>>>;
	readonly route: { readonly id: string | null };
	readonly getClientAddress: () => string;
}

const sessions = new WeakMap<Request, Who>();

export function isInterface(path: string): boolean {
	return path === '/api' || path.startsWith('/api/');
}

/** Lets a request in or not, and finishes and logs what comes back. */
export async function answerInterface(
	app: App,
	event: Event,
	resolve: () => Response | Promise<Response>
): Promise<Response> {
	const { request, route } = event;
	const begin = performance.now();
	const response = await admitted(app, event, resolve);
	const { status } = response;
	const ms = Math.round(performance.now() - begin);
	app.monitor.answered(status);
	const line = { method: request.method, route: route.id, status, ms };
	if (status < 400) app.engine.log.debug(line, 'Answered.');
	else app.engine.log.info(line, 'Refused.');
	return response;
}

async function admitted(
	app: App,
	event: Event,
	resolve: () => Response | Promise<Response>
): Promise<Response> {
	try {
		const refusal = await admit(app, event.request);
		return refusal ? troubleAnswer(refusal) : finished(await resolve());
	} catch (error) {
		return troubleAnswer(defect(app.engine.log, error, event));
	}
}

/** Trouble, or undefined when the request may go on. */
async function admit(app: App, request: Request): Promise<Trouble | undefined> {
	const { pathname } = new URL(request.url);
	const refusal = siteTrouble(app.origin, request) ?? kindTrouble(request, pathname);
	if (refusal) return refusal;
	if (openPaths.includes(pathname)) return undefined;
	const token = tokenIn(app.cookies, request.headers.get('cookie'));
	const who = await whoHolds(app.engine, token);
	if (isTrouble(who)) return who;
	sessions.set(request, who);
	return undefined;
}

/** @throws {Error} for an address that needs no session. A defect: ask only where there is one. */
export function whoOf(request: Request): Who {
	const who = sessions.get(request);
	if (!who) throw new Error('This address has no session.');
	return who;
}

/** Every answer of the interface is JSON that nothing keeps, except what says otherwise. */
function finished(response: Response): Response {
	const isOurs = response.headers.has('cache-control');
	if (isOurs) return response;
	if (response.status === 405) {
		return troubleAnswer(trouble('bad-request', 'This address does not take that.'), 405);
	}
	response.headers.set('cache-control', 'no-store');
	return response;
}

function siteTrouble(origin: string, { headers, method }: Request): Trouble | undefined {
	const site = headers.get('sec-fetch-site');
	if (site === 'cross-site' || site === 'same-site') return crossSite;
	const from = headers.get('origin');
	if (site !== null || from === null || safeMethods.includes(method)) return undefined;
	// An old browser says only where the page came from.
	const isSame = from === origin || (URL.canParse(from) && isLoopback(from) && isLoopback(origin));
	return isSame ? undefined : crossSite;
}

function kindTrouble({ headers, method }: Request, path: string): Trouble | undefined {
	if (safeMethods.includes(method) || method === 'DELETE') return undefined;
	const kind = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (method === 'PUT' && photoPath.test(path)) {
		const kinds = ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'];
		return kind !== undefined && kinds.includes(kind) ? undefined : notAPicture;
	}
	return kind === 'application/json' ? undefined : wrongKind;
}
