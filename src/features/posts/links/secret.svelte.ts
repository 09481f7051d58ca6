/**
 * A new secret for a link, made by the browser's own source of chance, and its SHA-256.
 *
 * The same shape as the server's secrets: 32 bytes, as 43 characters that fit in an address.
 */
export async function newLinkSecret(): Promise<{ secret: string; hash: string }> {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	const secret = btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
	const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
	return { secret, hash: hash.join('') };
}
