/**
 * Kinds of consent, and the choices that some of them need. Source: consent record, 'Kinds'.
 *
 * A place has a record of its own: see venues/record.ts.
 */
export const consentKinds = [
	'adult',
	'child',
	'capacity',
	'group',
	'crowd',
	'staff',
	'words',
	'photographer'
] as const;
/** 'capacity': an adult who may not be able to decide this. 'words': a name or story, no photo. */
export type ConsentKind = (typeof consentKinds)[number];

/** What the picture may be used for. Each one is a yes or no of its own. */
export const purposes = [
	'ppg-posts',
	'practice-posts',
	'poster',
	'newsletter',
	'website',
	'press',
	'nhs-partner'
] as const;
export type Purpose = (typeof purposes)[number];

/** How the owner of a place answers. */
export const venueMethods = ['signed', 'typed', 'paper', 'email', 'said'] as const;
export type VenueMethod = (typeof venueMethods)[number];
/** What gives people away in a place, and is looked at together with its owner. */
export const venueLooks = ['patients', 'screens', 'notes', 'badges', 'plates'] as const;
export type VenueLook = (typeof venueLooks)[number];

export const mediums = ['photo', 'video', 'audio', 'words', 'name'] as const;
export const relations = ['patient', 'carer', 'staff', 'volunteer', 'visitor', 'not-said'] as const;
export const helps = ['interpreter', 'read-aloud', 'easy-read', 'large-print'] as const;
export const abilities = ['understand', 'remember', 'weigh', 'say'] as const;
export const lawfulRoutes = ['attorney', 'deputy', 'best-interests'] as const;
export const optOuts = ['sticker', 'tell-us', 'quiet-side'] as const;
export const copyWays = ['share', 'mail', 'print', 'own-phone'] as const;
export type Medium = (typeof mediums)[number];
export type Relation = (typeof relations)[number];
export type Help = (typeof helps)[number];
export type Ability = (typeof abilities)[number];
export type LawfulRoute = (typeof lawfulRoutes)[number];
export type OptOut = (typeof optOuts)[number];
export type CopyWay = (typeof copyWays)[number];

/** A record about one person, who can be asked. */
export function isOnePerson(kind: ConsentKind): boolean {
	return kind !== 'group' && kind !== 'crowd' && kind !== 'photographer';
}

/**
 * How many people in a picture it speaks for. A notice speaks for nobody who can be picked out, and
 * a photographer for nobody in front of the camera.
 */
export function peopleIn(consent: {
	readonly kind: ConsentKind;
	readonly people: readonly unknown[];
}): number {
	if (consent.kind === 'group') return consent.people.length;
	return isOnePerson(consent.kind) ? 1 : 0;
}

/** Who may never be shown in a post that someone pays for. Source: consent record, 'Fields'. */
export function mayBePaidFor(kind: ConsentKind): boolean {
	return kind === 'adult' || kind === 'staff' || kind === 'words' || kind === 'photographer';
}

/** True when the person could do all four. Only for this decision, at that time. */
export function isAble(could: readonly Ability[] | null): boolean {
	return could !== null && abilities.every((ability) => could.includes(ability));
}
