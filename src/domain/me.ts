/** Who a device belongs to: all that the first screen needs of what device and server say. */
import * as z from 'zod/mini';
import { roles } from './roles.ts';

/** The session's person, told to the device at joining and at each start. */
export const meSchema = z.object({
	personId: z.string(),
	practiceId: z.string(),
	name: z.string(),
	role: z.enum(roles),
	practiceName: z.string()
});
export type Me = z.infer<typeof meSchema>;
