/**
 * What one person should do now, soonest first, gathered from all features.
 *
 * A line appears only for those who can act on it.
 */
import { ofAnswers } from './todos/answers.ts';
import { ofChoices } from './todos/choices.ts';
import { ofComments } from './todos/comments.ts';
import { ofConsents, ofVenues } from './todos/consents.ts';
import { ofBeginnings, ofInsights, ofPledge } from './todos/group.ts';
import { ofLookingBack } from './todos/looking-back.ts';
import { ofMeetings } from './todos/meetings.ts';
import { ofPictures } from './todos/pictures.ts';
import { ofPosts } from './todos/posts.ts';
import { ofRota } from './todos/rota.ts';
import { ofLater, ofTakeDowns, withoutListed } from './todos/take-downs.ts';
import { ofToldStories } from './todos/told-stories.ts';
import type { Todo, TodayFacts } from './todos/todo.ts';

export function todosFor(facts: TodayFacts): Todo[] {
	const todos = [
		...ofTakeDowns(facts),
		...ofComments(facts),
		...ofPictures(withoutListed(facts)),
		...ofToldStories(withoutListed(facts)),
		...ofChoices(facts),
		...ofPledge(facts),
		...ofPosts(facts),
		...ofAnswers(facts),
		...ofConsents(facts),
		...ofLater(facts),
		...ofVenues(facts),
		...ofRota(facts),
		...ofMeetings(facts),
		...ofInsights(facts),
		...ofLookingBack(facts),
		...ofBeginnings(facts)
	];
	return todos.sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}
