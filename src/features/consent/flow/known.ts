/**
 * What the form knows before anyone is asked: from an earlier consent, or from the photo.
 */
import type { Consent, Photo } from '../record.ts';
import type { ConsentForm } from './empty-form.ts';
import type { Question } from './questions.ts';

interface Known {
	readonly earlier: Consent | undefined;
	readonly photo: Photo | undefined;
}

/** Never an answer: whoever is asked again answers anew. */
export function knownAlready({ earlier, photo }: Known): Partial<ConsentForm> {
	const ofPhoto = photo && { occasion: photo.occasion, takenOn: photo.takenOn ?? '' };
	if (!earlier) return { ...ofPhoto };
	const { kind, ageBand, firstName, howToRecognise, isStaff, mustNotShow } = earlier;
	const known = {
		...{ kind, ageBand, firstName, howToRecognise },
		...{ occasion: earlier.occasion, place: earlier.place, photoBy: earlier.photoBy },
		...{ quote: earlier.quote, licence: earlier.licence, credit: earlier.credit },
		takenOn: earlier.takenOn ?? '',
		media: [...earlier.media],

		lastName: earlier.lastName ?? '',
		contact: earlier.contact ?? '',
		picturedPersonId: earlier.picturedPersonId ?? ''
	};
	return {
		...known,
		isStaff: isStaff ? 'yes' : 'no',
		mustNotShow: mustNotShow ? 'yes' : 'no'
	};
}

/** Which guidance belongs to this question. */
export function momentsOf({ kind }: ConsentForm, question: Question): string[] {
	const isAboutChild = question === 'child' || question === 'parent' || question === 'feeling';
	return kind === 'child' && isAboutChild ? ['child'] : ['ask'];
}
