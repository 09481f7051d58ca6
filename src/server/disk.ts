/**
 * Room on the disk that holds the data.
 */
import { statfs } from 'node:fs/promises';

/** Undefined where the system does not tell, or the database is on another machine. */
export async function freeBytes(folder: string): Promise<number | undefined> {
	try {
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize;
	} catch {
		return undefined;
	}
}

/** True for the ways in which the engines and the system say that nothing more fits. */
export function isDiskFull(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = 'code' in error ? error.code : undefined;
	const says = ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', '53100'];
	if (typeof code === 'string' && says.includes(code)) return true;
	return isDiskFull(error.cause);
}
