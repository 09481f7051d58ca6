/**
 * A signature by finger. Each stroke is x, y, ms, x, y, ms …: places in ten-thousandths of the
 * width of the box, milliseconds since the stroke began.
 */
import * as z from 'zod/mini';

export const signatureSchema = z
	.array(z.array(z.int()).check(z.minLength(3), z.maxLength(4500)))
	.check(
		z.minLength(1, 'Sign in the box.'),
		z.maxLength(100, 'Clear the box and sign again with fewer strokes.'),
		z.refine(
			(strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= 6000,
			'The signature is too long. Clear the box and sign again.'
		)
	);
export type Signature = z.infer<typeof signatureSchema>;
