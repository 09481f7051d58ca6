/**
 * What the gate looks at: one picture, who and where it shows, and what it is wanted for.
 */
import type { Consent, Photo, Purpose, Venue } from '../record.ts';

export interface GateInput {
	readonly photo: Photo;
	/** Those of the people in the picture, older and newer ones too. */
	readonly consents: readonly Consent[];
	/** The photo's place, where it has one. */
	readonly venue: Venue | undefined;
	readonly accounts: readonly { readonly id: string; readonly name: string }[];
	/** The day on which it goes out; today when it has none. */
	readonly plannedOn: string;
	readonly purpose: Purpose;
}

/**
 * Drawings and NHS campaign pictures: nobody of ours is in them, and nobody of ours took them.
 *
 * Only with its licence: then its maker has asked whom there was to ask.
 */
export function isReadyMade({ source, licence }: Photo): boolean {
	return (source === 'drawing' || source === 'nhs') && licence !== '';
}
