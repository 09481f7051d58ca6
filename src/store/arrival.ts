/**
 * Code that comes after the first screen: what is said while it has not arrived, and trying again.
 *
 * It is missing only on a first visit with a bad line: later visits have all of it on the phone.
 */
import { refuse } from '#domain/refusal.ts';

export const notArrived = refuse(
	'not-arrived',
	'Part of the app has not arrived on this phone yet, so this was not saved. Try again when you ' +
		'have a signal. If that does not help, load the page again.'
);

export const stillArriving =
	'Part of the app has not arrived on this phone yet. It is tried again every few seconds. ' +
	'Until then nothing new can be saved or sent. If it takes long, load the page again.';

const againMs = 5000;

/** `onmissing` is called after each try that failed; there are no more once `isOver`. */
export async function untilArrived<Loaded>(
	load: () => Promise<Loaded>,
	{
		onmissing,
		isOver,
		pauseMs = againMs
	}: { onmissing: () => void; isOver: () => boolean; pauseMs?: number }
): Promise<Loaded | undefined> {
	while (!isOver()) {
		try {
			return await load();
		} catch {
			onmissing();
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
	}
	return undefined;
}
