/** The plan for a calendar program that subscribes to it. */
import { planFeed } from '#features/plan-out/feed/feed.ts';
import { postRecord } from '#features/posts/record.ts';
import { feedRoute } from '#server/feed-route.ts';

export const GET = feedRoute({ kind: postRecord.kind, write: planFeed });
