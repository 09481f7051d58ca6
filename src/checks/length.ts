/**
 * PC-19: a text that is too long for an account, or that its feed cuts short. Asked for by S2-3.
 *
 * One finding per account. Every platform counts in its own way, so never compare `text.length`.
 */
import type { CheckInput, CheckSettings, Finding, PostCheck, TargetAccount } from './check.ts';
import { quoted } from './check.ts';
import { countText } from './count.ts';
import type { CountingRule } from './counting-rules.ts';
import { limitsFor } from './platforms.ts';

export const length: PostCheck = {
	id: 'PC-19',
	title: 'Length',
	gravest: 'block',
	sources: ['S2-3'],
	run(input) {
		const { text, accounts, settings } = input;
		return accounts.flatMap((account) => {
			const [fullest] = countersFor(input, account, settings);
			if (fullest && fullest.count > fullest.max) return [tooLong(fullest, account, settings)];
			return cutShort(text, account, settings);
		});
	}
};

export interface Counter {
	readonly countedAs: CountingRule;
	readonly count: number;
	readonly max: number;
}

/** How full the text is for one account; the fullest count first. Empty: no limit is known. */
export function countersFor(
	{ text, contentWarning = '' }: Pick<CheckInput, 'text' | 'contentWarning'>,
	account: TargetAccount,
	settings: CheckSettings
): Counter[] {
	return limitsFor(account.platform, settings.limits, account.id)
		.text.map(({ countedAs, max }) => {
			const opening = countedAs === 'mastodon' ? countText('graphemes', contentWarning) : 0;
			return { countedAs, max, count: countText(countedAs, text) + opening };
		})
		.sort((one, other) => other.count / other.max - one.count / one.max);
}

function tooLong(
	{ countedAs, count, max }: Counter,
	account: TargetAccount,
	settings: CheckSettings
): Finding {
	const { name } = limitsFor(account.platform, settings.limits, account.id);
	return {
		check: 'PC-19',
		level: 'block',
		saw: `We counted ${count} for ${quoted(account.name)}.${howCounted[countedAs] ?? ''}`,
		why: `${name} takes ${max}. It would turn the post away.`,
		todo: `Make the text shorter by ${count - max}. Other accounts can keep the long text.`,
		field: 'text',
		account: account.id,
		override: null
	};
}

function cutShort(text: string, account: TargetAccount, settings: CheckSettings): Finding[] {
	const { cutOff, name } = limitsFor(account.platform, settings.limits, account.id);
	const count = cutOff ? countText(cutOff.countedAs, text) : 0;
	if (!cutOff || count <= cutOff.after) return [];
	const isSlip = cutOff.countedAs === 'text-messages';
	return [
		{
			check: 'PC-19',
			level: 'hint',
			saw: isSlip
				? `We saw a text that fills ${count} text messages.`
				: `We counted ${count} for ${quoted(account.name)}.`,
			why: isSlip
				? 'Each part may cost money, and parts can arrive late.'
				: `${name} shows about ${cutOff.after}. The rest hides behind “See more”.`,
			todo: isSlip
				? 'Try to say it in one message.'
				: `Put what matters most in the first ${cutOff.opening}.`,
			field: 'text',
			account: account.id
		}
	];
}

/** Said after the count where it may surprise. */
const howCounted: Partial<Record<CountingRule, string>> = {
	'x-weighted': ' Each link counts as 23 and each emoji as 2.',
	mastodon: ' Each link counts as 23.',
	'utf8-bytes': ' This counts the storage that the text needs. Emoji need a lot.'
};
