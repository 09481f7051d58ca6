/**
 * The session's cookie: a token that only the browser and the server see.
 *
 * `__Host-` ties it to this one host over https. The plain name is for http on this machine only.
 */
const lastsSeconds = 365 * 24 * 60 * 60;

export interface CookieKind {
	/** True when people reach the server over https. */
	readonly isSecure: boolean;
}

function nameOf({ isSecure }: CookieKind): string {
	return isSecure ? '__Host-noticeboard' : 'noticeboard';
}

/** The value of a `set-cookie` header. */
export function sessionCookie(kind: CookieKind, token: string): string {
	return written(kind, token, lastsSeconds);
}

export function endedCookie(kind: CookieKind): string {
	return written(kind, '', 0);
}

/** The token in a `cookie` header; undefined when it is not there, or there twice. */
export function tokenIn(kind: CookieKind, header: string | null): string | undefined {
	const start = `${nameOf(kind)}=`;
	const found = (header ?? '')
		.split(';')
		.map((part) => part.trim())
		.filter((part) => part.startsWith(start));
	const [only] = found;
	return found.length === 1 && only !== undefined ? only.slice(start.length) : undefined;
}

function written(kind: CookieKind, token: string, seconds: number): string {
	const parts = [`${nameOf(kind)}=${token}`, 'Path=/', `Max-Age=${seconds}`, 'HttpOnly'];
	return [...parts, 'SameSite=Lax', ...(kind.isSecure ? ['Secure'] : [])].join('; ');
}
