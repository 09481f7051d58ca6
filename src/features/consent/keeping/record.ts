/**
 * How long photos and consents are kept, and whether the nightly tidying is on. One record, with
 * the practice's id.
 *
 * Off until a practice manager has seen what it would do. Source: consent record, 'Background'.
 */
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { leaders } from '#domain/roles.ts';
import * as z from 'zod/mini';

const whole = (least: number, most: number) =>
	z
		.int(`Enter a whole number from ${least} to ${most}.`)
		.check(z.gte(least, `Enter ${least} or more.`), z.lte(most, `Enter ${most} or fewer.`));

export const keepingFields = {
	/** Days after the end or the withdrawal until a photo is deleted. */
	photoDays: whole(1, 365),
	/** Months after the last use until only code, days and outcome of a form are left. */
	formMonths: whole(6, 120)
};

export const firstKeeping = { photoDays: 30, formMonths: 24, isOn: false };

export const keepingRecord = defineRecord({
	kind: 'consent-keeping',
	noun: 'rules for keeping photos and forms',
	path: '/consents/keeping',
	schema: z.object({ ...recordFields, ...keepingFields, isOn: z.boolean() }),
	indexes: [],
	readers: leaders,
	fields: { isOn: { safer: [false, true] } },
	title: () => 'How long photos and forms are kept',
	labels: {
		photoDays: 'Days until a photo is deleted',
		formMonths: 'Months until a form is cut down',
		isOn: 'Done each night'
	}
});
export type Keeping = Pick<RowOf<typeof keepingRecord>, 'photoDays' | 'formMonths' | 'isOn'>;
