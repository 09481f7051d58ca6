/**
 * Secrets of links, made by the browser's own source of chance, and their SHA-256.
 *
 * Works with no signal: only the hash travels, with the record.
 */

/** The same letters as the server's codes: none that look alike on paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

interface Secret {
	readonly secret: string;
	readonly hash: string;
}

/** For a link that is never typed: 32 bytes, as 43 characters that fit in an address. */
export async function newLinkSecret(): Promise<Secret> {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	const secret = btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
	return { secret, hash: await hashOf(secret) };
}

/** For a copy: 16 letters that can be typed from paper. */
export async function newCopyCode(): Promise<Secret> {
	let secret = '';
	while (secret.length < codeLength) {
		// 240 is 8 times 30: what lies above would make some letters more likely.
		const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
		if (byte < 240) secret += letters.charAt(byte % letters.length);
	}
	return { secret, hash: await hashOf(secret) };
}

/** 'ABCD EFGH JKMN PQRS', as it stands on paper. */
export function spokenCode(code: string): string {
	return code.match(/.{1,4}/g)?.join(' ') ?? code;
}

async function hashOf(secret: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
