/**
 * Every package we install has a licence we can live with, and every version is an exact one.
 *
 * A package whose licence is not in the lists below stops the build until a person has decided.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/** Permissive: we may use, change and pass on the work, in return for naming it. */
const permissive = new Set([
	...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'],
	...['Unlicense', 'CC0-1.0', 'Python-2.0', 'Zlib']
]);

/** Shared back file by file. Fine for tools, which are never part of what we pass on. */
const forToolsOnly = new Set(['MPL-2.0']);

/** The packages that somebody decided about, and why. */
const decided: readonly { name: RegExp; licence: string; why: string }[] = [
	{
		name: /^@img\/sharp-(libvips-[\w-]+|[\w-]+)$/,
		licence: 'LGPL-3.0-or-later',
		why: 'libvips is a library of its own beside sharp, unchanged, and anyone may replace it'
	},
	{
		name: /^twitter-text$/,
		licence: 'none named',
		why: 'its LICENSE file is Apache-2.0; its package.json forgets to say so'
	},
	{
		name: /^web-push$/,
		licence: 'MPL-2.0',
		why: 'used unchanged as a package of its own; only changes to its own files would be shared back'
	}
];

/** TypeScript's patch versions fix its own faults and never change what we ship. */
const mayRange = new Set(['typescript']);

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const lockfile = z.object({
	packages: z.record(
		z.string(),
		z.object({ license: z.optional(z.string()), dev: z.optional(z.boolean()) })
	)
});
const versions = z.optional(z.record(z.string(), z.string()));
const manifest = z.object({
	dependencies: versions,
	devDependencies: versions,
	optionalDependencies: versions,
	overrides: versions
});
const installed = z.object({
	license: z.optional(z.union([z.string(), z.object({ type: z.string() })])),
	licenses: z.optional(z.array(z.object({ type: z.string() })))
});

const problems = [...looseVersions(), ...unknownLicences()];
for (const problem of problems) process.stdout.write(`${problem}\n`);
if (problems.length === 0) process.stdout.write('Every licence and every version is in order.\n');
process.exitCode = problems.length === 0 ? 0 : 1;

function looseVersions(): string[] {
	const groups = Object.values(manifest.parse(read('package.json')));
	return groups
		.flatMap((group) => Object.entries(group ?? {}))
		.filter(([name, version]) => !mayRange.has(name) && !/^\d+\.\d+\.\d+$/.test(version))
		.map(([name, version]) => `${name} ${version}: write one exact version in package.json.`);
}

function unknownLicences(): string[] {
	return Object.entries(lockfile.parse(read('package-lock.json')).packages)
		.filter(([path]) => path !== '')
		.flatMap(([path, { license, dev }]) => {
			const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
			const expression = license ?? licenceOnDisk(path) ?? 'none named';
			const isFine = allows(expression, (licence) => isAllowed(name, licence, dev === true));
			return isFine ? [] : [`${name}: its licence (${expression}) is not on our list.`];
		});
}

function isAllowed(name: string, licence: string, isTool: boolean): boolean {
	if (permissive.has(licence) || (isTool && forToolsOnly.has(licence))) return true;
	return decided.some((entry) => entry.licence === licence && entry.name.test(name));
}

/** Reads 'A AND B' and '(A OR B)', one level deep, which is all that packages use. */
function allows(expression: string, isFine: (licence: string) => boolean): boolean {
	const alternatives = expression.replaceAll(/[()]/g, '').split(' OR ');
	return alternatives.some((alternative) => alternative.split(' AND ').every(isFine));
}

/** Older packages leave the licence out of the lockfile; their own package.json has it. */
function licenceOnDisk(path: string): string | undefined {
	const file = join(path, 'package.json');
	if (!existsSync(join(root, file))) return undefined;
	const { license, licenses } = installed.parse(read(file));
	if (typeof license === 'string') return license;
	return license?.type ?? licenses?.map(({ type }) => type).join(' OR ');
}

function read(path: string): unknown {
	return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
