/** The plan and one's own turns, for a calendar program that subscribes to them. */
import { feedKinds, planFeed } from '#features/plan-out/feed/feed.ts';
import { feedRoute } from '#server/feed-route.ts';

export const GET = feedRoute({ kinds: feedKinds, write: planFeed });
