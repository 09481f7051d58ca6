/**
 * The answer 'no': a value that a mutation returns, never an exception.
 *
 * The message is read by a person, so it says what is the case and what to do.
 */
import * as z from 'zod/mini';

export const refusalSchema = z.object({
	code: z.string(),
	message: z.string(),
	/** The argument that is at fault, as a path ('changes.title'), where one is. */
	field: z.optional(z.string())
});
export type Refusal = z.infer<typeof refusalSchema>;

export function refuse(code: string, message: string, field?: string): Refusal {
	return field === undefined ? { code, message } : { code, message, field };
}
