/**
 * `npm start`: checks Node's version, builds the app when its source is newer, starts the server.
 *
 * Plain JavaScript without a static import, so that a Node too old for the rest still gets as far
 * as the message. `--build-only` stops after the build; the tests use it.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
	process.stderr.write(
		`Noticeboard needs Node 22.18 or newer. This is Node ${process.versions.node}.\n` +
			'Run "npm ci" and then "npm start": that brings its own Node where there is one for your system.\n' +
			'Or install Node 24 from https://nodejs.org.\n'
	);
	process.exit(1);
}

const { spawn } = await import('node:child_process');
const { existsSync, readdirSync, statSync } = await import('node:fs');
const { dirname, join } = await import('node:path');
const { fileURLToPath } = await import('node:url');

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const built = join(root, 'build', 'handler.js');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

const reason = reasonToBuild();
if (reason) await build(reason);
if (!process.argv.includes('--build-only')) await import('./main.ts');

/** Why the app must be built first; undefined when what is built is good. */
function reasonToBuild() {
	if (!existsSync(built)) return 'The app is not built yet';
	// Where only the parts that run are installed, what came with them is what there is.
	if (!existsSync(vite)) return undefined;
	const newest = Math.max(...sources.map((name) => lastChange(join(root, name))));
	return newest > statSync(built).mtimeMs ? 'The app has changed since it was built' : undefined;
}

/**
 * When anything under this path last changed (ms). Tests are not part of the app.
 *
 * @param {string} path
 * @returns {number}
 */
function lastChange(path) {
	if (!existsSync(path) || /\.test\.ts$/.test(path)) return 0;
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	// A folder's own time tells that a file in it was removed.
	return Math.max(mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/** @param {string} why */
async function build(why) {
	if (!existsSync(vite)) {
		process.stderr.write(`${why}. Run "npm ci" and "npm run build", then "npm start".\n`);
		process.exit(1);
	}

	process.stdout.write(`${why}. Building it now; this takes a minute.\n`);
	const builder = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	/** @param {NodeJS.Signals} signal */
	const passOn = (signal) => builder.kill(signal);
	process.on('SIGINT', passOn);
	process.on('SIGTERM', passOn);
	const code = await new Promise((resolve) => builder.once('exit', resolve));
	process.off('SIGINT', passOn);
	process.off('SIGTERM', passOn);
	if (code === 0) return;

	process.stderr.write('The app could not be built, so it was not started. The reason is above.\n');
	process.exit(1);
}
