/**
 * Downloads as the platforms make them, read as the app reads them. The posts are made up.
 */
import { readFileSync } from 'node:fs';
import { readBytes } from '#features/insights/reading/read-bytes.svelte.ts';
import type { Circumstances, PostsFound, Reading } from '#features/insights/reading/reading.ts';

const exportsFolder = new URL('../fixtures/exports/', import.meta.url);
const today = '2026-11-21';

function bytesOf(name: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(readFileSync(new URL(name, exportsFolder)));
}

export function textOf(name: string): string {
	return new TextDecoder().decode(bytesOf(name));
}

type Listener = (done: number, total: number) => unknown;

export function read(
	name: string,
	more: Partial<Circumstances> = {},
	bytes = bytesOf(name),
	onprogress: Listener = () => undefined
): Reading {
	const circumstances = { fileName: name, today, remembered: [], ...more };
	return readBytes({ bytes: bytes.buffer, circumstances }, onprogress);
}

export function readText(
	text: string,
	fileName = 'posts.csv',
	more: Partial<Circumstances> = {},
	onprogress?: Listener
): Reading {
	return read(fileName, more, new TextEncoder().encode(text), onprogress);
}

export function posts(reading: Reading): PostsFound {
	if (reading.is !== 'posts') throw new Error(`Not posts: ${JSON.stringify(reading)}`);
	return reading;
}

export const facebookFile = 'Sep-01-2026_Sep-30-2026_facebook.csv';
export const instagramFile = 'Sep-01-2026_Sep-30-2026_instagram.csv';
export const xFile = 'account_analytics_content_2026-09-01_2026-09-28.csv';
export const twitterFile = 'tweet_activity_metrics_alderstreetppg_20220601_20220701_en.csv';
