/**
 * Every kind of record, without what can be done to it: enough to open the app and show Today.
 *
 * The whole list is in registry.ts, which the device loads a moment later.
 */
import { accountRecord } from './accounts/record.ts';
import { consentRecord, photoRecord, venueRecord } from './consent/record.ts';
import { guidanceLineRecord } from './guidance/record.ts';
import { insightNoteRecord } from './insights/record.ts';
import { personRecord } from './people/record.ts';
import { postRecord } from './posts/record.ts';
import { contactRecord, practiceRecord } from './practice/record.ts';
import { awayRecord, rotaSlotRecord } from './rota/record.ts';

export const members = personRecord;

export const records = [
	practiceRecord,
	contactRecord,
	personRecord,
	accountRecord,
	guidanceLineRecord,
	postRecord,
	rotaSlotRecord,
	awayRecord,
	photoRecord,
	consentRecord,
	venueRecord,
	insightNoteRecord
];
