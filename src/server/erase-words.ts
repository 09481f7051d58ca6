/**
 * The words to be erased, found in any text and put out of it.
 *
 * A name counts in whatever case, with whatever stands between its parts ('zenobia.quillwort@…'),
 * and not inside a longer word: erasing Ann leaves Annual alone.
 */
/** What stands in a sentence where a name stood. */
export const instead = 'someone';

const between = '[\\s\\p{P}\\p{S}]{0,3}';
const noLetter = '[\\p{L}\\p{M}\\p{N}]';

export class ErasedWords {
	readonly #pattern: RegExp | undefined;

	constructor(words: readonly string[]) {
		const patterns = words
			.map((word) => partsOf(word).map(escape).join(between))
			.filter((pattern) => pattern !== '')
			.sort((one, other) => other.length - one.length);
		this.#pattern =
			patterns.length === 0
				? undefined
				: new RegExp(`(?<!${noLetter})(?:${patterns.join('|')})(?!${noLetter})`, 'giu');
	}

	/** In any text anywhere in a JSON value. */
	areIn(value: unknown): boolean {
		if (typeof value === 'string') return this.#isIn(value);
		if (typeof value !== 'object' || value === null) return false;
		return Object.values(value).some((each) => this.areIn(each));
	}

	/** The same value without the words. `whole` stands where nothing but a word stood. */
	without(value: unknown, put: { readonly whole: unknown; readonly part: string }): unknown {
		if (typeof value === 'string') return this.#withoutIn(value, put);
		if (Array.isArray(value)) return value.map((each) => this.without(each, put));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([field, each]) => [field, this.without(each, put)])
		);
	}

	#isIn(text: string): boolean {
		if (!this.#pattern || isPicture(text)) return false;
		this.#pattern.lastIndex = 0;
		return this.#pattern.test(text);
	}

	#withoutIn(text: string, { whole, part }: { whole: unknown; part: string }): unknown {
		if (!this.#pattern || isPicture(text)) return text;
		const left = text.replaceAll(this.#pattern, '');
		if (left !== text && left.trim() === '') return whole;
		return text.replaceAll(this.#pattern, part);
	}
}

/** The parts of a name that may stand alone: 'Zenobia', 'Quillwort'. */
export function partsOf(name: string): string[] {
	return name.split(/[\s\p{P}\p{S}]+/u).filter((part) => part !== '');
}

/** Letters by chance, thousands of them. */
function isPicture(text: string): boolean {
	return text.startsWith('data:');
}

function escape(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
