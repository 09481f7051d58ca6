/** The middle of some kinds of posts among very many, beside putting all in order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answers, kindsOf, withTraits } from '../results/traits.ts';
import { columnOf, inOrder, middle } from './middle.ts';
import { timesOfUsual, type Compared } from './scores.ts';
import { middleOfSide, settled, sideOf } from './sides.ts';

const { young, picture, weekend } = answers;
const post = fc.record({
	seen: fc.oneof(fc.nat({ max: 90 }), fc.integer({ min: 400_000, max: 400_009 })),
	traits: fc.constantFrom(0, young, picture, weekend, picture | weekend, picture | young)
});
type Posts = readonly { readonly seen: number; readonly traits: number }[];

function comparedOf(posts: Posts, usual: number): Compared {
	const all = inOrder([columnOf(posts.map(({ seen, traits }) => withTraits(seen, traits)))]);
	return { usual, posts: all, kinds: kindsOf(all) };
}

test('is exact through many blocks of posts, also of two names; the young are left out', () => {
	const some = fc.array(post, { minLength: 300, maxLength: 1200, size: 'max' });
	fc.assert(
		fc.property(some, some, fc.boolean(), (views, reach, hasTwo) => {
			const names = hasTwo
				? [
						{ posts: views, usual: 7 },
						{ posts: reach, usual: 5 }
					]
				: [{ posts: views, usual: 7 }];
			const all = settled(names.map(({ posts, usual }) => comparedOf(posts, usual)));

			for (const isPicture of [true, false]) {
				const side = sideOf(all, (traits) => ((traits & picture) !== 0) === isPicture);
				const own = names.flatMap(({ posts, usual }) =>
					posts
						.filter(
							({ traits }) => (traits & young) === 0 && ((traits & picture) !== 0) === isPicture
						)
						.map(({ seen }) => timesOfUsual(seen, usual))
				);
				expect(side.size).toBe(own.length);
				expect(middleOfSide(side, all)).toBe(middle(own));
			}
		}),
		{ numRuns: 30 }
	);
});
