/**
 * People who have reminders on, in a group of their own, with a real push service and a real mail
 * server on this machine.
 */
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Role } from '#domain/roles.ts';
import type { Database } from '#server/database.ts';
import { MailSender } from '#server/mail.ts';
import { PushSender } from '#server/push.ts';
import { subscribe, type Senders } from '#server/reminder-ways.ts';
import { runAs } from '#server/run-as.ts';
import { newGroup, type Group, type SignedIn } from './group-of-people.ts';
import { MailServer } from './mail-server.ts';
import { PushService } from './push-service.ts';

const origin = 'https://noticeboard.example';

/** For the tests of a file: another group for each of them. */
export function remindedPeople(open: () => { readonly database: Database }): () => RemindedPeople {
	let people: RemindedPeople | undefined;
	const started = () => {
		if (!people) throw new Error('They are there once the tests have begun.');
		return people;
	};
	beforeAll(async () => {
		people = new RemindedPeople(await PushService.start(), await MailServer.start());
	});
	afterAll(() => started().stop());
	beforeEach(() => started().anew(open().database));
	return started;
}

class RemindedPeople {
	readonly service: PushService;
	readonly mails: MailServer;
	readonly senders: Senders;
	readonly origin = origin;
	#group: Group | undefined;

	constructor(service: PushService, mails: MailServer) {
		this.service = service;
		this.mails = mails;
		this.senders = {
			push: new PushSender({ subject: origin, keys: undefined, services: [service.origin] }),
			mail: new MailSender({ url: mails.url, from: 'Noticeboard <board@noticeboard.example>' })
		};
	}

	async stop(): Promise<void> {
		this.senders.mail?.close();
		await this.service.close();
		await this.mails.close();
	}

	/** Another group, nothing told yet. */
	async anew(database: Database): Promise<void> {
		this.#group = await newGroup(database);
		await this.group.does('person.pledge', {});
		this.service.status = 201;
		this.service.delivered.length = 0;
		this.service.asked = 0;
		this.mails.isTaking = true;
		this.mails.taken.length = 0;
	}

	get group(): Group {
		if (!this.#group) throw new Error('There is no group yet.');
		return this.#group;
	}

	telling(engine = this.group.engine) {
		return { engine, senders: this.senders, origin, practiceId: this.group.practiceId };
	}

	async reachable(role: Role = 'volunteer', phone: string = v7()): Promise<SignedIn> {
		const member = await this.group.join(role);
		await this.turnOn(member, phone);
		return member;
	}

	async turnOn({ who }: SignedIn, phone: string): Promise<void> {
		const subscription = this.service.subscription(phone);
		const answer = await subscribe(this.group.engine, this.senders, { who, subscription });
		if (!('isOn' in answer)) throw new Error(answer.message);
	}

	async onDuty({ who }: SignedIn, dutyOn: string): Promise<void> {
		const place = { dutyOn, group: 'All accounts', personId: who.personId };
		await this.group.does('rota.assign', { ...place, id: v7(), place: 'duty', insteadOf: null });
	}

	async chooses({ who }: SignedIn, changes: object): Promise<void> {
		const { practiceId, personId } = who;
		const { engine } = this.group;
		const deeds = [{ name: 'reminder-choice.set', args: { changes } }];
		await runAs(engine, practiceId, personId, deeds, engine.now());
	}
}
