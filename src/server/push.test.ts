/**
 * Which addresses a device may have its messages sent to.
 */
import { expect, test } from 'vitest';
import { PushSender } from './push.ts';

const subject = 'https://noticeboard.example';

test.each([
	['https://fcm.googleapis.com/fcm/send/x', true],
	['https://updates.push.services.mozilla.com/wpush/v2/x', true],
	['https://web.push.apple.com/x', true],
	['https://wns2-par02p.notify.windows.com/w/?token=x', true],
	['http://fcm.googleapis.com/x', false],
	['https://fcm.googleapis.com.evil.example/x', false],
	['https://evil.example/fcm.googleapis.com', false],
	['https://fcm.googleapis.com:8443/x', false],
	['https://user:word@fcm.googleapis.com/x', false],
	['https://127.0.0.1/x', false],
	['file:///etc/passwd', false]
])('%s is a push service: %s', (endpoint, isOne) => {
	const push = new PushSender({ subject, keys: undefined, services: [] });

	expect(push.mayAsk(endpoint)).toBe(isOne);
});
