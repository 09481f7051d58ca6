/**
 * Loaded before the server's own code (`node --import`): kills its process, as the power does, when
 * it is about to run the statement of the number DIES_AT_STATEMENT. Both kinds of database.
 */
import Sqlite from 'better-sqlite3';
import pg from 'pg';

let left = Number(process.env.DIES_AT_STATEMENT);

/** From now on each call of this method counts first. */
function counted(owner: object, name: string): void {
	const inner: unknown = Reflect.get(owner, name);
	if (typeof inner !== 'function') throw new Error(`There is no ${name} to count.`);
	Reflect.set(owner, name, function (this: unknown, ...asked: unknown[]): unknown {
		left -= 1;
		if (left === 0) process.kill(process.pid, 'SIGKILL');
		const given: unknown = Reflect.apply(inner, this, asked);
		return given;
	});
}

const { prototype } = Sqlite;
const prepare: unknown = Reflect.get(prototype, 'prepare');
if (typeof prepare !== 'function') throw new Error('Statements are not prepared any more.');
Reflect.set(prototype, 'prepare', function (this: unknown, ...asked: unknown[]): unknown {
	const statement: unknown = Reflect.apply(prepare, this, asked);
	if (statement instanceof Object) {
		for (const name of ['run', 'all', 'get', 'iterate']) counted(statement, name);
	}
	return statement;
});
counted(pg.Client.prototype, 'query');
