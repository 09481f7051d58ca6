/**
 * A made-up signature: nobody's hand.
 */
/** Three waves, as a finger would draw them. */
export const signature = [
	Array.from({ length: 40 }, (_, at) => [
		800 + at * 190,
		1500 + Math.round(600 * Math.sin(at / 2.2)) + (at % 7) * 30,
		at * 24
	]).flat()
];
