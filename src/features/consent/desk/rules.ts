/**
 * The practice manager's desk: what waits, in which order, and what to look at each time.
 */
import type { Actor } from '#domain/roles.ts';
import type { DeskCheck } from '../life/fields.ts';
import type { MustNotShow } from '../must-not-show/record.ts';
import type { Consent, Photo } from '../record.ts';
import { mayConfirm, waitsForAnswer, whyNotConfirm } from '../rules.ts';

export const deskCheckWords: Readonly<Record<DeskCheck, string>> = {
	form: 'I have seen what they signed, or how they said yes.',
	person: 'The person in the picture is the one who said yes.',
	uses: 'It is clear what they said yes to, and where.',
	behind: 'Nothing behind them gives something away: screens, notes, faces, badges.',
	child: 'Parent and child both said yes, as far as they have to.',
	health: 'They know what it tells about their health, and said yes to that too.',
	days: 'The day on which it ends is right.'
};

/** What has to be looked at for this one. */
export function checksFor(consent: Consent, hasPhotos: boolean): DeskCheck[] {
	const checks: DeskCheck[] = ['form'];
	if (hasPhotos) checks.push('person', 'behind');
	checks.push('uses', 'days');
	if (consent.kind === 'child') checks.push('child');
	if (consent.healthDetail !== null) checks.push('health');
	return checks;
}

/** One occasion with everything that waits of it. */
export interface DeskGroup {
	readonly id: string;
	readonly occasion: string;
	readonly takenOn: string | null;
	readonly consents: readonly Consent[];
}

interface Desk {
	readonly consents: readonly Consent[];
	readonly photos: readonly Photo[];
	readonly actor: Actor;
	readonly today: string;
}

/** What this practice manager may confirm now, by occasion, the oldest first. */
export function deskGroups({ consents, photos, actor, today }: Desk): DeskGroup[] {
	const waiting = consents
		.filter((consent) => mayConfirm(actor, consent, today) && !waitsForAnswer(consent))
		.sort((one, other) => one.createdAt - other.createdAt);
	const groups = new Map<string, Consent[]>();
	const about = new Map<string, ReturnType<typeof occasionOf>>();
	for (const consent of waiting) {
		const { occasion, takenOn } = occasionOf(consent, photosOf(consent, photos)[0]);
		const key = `${occasion}|${takenOn ?? ''}`;
		about.set(key, { occasion, takenOn });
		groups.set(key, [...(groups.get(key) ?? []), consent]);
	}
	return [...groups].map(([id, those]) => ({
		id,
		occasion: about.get(id)?.occasion ?? '',
		takenOn: about.get(id)?.takenOn ?? null,
		consents: those
	}));
}

/** What was noted while asking, else what the picture says. */
function occasionOf({ occasion, takenOn }: Consent, photo: Photo | undefined) {
	return {
		occasion: occasion || (photo?.occasion ?? ''),
		takenOn: takenOn ?? photo?.takenOn ?? null
	};
}

export function photosOf({ id }: Pick<Consent, 'id'>, photos: readonly Photo[]): Photo[] {
	return photos.filter(({ consentIds, status }) => status === 'kept' && consentIds.includes(id));
}

/** Signed, but not by this manager: they had a part in it, or something has to be put right. */
export function heldAtDesk({ consents, actor, today }: Omit<Desk, 'photos'>) {
	return consents
		.filter(({ status }) => status === 'given')
		.flatMap((consent) => {
			const whyNot = whyNotConfirm(actor, consent, today);
			return whyNot ? [{ consent, whyNot }] : [];
		});
}

/** Names on the list that sound like this one. A person looks; nothing is matched by face. */
export function matchesOf(
	{ firstName }: Pick<Consent, 'firstName'>,
	list: readonly MustNotShow[]
): MustNotShow[] {
	const name = plainName(firstName);
	return list.filter((entry) => name !== '' && plainName(entry.firstName) === name);
}

/** 'José ' and 'JOSE' are one name here. */
function plainName(name: string): string {
	const letters = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
	return letters.split(/[\s-]+/)[0] ?? '';
}

/** One tap confirms those that were looked at and whose name is on no list. */
export function mayGoTogether(
	consents: readonly Consent[],
	lookedAt: ReadonlySet<string>,
	list: readonly MustNotShow[]
): Consent[] {
	return consents.filter(
		(consent) => lookedAt.has(consent.id) && matchesOf(consent, list).length === 0
	);
}
