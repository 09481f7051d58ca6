/**
 * PC-35: what may go out while a crisis is on. Asked for by S2-37 and S2-55.
 *
 * Only signed-off lines, shares from the list of official pages, and posts that the practice
 * manager has let through because they keep people safe.
 */
import type { Finding } from '#checks/check.ts';

export interface CrisisFacts {
	readonly isOn: boolean;
	/** The moment at which it would go out. ms UTC. */
	readonly at: number;
	readonly kind: 'line' | 'holding-line' | 'share' | 'planned';
	/** The approver or deputy who signed the words as they are now. */
	readonly signedOffBy: string | null;
	/** When the next update is due; a line must say it. */
	readonly nextUpdateAt: number | null;
	/** Until when a holding line may be used. */
	readonly expiresAt: number | null;
	/** The page that is shared, and the pages on the official list. */
	readonly sharedUrl: string;
	readonly officialUrls: readonly string[];
	/** A planned post: held back until the crisis is over. */
	readonly isPaused: boolean;
	/** The practice manager who let it through. */
	readonly letThroughBy: string | null;
}

type Trouble = Pick<Finding, 'saw' | 'todo'>;

export function crisisFindings(facts: CrisisFacts): Finding[] {
	if (!facts.isOn || facts.letThroughBy !== null) return [];
	return troublesOf(facts).map((trouble) => ({
		check: 'PC-35',
		level: 'block',
		why: 'In a crisis a wrong word can put people in danger.',
		override: { roles: ['practice-manager'] },
		...trouble
	}));
}

function troublesOf(facts: CrisisFacts): Trouble[] {
	switch (facts.kind) {
		case 'planned':
			return facts.isPaused ? [] : [notPaused];
		case 'share':
			return isOfficial(facts) ? [] : [notOfficial];
		case 'line':
			return [
				...(facts.signedOffBy === null ? [notSigned] : []),
				...(facts.nextUpdateAt === null || facts.nextUpdateAt <= facts.at ? [noNextUpdate] : [])
			];
		case 'holding-line':
			return [
				...(facts.signedOffBy === null ? [notSigned] : []),
				...(facts.expiresAt !== null && facts.at > facts.expiresAt ? [tooOld] : [])
			];
	}
}

const notPaused: Trouble = {
	saw: 'A crisis is on, and this post was planned before it.',
	todo: 'Pause it until the crisis is over.'
};
const notOfficial: Trouble = {
	saw: 'This page is not on the list of official pages.',
	todo: 'Share from the list only, or ask the practice manager.'
};
const notSigned: Trouble = {
	saw: 'Nobody has signed off these words.',
	todo: 'Ask the named approver or the deputy.'
};
const noNextUpdate: Trouble = {
	saw: 'It does not say when the next update comes.',
	todo: 'Say a time that you can keep.'
};
const tooOld: Trouble = {
	saw: 'This holding line is past its date.',
	todo: 'Ask for a new one to be signed off.'
};

/** The same site, and the same page or one below it. */
function isOfficial({ sharedUrl, officialUrls }: CrisisFacts): boolean {
	const shared = partsOf(sharedUrl);
	return officialUrls.some((address) => {
		const listed = partsOf(address);
		if (!shared || listed?.host !== shared.host) return false;
		return shared.path === listed.path || shared.path.startsWith(`${listed.path}/`);
	});
}

function partsOf(address: string): { host: string; path: string } | undefined {
	if (!URL.canParse(address)) return undefined;
	const { protocol, hostname, pathname } = new URL(address);
	if (protocol !== 'https:') return undefined;
	return { host: hostname.replace(/^www\./, ''), path: pathname.replace(/\/+$/, '').toLowerCase() };
}
