/** The ways in which platforms count a text; count.ts does the counting. */
export const countingRules = [
	/** JavaScript string length (UTF-16): never less than what a person would count. */
	'characters',
	/** What a person sees as one sign: a family emoji is 1. */
	'graphemes',
	'utf8-bytes',
	'x-weighted',
	'mastodon',
	/** How many text messages (SMS) it takes. */
	'text-messages'
] as const;
export type CountingRule = (typeof countingRules)[number];
