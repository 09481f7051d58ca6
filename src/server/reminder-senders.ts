/** How this server sends reminders, by its settings. */
import type { Config } from './config.ts';
import { MailSender } from './mail.ts';
import { PushSender } from './push.ts';
import type { Senders } from './reminder-ways.ts';

export function makeSenders(config: Config, origin: string): Senders {
	const { vapid, vapidSubject, pushServices, smtpUrl, smtpFrom } = config;
	const { hostname, protocol } = new URL(origin);
	const usual = protocol === 'https:' ? origin : `mailto:noticeboard@${hostname}`;
	const from = smtpFrom ?? `Noticeboard <noticeboard@${hostname}>`;
	return {
		push: new PushSender({
			subject: vapidSubject ?? usual,
			keys: vapid,
			services: pushServices
		}),
		mail: smtpUrl === undefined ? undefined : new MailSender({ url: smtpUrl, from })
	};
}
