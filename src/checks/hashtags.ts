/**
 * Where hashtags are in a text, and what PC-15 says about them. Asked for by S0-40 and S0-42.
 *
 * A `#` inside a web link is no tag.
 */
import {
	type CheckSettings,
	type Finding,
	findingOn,
	plainContext,
	quoted,
	type TargetAccount,
	type TextCheck
} from './check.ts';
import { limitsFor } from './platforms.ts';
import { findIn, type Found, type Reading, readingOf } from './reading.ts';
import { linksIn } from './text-words.ts';

export const tagPattern = /#[\p{L}\p{N}_]*/gu;
const longestTag = 30;
const why = 'A tag that is broken or odd does not help people to find us.';

export interface Tag extends Found {
	/** Without `#`. */
	readonly name: string;
}

export const hashtags: TextCheck = {
	id: 'PC-15',
	title: 'Hashtags',
	gravest: 'warn',
	sources: ['S0-40', 'S0-42'],
	patterns: [tagPattern],
	run(text, settings, { accounts } = plainContext) {
		const reading = readingOf(text);
		const tags = tagsIn(reading);
		const names = new Set<string>();
		const findings: Finding[] = [];
		for (const tag of tags) {
			const trouble = troubleWith(reading, tag, names, settings);
			if (tag.name !== '') names.add(tag.name.toLowerCase());
			if (trouble)
				findings.push(findingOn(tag, { check: 'PC-15', level: 'hint', why, ...trouble }));
		}
		const count = tags.filter(({ name }) => name !== '').length;
		return [...findings, ...accounts.flatMap((account) => tooMany(count, account, settings))];
	}
};

export function tagsIn(reading: Reading): Tag[] {
	const links = linksIn(reading);
	let next = 0;
	return findIn(reading, tagPattern)
		.filter(({ start }) => {
			while ((links[next]?.end ?? Infinity) <= start) next++;
			return (links[next]?.start ?? Infinity) > start;
		})
		.map((found) => ({ ...found, name: found.words.slice(1) }));
}

type Trouble = Pick<Finding, 'saw' | 'todo'> & Partial<Pick<Finding, 'fix' | 'why' | 'level'>>;

function troubleWith(
	{ plain }: Reading,
	{ name, words, start, end }: Tag,
	names: ReadonlySet<string>,
	{ knownTags }: CheckSettings
): Trouble | undefined {
	if (name === '') {
		return { saw: 'It stands alone.', todo: 'Put it right in front of a word, or take it out.' };
	}
	if (/[^\s(["'“‘]/.test(plain.charAt(start - 1))) {
		const fix = { label: 'Put in a space', text: ` ${words}` };
		return { saw: 'There is no space in front of it.', todo: 'Put a space in front.', fix };
	}
	if (/^[-'’&@][\p{L}\p{N}]/u.test(plain.slice(end, end + 2))) {
		const saw = `The sign ${quoted(plain.charAt(end))} after it breaks the tag.`;
		return { saw, todo: 'Use letters and numbers only.' };
	}
	if (/^\p{N}+$/u.test(name)) {
		return { saw: 'It has only numbers.', todo: 'Add a word to it.' };
	}
	if (name.length > longestTag) {
		return { saw: 'It is very long.', todo: 'Use a shorter tag.' };
	}
	if (names.has(name.toLowerCase())) {
		return { saw: 'You have used this tag before.', todo: 'Keep one of them.' };
	}
	return unknownTag(name, knownTags);
}

/** Only where the group keeps a list of tags that it has looked up. Source: S0-42. */
function unknownTag(name: string, knownTags: CheckSettings['knownTags']): Trouble | undefined {
	if (!knownTags) return undefined;
	const known = knownTags.find(({ tag }) => tag.toLowerCase() === name.toLowerCase());
	if (known?.isClean) return undefined;
	return {
		level: 'warn',
		saw: known?.isOld
			? 'It is a long time since someone looked up this tag.'
			: 'Nobody has looked up this tag yet.',
		why: 'Others may use the same tag for things that we do not stand beside.',
		todo: 'Search for it first, and note what you saw.'
	};
}

function tooMany(count: number, account: TargetAccount, settings: CheckSettings): Finding[] {
	const { hashtags: limit, name } = limitsFor(account.platform, settings.limits, account.id);
	const isOver = limit.max !== null && count > limit.max;
	if (!isOver && (limit.advised === null || count <= limit.advised)) return [];
	return [
		{
			check: 'PC-15',
			level: isOver ? 'warn' : 'hint',
			saw: `We counted ${count} hashtags for ${quoted(account.name)}.`,
			why: isOver
				? `${name} takes ${limit.max ?? 0}. It may drop the rest or hide the post.`
				: 'A text full of tags is hard to read.',
			todo: `Keep the best ${isOver ? (limit.max ?? 0) : (limit.advised ?? 0)}.`,
			field: 'text',
			account: account.id
		}
	];
}
