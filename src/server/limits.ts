/**
 * How often an address or a token may knock on the doors that need no session.
 *
 * Only wrong tries use up the small numbers, so that a whole waiting room can join on one network.
 */
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Trouble } from '#domain/protocol.ts';
import { trouble } from './replies.ts';

const tenMinutes = 10 * 60;

const tooMany = trouble(
	'too-many',
	'There were too many tries. Wait 10 minutes, then try again. Nothing is lost.'
);

export interface Door {
	/** Counts a try as wrong until `right` says otherwise, so that many at once gain nothing. */
	knock(address: string, token: string): Promise<Trouble | undefined>;
	right(address: string): Promise<void>;
}

/** Five wrong tries for each address, 100 knocks in all, 20 with the same token. */
export function makeDoor(): Door {
	const wrongTries = new RateLimiterMemory({ points: 5, duration: tenMinutes, keyPrefix: 'w' });
	const knocks = new RateLimiterMemory({ points: 100, duration: tenMinutes, keyPrefix: 'k' });
	const sameToken = new RateLimiterMemory({ points: 20, duration: tenMinutes, keyPrefix: 't' });
	return {
		async knock(address, token) {
			const key = addressKey(address);
			const isFine =
				(await hasRoom(knocks, key)) &&
				(await hasRoom(sameToken, token)) &&
				(await hasRoom(wrongTries, key));
			return isFine ? undefined : tooMany;
		},
		async right(address) {
			await wrongTries.reward(addressKey(address));
		}
	};
}

async function hasRoom(limiter: RateLimiterMemory, key: string): Promise<boolean> {
	try {
		await limiter.consume(key);
		return true;
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return false;
		throw refused;
	}
}

/** One household is one /64 of IPv6: its single addresses cost nothing to change. */
export function addressKey(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail] = plain.toLowerCase().split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
	const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}

interface Caller {
	readonly request: Request;
	readonly getClientAddress: () => string;
}

/** Behind a proxy only the right-most address counts: the proxy wrote it, the rest is hearsay. */
export function addressOf({ request, getClientAddress }: Caller, trustProxy: boolean): string {
	const forwarded = trustProxy ? request.headers.get('x-forwarded-for') : null;
	const last = forwarded?.split(',').at(-1)?.trim();
	return last ? last : getClientAddress();
}
