/**
 * The headers of every answer, set before anything else runs: static files, errors and the
 * interface get them here; a page replaces the content security policy with its own, stricter one.
 *
 * A page that is prerendered would keep the policy of files, which forbids its inline script:
 * pages are rendered by the server, or by the browser from the shell.
 */
import type { ServerResponse } from 'node:http';

/** The service worker and its helpers take the policy they are served with: they must reach us. */
const filePolicy = [
	"default-src 'self'",
	"img-src 'self' blob: data:",
	"object-src 'none'",
	"base-uri 'self'",
	"form-action 'self'",
	"frame-ancestors 'none'"
].join('; ');
const interfacePolicy = "default-src 'none'; frame-ancestors 'none'";
const interfacePath = /^\/(api|feed|healthz|readyz|metrics)(\/|\?|$)/;

const unused = [
	...['accelerometer', 'autoplay', 'camera', 'display-capture', 'geolocation'],
	...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
	'xr-spatial-tracking'
];

export function headersFor(path: string, isHttps: boolean): Record<string, string> {
	return {
		'content-security-policy': interfacePath.test(path) ? interfacePolicy : filePolicy,
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy': unused.map((name) => `${name}=()`).join(', '),
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		// The browser asks each time whether there is a new one: nobody is stuck with an old app.
		// Files with a hash in their name, and the interface, say otherwise.
		'cache-control': 'no-cache',
		...(isHttps && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' })
	};
}

/** Pages have no dot in their address; files have an ending. */
export function isPage(path: string): boolean {
	return !interfacePath.test(path) && !path.includes('.');
}

export function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>) {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** An answer by hand, for a request that cannot be read as HTTP. */
export function rawAnswer(status: string, isHttps: boolean): string {
	const headers = { ...headersFor('/api', isHttps), connection: 'close', 'content-length': '0' };
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n');
}
