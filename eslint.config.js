/**
 * The lint. Every rule is an error, there are no warnings and no list of exceptions.
 *
 * Code in `domain`, `checks` and the `.ts` of features runs on the device and again on the server,
 * so the last block takes the clock, chance and the platform away from it.
 */
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

export default defineConfig(
	{ ignores: ['build/', '.svelte-kit/', 'coverage/', 'test-results/', 'data/'] },
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'no-console': 'error',
			eqeqeq: 'error',
			'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
			'no-restricted-imports': ['error', { patterns: ['../../*', '../**/..'] }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'id-denylist': ['error', 'data', 'info', 'obj', 'tmp', 'temp', 'util', 'helper']
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		rules: {
			'svelte/button-has-type': 'error',
			'svelte/no-unused-props': 'error',
			'svelte/require-each-key': 'error',
			'svelte/no-at-html-tags': 'error',
			'svelte/no-target-blank': 'error',
			'svelte/no-navigation-without-resolve': 'error',
			'prefer-const': 'off',
			'svelte/prefer-const': 'error'
		}
	},
	{
		files: ['src/domain/**/*.ts', 'src/checks/**/*.ts', 'src/features/**/*.ts'],
		ignores: ['**/*.svelte.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...['fetch', 'crypto', 'indexedDB', 'localStorage', 'sessionStorage', 'caches'],
				...['navigator', 'window', 'document', 'setTimeout', 'setInterval', 'process']
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Take the time from the context.' },
				{ object: 'Math', property: 'random', message: 'Take the id from the arguments.' }
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
					message: 'Take the time from the context.'
				}
			]
		}
	},
	{ files: ['**/*.js', '**/.*.js'], extends: [ts.configs.disableTypeChecked] },
	{
		// Here addresses arrive whole, from outside or from a record type.
		files: ['src/ui/**/*.svelte', 'src/parts/**/*.svelte', 'src/features/today/*.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }] }
	}
);
