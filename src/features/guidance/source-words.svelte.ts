/**
 * Where a line comes from, in words. The words are fetched once, when the first line is shown.
 *
 * Until they are here the id stands alone; it is never wrong, only short.
 */
import type * as Sources from './sources/sources.ts';

class SourceWords {
	#known = $state.raw<typeof Sources>();
	#asked = false;

	/** 'Have a plan, with aims that you all agree. (Gloucestershire guideline …, S0-13)' */
	of(source: string): string {
		void this.#ask();
		const sentence = this.#known?.sources[source];
		if (!this.#known || sentence === undefined) return `Source ${source}`;
		return `${sentence} (${this.#known.documentOf(source)}, ${source})`;
	}

	async #ask(): Promise<void> {
		if (this.#asked) return;
		this.#asked = true;
		try {
			this.#known = await import('./sources/sources.ts');
		} catch {
			// The file is not on this phone yet; the next screen asks again.
			this.#asked = false;
		}
	}
}

export const sourceWords = new SourceWords();
