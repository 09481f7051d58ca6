/**
 * What SvelteKit knows about one request and one page.
 *
 * Extend these in the file that fills them; a field here is a promise to every route.
 */
declare global {
	namespace App {
		interface Error {
			/** What a person can quote when they ask for help; leads to one line of the log. */
			reference?: string;
		}
	}
}

export {};
