/**
 * A link to a page. Only https, so that a link can never run code.
 */
import * as z from 'zod/mini';

const most = 400;

/** `tooLong` is said at the field when the link has more than 400 letters. */
export const webAddress = (tooLong = `Use ${most} letters or fewer.`) =>
	z
		.string()
		.check(
			z.trim(),
			z.maxLength(most, tooLong),
			z.regex(/^https:\/\/[^\s/]+\S*$/i, 'Enter a web address that starts with https://.')
		);

/** '' where there is none. */
export const webAddressOrNone = z.union([z.literal(''), webAddress()]);
