/**
 * Pictures that come in from another app, as the phone's own share sheet hands them over: a form
 * with files, sent to an address that only the service worker answers.
 */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { cameraJpeg } from '#tests/support/camera-pictures.ts';
import { expect, heading, test, twoPeople, upToDate } from '#tests/support/journey.ts';
import { photos } from '#tests/support/photo-day.ts';

interface Shared {
	readonly name: string;
	readonly type: string;
	readonly bytes: Buffer;
}

/** As an iPhone begins a picture; nothing here can read the rest of one. */
const heic: Shared = {
	name: '1000004711',
	type: '',
	bytes: Buffer.from('\0\0\0\x28ftypheic\0\0\0\0mif1MiHEMiPrmiafMiHBheic\0\0\0\x08meta', 'latin1')
};

/** What the app asks phones to send. */
const manifestSchema = z.object({
	share_target: z.object({
		...{ action: z.string(), method: z.string(), enctype: z.string() },
		params: z.object({ files: z.tuple([z.object({ name: z.string() })]) })
	})
});
const manifestFile = new URL('../../static/manifest.webmanifest', import.meta.url);
const { share_target: target } = manifestSchema.parse(
	JSON.parse(readFileSync(manifestFile, 'utf8'))
);

/** The page is gone once the files are on their way. */
async function share(page: Page, files: readonly Shared[]): Promise<void> {
	const texts = files.map(({ bytes, ...file }) => ({ ...file, text: bytes.toString('base64') }));
	const { params, ...form } = target;
	await page.evaluate(
		({ shared, attributes, field }) => {
			const picked = new DataTransfer();
			for (const { name, type, text } of shared) {
				const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
				picked.items.add(new File([bytes], name, { type }));
			}
			const form = Object.assign(document.createElement('form'), attributes);
			const input = document.createElement('input');
			Object.assign(input, { type: 'file', multiple: true, name: field });
			input.files = picked.files;
			form.append(input);
			document.body.append(form);
			form.submit();
		},
		{ shared: texts, attributes: form, field: params.files[0].name }
	);
}

test('Pictures shared from the gallery become photos, with no signal; others are told about', async ({
	practice
}) => {
	test.setTimeout(300_000);
	const { volunteer } = await twoPeople(practice);
	const size = { width: 1200, height: 900 };
	const pictures = await Promise.all(
		[1, 2].map(async (number) => ({
			name: `Holiday ${number} – “best”.jpg`,
			type: 'image/jpeg',
			bytes: await cameraJpeg(number, size)
		}))
	);

	await test.step('Two are shared with no signal', async () => {
		await volunteer.context().setOffline(true);
		await share(volunteer, pictures);
		await expect(heading(volunteer, 'Photos')).toBeVisible();
		await expect(photos(volunteer)).toHaveCount(2);
	});

	await test.step('One of them again, and one that this browser cannot read', async () => {
		await share(volunteer, [...pictures.slice(1), heic]);
		const problems = volunteer.getByRole('alert');
		await expect(problems).toContainText('“Holiday 2 – “best”.jpg” is already among the photos.');
		await expect(problems).toContainText('It is a HEIC picture from an iPhone.');
		await volunteer.getByRole('button', { name: 'I have read this' }).click();
		await expect(problems).toHaveCount(0);
		await expect(photos(volunteer)).toHaveCount(2);
	});

	await test.step('Both go to the practice', async () => {
		await volunteer.context().setOffline(false);
		await volunteer.goto('/sync');
		await expect(volunteer.getByText('Every photo that you added')).toBeVisible();
		await upToDate(volunteer);
	});
});
