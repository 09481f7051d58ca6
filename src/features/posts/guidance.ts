/**
 * The do's and don'ts of the plan and of a post. Ids never change; the group may reword a line.
 */
import type { GuidanceLine, ScreenGuidance } from '#domain/guidance.ts';

function line(
	kind: 'do' | 'dont',
	id: string,
	text: string,
	sources: string,
	when?: readonly string[]
): GuidanceLine {
	return { id, kind, text, sources: sources.split(' '), ...(when && { when }) };
}

export const planGuidance: ScreenGuidance = {
	screen: 'plan',
	lines: [
		line('do', 'plan-one-aim', 'Give each post one aim.', 'S0-1 S1-15', ['new']),
		line('do', 'plan-when', 'Plan what goes out and when. Leave room for news.', 'S0-14 S0-13', [
			'month',
			'list'
		]),
		line('do', 'plan-online', 'Post when your followers are online.', 'S0-15'),
		line('do', 'plan-mix', 'Mix it up: news, tips, questions, thanks.', 'S0-37 S1-27 S1-31 S1-32', [
			'month'
		]),
		line('do', 'plan-health-days', 'Join health days that fit your patients.', 'S1-22 S3-17'),
		line('do', 'plan-ask', 'Ask a question, then tell people what you heard.', 'S0-45 S0-46'),
		line('do', 'plan-reach', 'Think who you want to reach. Who do you often miss?', 'S1-62'),
		line('do', 'plan-practice-share', 'Ask the practice to share your post.', 'S0-12'),
		line('do', 'plan-local', 'Go where local people already talk.', 'S0-51'),
		line('do', 'plan-hashtag', 'Check a hashtag before you use it. Is it clean?', 'S0-42'),
		line('do', 'plan-ahead', 'Plan posts for times when no one is free to write.', 'S2-7 S0-52', [
			'list'
		]),
		line('dont', 'plan-press-release', 'Don’t just paste a press release.', 'S0-38'),
		line('dont', 'plan-too-much', 'Don’t plan more than your team can look after.', 'S0-52 S2-8', [
			'month'
		]),
		line('dont', 'plan-children', 'Don’t aim posts at children too young for the site.', 'S3-36'),
		line(
			'dont',
			'plan-politics',
			'Don’t plan party politics. In the weeks before a vote, stick to service news.',
			'S3-29 S3-31 S3-32'
		),
		line(
			'dont',
			'plan-gaps',
			'Don’t leave gaps of weeks. People will think you have gone.',
			'S0-53',
			['list', 'empty']
		)
	]
};

export const postGuidance: ScreenGuidance = {
	screen: 'post',
	lines: [
		line('do', 'post-facts', 'Check the facts. Add a link to where they come from.', 'S0-9 S0-33', [
			'text',
			'source'
		]),
		line('do', 'post-headline', 'Read past the headline before you share a story.', 'S0-10', [
			'source'
		]),
		line(
			'do',
			'post-neighbour',
			'Write like you talk to a neighbour. Use short words.',
			'S4-49 S0-38',
			['text']
		),
		line(
			'do',
			'post-point',
			'Point people to the NHS website, 111 or their own practice.',
			'S1-43 S2-2'
		),
		line('do', 'post-credit', 'Say who made the picture or the words.', 'S0-43 S0-44', [
			'pictures',
			'credit'
		]),
		line('do', 'post-describe', 'Describe each picture for people who cannot see it.', 'S4-66', [
			'pictures'
		]),
		line(
			'do',
			'post-hashtag',
			'Start each word in a hashtag with a capital, like #FluJab.',
			'S4-66 S0-40'
		),
		line('do', 'post-second-eyes', 'Ask someone else to read it first.', 'S0-55', ['ready']),
		line('do', 'post-ask', 'Ask if you are not sure. Waiting is fine.', 'S0-8', ['ready']),
		line('do', 'post-correct', 'If you got it wrong, fix it and say so.', 'S0-36 S0-50', [
			'posted'
		]),
		line('do', 'post-practice-first', 'Check that the practice has told people first.', 'S1-47', [
			'ready',
			'approve'
		]),
		line('do', 'post-adds', 'Share what helps people or adds to the talk.', 'S2-11', ['text']),
		line('do', 'post-website', 'Link to the practice website when you can.', 'S4-50 S4-14'),
		line(
			'do',
			'post-own-account',
			'Check you are in the PPG account, not your own.',
			'S1-17 S0-28',
			['share']
		),
		line(
			'dont',
			'post-advice',
			'Don’t give health advice. Not even if you are trained.',
			'S1-43 S4-47',
			['text']
		),
		line(
			'dont',
			'post-names',
			'Don’t name or show anyone who has not said yes.',
			'S0-26 S0-30 S4-58',
			['pictures', 'approve']
		),
		line(
			'dont',
			'post-details',
			'Don’t share phone numbers, emails, addresses or NHS numbers.',
			'S0-31 S1-38 S4-57',
			['text']
		),
		line('dont', 'post-selling', 'Don’t sell or praise shops, brands or apps.', 'S0-6 S1-5'),
		line('dont', 'post-found-pictures', 'Don’t use pictures you found online.', 'S4-51', [
			'pictures'
		]),
		line(
			'dont',
			'post-unkind',
			'Don’t post anything rude, unfair or unkind about any group.',
			'S0-23 S0-24 S4-54'
		),
		line(
			'dont',
			'post-risky',
			'Don’t make fun of drink, drugs, self-harm or risky dares.',
			'S0-32'
		),
		line(
			'dont',
			'post-private-plans',
			'Don’t share private plans, deals or staff news.',
			'S1-39 S4-46'
		),
		line(
			'dont',
			'post-waiting-room',
			'Don’t post what you would not say in the waiting room.',
			'S4-45 S0-55',
			['ready', 'approve']
		),
		line(
			'dont',
			'post-person',
			'Don’t say bad things about a person. It may break the law.',
			'S0-5 S4-18'
		),
		line('dont', 'post-own-matters', 'Don’t write about your own private matters.', 'S4-48'),
		line('dont', 'post-capitals', 'Don’t shout with capital letters.', 'S4-66'),
		line('dont', 'post-for-ever', 'Don’t forget: a post can stay online for ever.', 'S1-35', [
			'share'
		])
	]
};
