/**
 * The mark of the history's end, which only the practice's server can tell.
 */
import * as z from 'zod/mini';

const headSchema = z.object({
	/** How many changes the history holds. */
	number: z.int(),
	/** SHA-256 of the last one, which holds that of the one before, and so on. */
	head: z.string().check(z.regex(/^[\da-f]{64}$/))
});

/** 'Change 1,204, mark 3fa9 12bc 77d0 9e1f'; undefined with no signal. */
export async function historyMark(): Promise<string | undefined> {
	try {
		const answer = await fetch('/api/history', { cache: 'no-store' });
		if (!answer.ok) return undefined;
		const read = headSchema.safeParse(await answer.json());
		if (!read.success) return undefined;
		const { number, head } = read.data;
		const mark = head.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
		return `change ${number.toLocaleString('en-GB')}, mark ${mark}`;
	} catch {
		return undefined;
	}
}
