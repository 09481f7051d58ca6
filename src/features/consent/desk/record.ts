/**
 * How to reach a person after the practice has confirmed their form. Its id is the consent's id.
 *
 * Only the practice manager holds it: on confirming it leaves the consent, and so all other
 * phones. Source: consent record, rule 6.
 */
import { defineRecord, recordFields } from '#domain/record.ts';
import * as z from 'zod/mini';

export const consentContactRecord = defineRecord({
	kind: 'consent-contact',
	noun: 'contact of a photo consent',
	path: '/consents/:id',
	schema: z.object({ ...recordFields, contact: z.string() }),
	indexes: [],
	readers: ['practice-manager'],
	title: () => 'How to reach someone about their consent',
	labels: { contact: 'How to reach them' }
});
