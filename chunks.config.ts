/**
 * Which modules travel together. Left alone, the build makes some fifty small files of the first
 * screen, and Brotli finds little to save in a small file.
 *
 * `start`: what every page needs, signed in or not. `today`: what else Today imports statically,
 * and `libraries` those packages of it that stay the same when the app changes. `rest`: what every
 * device loads after the first screen; `packs`: what of it a device with old records reads sooner.
 */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'vite';

type Group = NonNullable<Rolldown.CodeSplittingOptions['groups']>[number];
type Build = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

const here = import.meta.dirname;
const kit = realpathSync(join(here, 'node_modules/@sveltejs/kit'));
const clientApp = join(here, '.svelte-kit/generated/client-optimized/app.js');
const signedIn = 'src/routes/(app)';

const onEveryPage = [
	join(kit, 'src/runtime/client/entry.js'),
	clientApp,
	join(here, 'src/routes/+layout.svelte'),
	join(here, 'src/routes/+error.svelte')
];
const signIn = [
	join(here, 'src/routes/(public)/+layout.svelte'),
	join(here, 'src/routes/(public)/sign-in/+page.svelte')
];
const today = ['+layout.svelte', '+layout.ts', '+page.svelte'].map((file) =>
	join(here, signedIn, file)
);
const afterwards = [
	'features/registry.ts',
	'sync/start.ts',
	'store/keep.ts',
	'store/photos.ts',
	'store/search.ts',
	'store/news.ts'
].map((file) => join(here, 'src', file));

const sooner = [join(here, 'src/store/packed-rows.ts')];

const names = ['start', 'libraries', 'today', 'packs', 'rest'] as const;
type Name = (typeof names)[number];

/** Groups for one build; they are empty when it is the server's. */
export function firstScreenGroups(): Group[] {
	let modules: Record<Name, ReadonlySet<string>> | undefined;
	return names.map((name, place) => ({
		name: (id, build) => ((modules ??= sorted(build))[name].has(id) ? name : null),
		priority: names.length - place
	}));
}

function sorted(build: Build): Record<Name, ReadonlySet<string>> {
	const isClient = build.getModuleInfo(clientApp) !== null;
	const everywhere = importedBy(onEveryPage, build);
	const whenSignedOut = importedBy(signIn, build);
	const shown = isClient ? importedBy([...onEveryPage, ...today], build) : new Set<string>();
	const later = isClient ? importedBy(afterwards, build) : new Set<string>();
	const packs = isClient ? importedBy(sooner, build) : new Set<string>();
	const isCommon = (id: string) => everywhere.has(id) || whenSignedOut.has(id);
	const own = [...shown].filter((id) => !isCommon(id));
	return {
		start: new Set([...shown].filter(isCommon)),
		libraries: new Set(own.filter(isBought)),
		today: new Set(own.filter((id) => !isBought(id))),
		packs: new Set([...packs].filter((id) => !shown.has(id))),
		rest: new Set([...later].filter((id) => !shown.has(id) && !packs.has(id)))
	};
}

function isBought(id: string): boolean {
	return id.includes('/node_modules/');
}

/** These and all that they import statically, each once. */
function importedBy(ids: readonly string[], build: Build): Set<string> {
	const found = new Set<string>();
	const open = [...ids];
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (found.has(id)) continue;
		found.add(id);
		open.push(...(build.getModuleInfo(id)?.importedIds ?? []));
	}
	return found;
}
