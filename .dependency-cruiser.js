/** The import law. Every rule says what to do instead, so that a newcomer can act on a red build. */
const screen = '\\.svelte(\\.ts)?$';
const test = '\\.test\\.ts$';
const composition = '^src/(routes/|hooks\\.server\\.ts$|server/(seed[^/]*|demo|cli)\\.ts$)';
const serverEntry = '^src/(server/|hooks\\.server\\.ts|routes/.*\\+(page|layout)?\\.?server\\.ts$)';
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
	forbidden: [
		rule('no-cycles', 'Move what both need into the lower of the two.', {}, { circular: true }),
		rule(
			'domain-imports-nothing',
			'Domain code may use zod, the text merge and itself. Take the clock, ids and storage from arguments.',
			{ path: '^src/domain/', pathNot: test },
			{ pathNot: '^src/domain/|^node_modules/(zod|node-diff3)/' }
		),
		rule(
			'checks-know-domain',
			'A post check may use domain, zod and other checks only.',
			{ path: '^src/checks/', pathNot: test },
			{ pathNot: '^src/(checks|domain)/|^node_modules/zod/' }
		),
		rule(
			'feature-ts-is-pure',
			'In a feature, .ts runs on device and server. Put browser code in .svelte or .svelte.ts.',
			{ path: '^src/features/', pathNot: [screen, test] },
			{
				path: ['^node_modules/(?!zod/)', '^src/(?!domain/|checks/|features/)', screen]
			}
		),
		rule(
			'feature-file-names',
			'A feature has record, mutations, rules, guidance and screens. Ask before adding a sixth word.',
			{},
			{
				path: '^src/features/[^/]+/[^/]+\\.ts$',
				pathNot: ['/(record|mutations|rules|guidance)\\.ts$', screen, test]
			}
		),
		rule(
			'features-meet-in-records-and-rules',
			'Use another feature only through its record.ts and rules.ts. GuidanceBox is for every screen.',
			{ path: '^src/features/([^/]+)/', pathNot: test },
			{
				path: '^src/features/[^/]+/',
				pathNot: [
					'^src/features/$1/',
					'/(record|rules)\\.ts$',
					'^src/features/guidance/GuidanceBox\\.svelte$'
				]
			}
		),
		rule(
			'screens-know-store-and-ui',
			'A screen reads and mutates the store. Sync is not its business.',
			{ path: '^src/features/', pathNot: test },
			{ path: '^src/(sync|server|routes|service-worker)/' }
		),
		rule(
			'registry-is-for-composition',
			'Only the composition roots (app layout, sync routes), the seed, the commands and tests see the registry.',
			{ path: '^src/', pathNot: [composition, test] },
			{ path: '^src/features/registry\\.ts$' }
		),
		rule(
			'engine-names-no-feature',
			'Store, sync, server, ui and parts are handed what they need; they never import a feature.',
			{ path: '^src/(store|sync|server|ui|parts)/', pathNot: [composition, test] },
			{ path: '^src/(features|routes|checks)/' }
		),
		rule(
			'store-knows-domain',
			'Store may use domain only.',
			{ path: '^src/store/', pathNot: test },
			{ path: '^src/(sync|server|ui|parts|service-worker)/' }
		),
		rule(
			'sync-knows-store',
			'Sync may use store and domain only.',
			{ path: '^src/sync/', pathNot: test },
			{ path: '^src/(server|ui|parts|service-worker)/' }
		),
		rule(
			'ui-knows-nobody',
			'Ui may use domain only.',
			{ path: '^src/ui/', pathNot: test },
			{ path: '^src/(store|sync|server|parts|service-worker)/' }
		),
		rule(
			'parts-know-no-feature',
			'A part of a screen may use domain, store, sync and ui.',
			{ path: '^src/parts/', pathNot: test },
			{ path: '^src/(server|service-worker)/' }
		),
		rule(
			'server-knows-domain',
			'Server may use domain only.',
			{ path: '^src/server/', pathNot: test },
			{ path: '^src/(store|sync|ui|parts|service-worker)/' }
		),
		rule(
			'service-worker-keeps-the-app-only',
			'The service worker never touches records: it may use its own folder and Workbox.',
			{ path: '^src/service-worker/', pathNot: test },
			{ path: '^src/(?!service-worker/)' }
		),
		rule(
			'dexie-is-for-the-store',
			'Only the store talks to IndexedDB. Ask the store.',
			{ path: '^src/', pathNot: ['^src/store/', test] },
			{ path: '^node_modules/dexie/' }
		),
		rule(
			'server-stays-on-the-server',
			'Only server entry points may import src/server.',
			{ path: '^src/', pathNot: [serverEntry, test] },
			{ path: '^src/server/' }
		),
		rule(
			'server-reaches-no-browser-code',
			'Something on the way from this entry point pulls in Dexie or a screen.',
			{ path: serverEntry, pathNot: test },
			{ path: ['^node_modules/dexie/', screen], reachable: true }
		),
		rule(
			'src-imports-no-tests',
			'Move the shared part to src, or the test to tests.',
			{ path: '^src/', pathNot: test },
			{ path: `^(tests|bench)/|${test}` }
		),
		rule(
			'resolves',
			'The import leads nowhere.',
			{},
			{
				couldNotResolve: true,
				pathNot: ['^\\$', '\\$types$']
			}
		)
	],
	required: [
		{
			name: 'screens-show-guidance',
			comment: "Every screen shows its feature's do's and don'ts.",
			severity: 'error',
			module: { path: '^src/features/([^/]+)/[^/]+Screen\\.svelte$' },
			to: { path: '^src/features/$1/guidance\\.ts$' }
		}
	],
	options: {
		doNotFollow: { path: '^node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'default', 'types']
		}
	}
};
