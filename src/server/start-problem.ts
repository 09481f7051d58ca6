/**
 * Why the server does not start, in words for the person who starts it.
 */
import type { Config } from './config.ts';
import { isDiskFull } from './disk.ts';

type Where = Pick<Config, 'port' | 'host' | 'dataDir' | 'databaseUrl'>;

/** Undefined for a reason that only a developer can find. */
export function explainStart(error: unknown, where: Where): string | undefined {
	if (!(error instanceof Error)) return undefined;
	// The cause is nearer to the truth than what was made of it.
	return explainStart(error.cause, where) ?? explainOne(error, where);
}

function explainOne(error: Error, { port, host, dataDir, databaseUrl }: Where): string | undefined {
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	if (error.name === 'DataFolderInUse') return error.message;
	if (isDiskFull(error)) {
		return `The disk that holds the folder ${dataDir} is full. Make room, then start again.`;
	}
	if (code === 'EADDRINUSE') {
		return `Port ${port} is already in use. Stop the other program, or choose another port with PORT.`;
	}
	if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && databaseUrl === undefined)) {
		return `This machine does not have the address ${host}. Choose another one with HOST.`;
	}
	if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') {
		return `Port ${port} may not be used by this person. Choose one above 1023 with PORT.`;
	}
	if (databaseUrl !== undefined) return explainPostgres(code);
	if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY'].some((start) => code.startsWith(start))) {
		return `The folder ${dataDir} cannot be written to. Give this person the right to, or choose another one with DATA_DIR.`;
	}
	if (['EEXIST', 'ENOTDIR', 'ENOENT'].includes(code) || code.startsWith('SQLITE_CANTOPEN')) {
		return `The folder ${dataDir} cannot be opened. Check that it is a folder that can be written to, or choose another one with DATA_DIR.`;
	}
	if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
		return `The database in the folder ${dataDir} is damaged. Nothing was changed. Put a backup in its place.`;
	}
	if (code.startsWith('SQLITE_IOERR')) {
		return `The disk that holds the folder ${dataDir} is full, or it fails. Make room or check it, then start again.`;
	}
	return undefined;
}

/** The address holds a password, so it is never repeated. */
function explainPostgres(code: string): string | undefined {
	const check = 'Check DATABASE_URL.';
	if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN'].includes(code)) {
		return `The database does not answer. Is it running? ${check}`;
	}
	if (code.startsWith('28')) return `The database does not accept this name or password. ${check}`;
	if (code === '3D000') return `There is no such database. ${check}`;
	if (code === '42501') return `This name has too few rights in the database. ${check}`;
	return undefined;
}
