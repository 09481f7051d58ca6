/**
 * The tables, as Kysely types them. They name no feature: a record's body is JSON kept as text.
 *
 * Moments are integers (ms, UTC); flags do not exist (a moment or null says the same and more).
 */
export interface Tables {
	practice: PracticeTable;
	record: RecordTable;
	lookup: LookupTable;
	history: HistoryTable;
	history_record: HistoryRecordTable;
	outbox: OutboxTable;
	answer: AnswerTable;
	snapshot_page: SnapshotPageTable;
	invite: InviteTable;
	setup_link: SetupLinkTable;
	device: DeviceTable;
	feed: FeedTable;
	push_key: PushKeyTable;
	push_subscription: PushSubscriptionTable;
	mail_address: MailAddressTable;
	reminder: ReminderTable;
	reminder_trouble: ReminderTroubleTable;
	photo: PhotoTable;
	job: JobTable;
	server_job: ServerJobTable;
}

export interface PracticeTable {
	id: string;
	name: string;
	/** Changes when the practice is created or restored from a backup. */
	epoch: string;
	/** One higher for every applied mutation; locked until commit by whoever raises it. */
	version: number;
	/** Cookies below this version missed a tombstone that is gone; they get a snapshot. */
	oldest_version: number;
	/** The newest history row: its number and its hash (0 and '' before the first). */
	history_number: number;
	history_head: string;
	created_at: number;
}

interface RecordTable {
	practice_id: string;
	kind: string;
	id: string;
	/** JSON; null is a tombstone: the record is gone, its content too. */
	body: string | null;
	day: string | null;
	version: number;
	changed_at: number;
	/** Null while the record is there. */
	deleted_at: number | null;
	/** JSON: see recent.ts. */
	recent: string | null;
}

/** The indexed fields of records: one row for each value. */
export interface LookupTable {
	practice_id: string;
	kind: string;
	field: string;
	value: string;
	id: string;
}

/** Append only. `effects` and `refusal` become null when someone's details are erased. */
export interface HistoryTable {
	practice_id: string;
	number: number;
	version: number;
	uuid: string;
	/** Null when the server itself ran the mutation. */
	outbox_id: string | null;
	seq: number | null;
	person_id: string;
	device_id: string | null;
	name: string;
	/** JSON: Effect[] */
	effects: string | null;
	outcome: string;
	/** JSON: Refusal */
	refusal: string | null;
	acted_at: number;
	received_at: number;
	/** Of effects and refusal, so that these can be erased without breaking the chain. */
	effects_hash: string;
	previous_hash: string;
	hash: string;
}

/** Which history rows changed a record. */
interface HistoryRecordTable {
	practice_id: string;
	kind: string;
	id: string;
	number: number;
}

/** How far an outbox has been answered. */
interface OutboxTable {
	practice_id: string;
	id: string;
	person_id: string;
	device_id: string;
	last_seq: number;
	seen_at: number;
}

/** Which history row answers a number of an outbox; two outboxes may share one. */
interface AnswerTable {
	practice_id: string;
	outbox_id: string;
	seq: number;
	number: number;
}

/** A packed page of a snapshot: can be made again, so no backup holds it. */
interface SnapshotPageTable {
	practice_id: string;
	epoch: string;
	scope: string;
	version: number;
	page: number;
	/** A patch as JSON, compressed (brotli). */
	bytes: Buffer;
	made_at: number;
}

export interface InviteTable {
	practice_id: string;
	id: string;
	person_id: string;
	token_hash: string;
	code_hash: string | null;
	code_tries: number;
	code_expires_at: number | null;
	expires_at: number;
	used_at: number | null;
	cancelled_at: number | null;
	created_by: string;
	created_at: number;
}

/** Belongs to no practice yet. */
interface SetupLinkTable {
	token_hash: string;
	expires_at: number;
	used_at: number | null;
}

/** A person's device, which is also their session. */
export interface DeviceTable {
	practice_id: string;
	id: string;
	person_id: string;
	token_hash: string;
	name: string;
	created_at: number;
	seen_at: number;
	removed_at: number | null;
	expires_at: number;
}

/** A person's private calendar address; it ends with the device that made it. */
interface FeedTable {
	practice_id: string;
	person_id: string;
	device_id: string;
	secret_hash: string;
	created_at: number;
	/** To the hour; null before the first time. */
	used_at: number | null;
}

/** The practice's own pair of VAPID keys; subscriptions are bound to the public one. */
interface PushKeyTable {
	practice_id: string;
	public_key: string;
	private_key: string;
	created_at: number;
}

/** Where a device takes push messages; it ends with the device. */
export interface PushSubscriptionTable {
	practice_id: string;
	device_id: string;
	person_id: string;
	endpoint: string;
	p256dh: string;
	auth: string;
	created_at: number;
}

/** Where a person wants mail; used only once they have typed the code that was sent there. */
export interface MailAddressTable {
	practice_id: string;
	person_id: string;
	address: string;
	code_hash: string | null;
	code_tries: number;
	code_expires_at: number | null;
	confirmed_at: number | null;
}

/** What a person was told. One row for each thing, whatever the ways. */
interface ReminderTable {
	practice_id: string;
	person_id: string;
	name: string;
	/** 'sending' (then nobody else may), 'told' or 'failed'. */
	state: string;
	tries: number;
	tried_at: number;
}

/** A way on which the last reminder did not arrive. */
interface ReminderTroubleTable {
	practice_id: string;
	person_id: string;
	/** A device's id, or 'mail'. */
	way: string;
	since: number;
	/** 'ended' (the push service let go of it) or 'failed'. */
	what: string;
}

interface PhotoTable {
	practice_id: string;
	hash: string;
	mime: string;
	bytes: Buffer;
	size: number;
	width: number;
	height: number;
	created_at: number;
	created_by: string;
	unreferenced_since: number | null;
}

interface JobTable {
	practice_id: string;
	name: string;
	/** JSON */
	state: string;
	run_at: number;
}

/** Work of the whole server. Of several processes, the one that claims it does it. */
interface ServerJobTable {
	name: string;
	/** When it was last begun and came to its end; 0 before the first time. */
	run_at: number;
	/** Somebody is at it until then at the latest. */
	claimed_until: number;
}
