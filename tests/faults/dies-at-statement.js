/**
 * Loaded before the server's own code (`node --import`): kills its process, as the power does, when
 * it is about to run the statement of the number DIES_AT_STATEMENT. Both kinds of database.
 */
import Sqlite from 'better-sqlite3';
import pg from 'pg';

let left = Number(process.env.DIES_AT_STATEMENT);

function count() {
	left -= 1;
	if (left === 0) process.kill(process.pid, 'SIGKILL');
}

const { prepare } = Sqlite.prototype;
Sqlite.prototype.prepare = function (text) {
	const statement = prepare.call(this, text);
	for (const name of ['run', 'all', 'get', 'iterate']) {
		const inner = statement[name];
		statement[name] = function (...values) {
			count();
			return inner.apply(this, values);
		};
	}
	return statement;
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...asked) {
	count();
	return query.apply(this, asked);
};
