/**
 * Mail in plain words, when the server has been told of a mail server (SMTP_URL).
 *
 * No picture, no counting of who opens it, and no file or address is fetched to make one.
 */
import { createTransport } from 'nodemailer';
import type { Engine } from './engine.ts';

const patienceMs = 15_000;

export interface Mail {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

export class MailSender {
	readonly #from: string;
	readonly #transport: ReturnType<typeof createTransport>;

	constructor({ url, from }: { url: string; from: string }) {
		this.#from = from;
		this.#transport = createTransport({
			url,
			disableFileAccess: true,
			disableUrlAccess: true,
			connectionTimeout: patienceMs,
			greetingTimeout: patienceMs,
			socketTimeout: patienceMs
		});
	}

	/** False when the mail server did not take it. */
	async send(engine: Engine, { to, subject, text }: Mail): Promise<boolean> {
		try {
			await this.#transport.sendMail({
				from: this.#from,
				to: { name: '', address: to },
				subject,
				text,
				headers: { 'Auto-Submitted': 'auto-generated' }
			});
			return true;
		} catch (error) {
			engine.log.info({ job: 'reminders', error }, 'A mail was not taken.');
			return false;
		}
	}

	close(): void {
		this.#transport.close();
	}
}
