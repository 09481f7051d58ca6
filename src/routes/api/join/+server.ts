/** Uses an invite up and signs this browser in. */
import { joinSchema, letIn } from '#server/joining.ts';
import { openRouteWith } from '#server/route.ts';

export const POST = openRouteWith({ takes: joinSchema }, letIn);
