/**
 * The made-up photos and consents, in many states: in force, waiting, ending, taken back.
 *
 * What is in force is what the posts may use; the rest is there to be seen on the screens.
 */
import { addDays, monthOf } from '#domain/calendar.ts';
import {
	askConsent,
	confirmConsent,
	giveConsent,
	recordConsent,
	refuseConsent,
	withdrawConsent
} from '#features/consent/mutations.ts';
import { planConsent } from '#features/consent/life/mutations.ts';
import { addMustNotShow } from '#features/consent/must-not-show/mutations.ts';
import { markTakeDown } from '#features/consent/takedown/mutations.ts';
import {
	addPhoto,
	describePhoto,
	linkPeople,
	nobodyRecognisable
} from '#features/consent/photos/mutations.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import { writeOtherForms } from './seed-other-forms.ts';
import type { People } from './seed-people.ts';
import { drawScene, sceneNames, type SceneName } from './seed-pictures.ts';
import type { Accounts } from './seed-practice-record.ts';
import { signature } from './seed-signature.ts';
import { writeVenues } from './seed-venues.ts';

export interface SeededPhoto {
	readonly id: string;
	readonly alt: string;
	/** From this day on it may go out; undefined when it never may. */
	readonly readyOn: string | undefined;
}
export type Photos = Readonly<Record<SceneName, SeededPhoto>>;

interface Scene {
	/** When it was taken: 0 is the first day, 1 is yesterday. */
	readonly part: number;
	readonly occasion: string;
	readonly alt: string;
	readonly place: 'Reception' | 'Garden' | 'Waiting room' | 'public' | 'none' | null;
	readonly people: readonly string[];
	readonly isReady: boolean;
}

const about: Readonly<Record<SceneName, Scene>> = {
	clinic: {
		part: 0.03,
		occasion: 'Flu clinic (drawn)',
		alt: 'Two people smile behind the desk of the flu clinic at the practice.',
		place: 'Reception',
		people: ['gwen', 'hari'],
		isReady: true
	},
	garden: {
		part: 0.04,
		occasion: 'The practice garden (drawn)',
		alt: 'A path runs through the practice garden, past a bench and red flowers.',
		place: 'Garden',
		people: [],
		isReady: true
	},
	poster: {
		part: 0.05,
		occasion: 'Our noticeboard (drawn)',
		alt: 'Five posters in bright colours on the noticeboard of the group.',
		place: 'none',
		people: [],
		isReady: true
	},
	walk: {
		part: 0.3,
		occasion: 'Walk for health (drawn)',
		alt: 'Two walkers in red and yellow jackets set off along a path in the park.',
		place: 'public',
		people: ['ines', 'jonah'],
		isReady: false
	},
	children: {
		part: 0.45,
		occasion: 'Children’s drawing day (drawn)',
		alt: 'Two children draw at a table with bright pens.',
		place: 'Waiting room',
		people: ['kit', 'lola'],
		isReady: true
	},
	coffee: {
		part: 1,
		occasion: '',
		alt: 'Four cups of coffee on a round table.',
		place: null,
		people: [],
		isReady: false
	}
};

type State = 'confirmed' | 'ending' | 'ended' | 'waiting' | 'withdrawn' | 'asked' | 'refused';
const subjects: readonly [string, string, 'adult' | 'child', SceneName, State][] = [
	['gwen', 'woman in blue, left', 'adult', 'clinic', 'confirmed'],
	['hari', 'man in green, right', 'adult', 'clinic', 'confirmed'],
	['ines', 'woman in red, left', 'adult', 'walk', 'ending'],
	['jonah', 'man in yellow, right', 'adult', 'walk', 'waiting'],
	['kit', 'child in blue, left', 'child', 'children', 'confirmed'],
	['lola', 'child in yellow, right', 'child', 'children', 'withdrawn'],
	['mo', 'man with a hat, not in a photo yet', 'adult', 'coffee', 'asked'],
	['nell', 'woman with a dog, not in a photo', 'adult', 'coffee', 'refused'],
	['oskar', 'man with a cup, not in a photo', 'adult', 'garden', 'ended'],
	['pia', 'woman in a scarf, not in a photo yet', 'adult', 'walk', 'waiting']
];
/** Days from today; for all others it is far off. */
const endsIn: Readonly<Partial<Record<State, number>>> = { ending: 33, ended: -12 };
export async function writeConsents(
	diary: Diary,
	people: People,
	accounts: Accounts
): Promise<{ photos: Photos; consents: number; places: number }> {
	const venueId = writeVenues(diary, people, accounts);
	const consents = new Map<string, string>();
	for (const subject of subjects)
		consents.set(subject[0], consentOf(diary, people, { subject, accounts }));
	const listedAt = momentOf(diary.dayAt(0.5), 11);
	diary.note(listedAt, people.asha.id, addMustNotShow, {
		id: diary.idAt(listedAt),
		firstName: 'Pia',
		reason: 'asked'
	});
	const made: Partial<Record<SceneName, SeededPhoto>> = {};
	for (const name of sceneNames) {
		made[name] = await writePhoto(diary, people, { name, venueId, consents });
	}
	const { clinic, garden, poster, walk, children, coffee } = made;
	if (!clinic || !garden || !poster || !walk || !children || !coffee) throw new Error('No photo.');
	const photos = { clinic, garden, poster, walk, children, coffee };
	const others = writeOtherForms(diary, people, accounts);
	return { photos, consents: consents.size + others, places: 2 };
}

function consentOf(
	diary: Diary,
	{ asha, ben, cerys }: People,
	{ subject, accounts }: { subject: (typeof subjects)[number]; accounts: Accounts }
): string {
	const [key, howToRecognise, kind, scene, state] = subject;
	const isChild = kind === 'child';
	const first = key.charAt(0).toUpperCase() + key.slice(1);
	const day =
		state === 'waiting' ? diary.dayAt(0.98) : diary.dayAt(Math.min(0.96, about[scene].part));
	const at = momentOf(day, 13, subjects.indexOf(subject));
	const id = diary.idAt(at);
	diary.note(at, cerys.id, recordConsent, {
		id,
		kind,
		ageBand: isChild ? 'under-13' : '18-plus',
		isStaff: scene === 'clinic',
		firstName: `${first} (made up)`,
		lastName: 'Example',
		contact: '07700 900150',
		howToRecognise,
		picturedPersonId: null,
		mustNotShow: false,
		...(key === 'pia' && {
			occasion: about[scene].occasion,
			takenOn: diary.dayAt(about[scene].part)
		}),
		earlierId: null,
		isInsteadOfEarlier: false
	});
	diary.note(at, cerys.id, askConsent, { id });
	if (state === 'asked') return id;
	if (state === 'refused') {
		diary.note(at, cerys.id, refuseConsent, { id, refusedOn: day });
		return id;
	}
	const { today } = diary.time;
	diary.note(at, cerys.id, giveConsent, {
		id,
		purposes: ['ppg-posts', 'practice-posts'],
		accounts: isChild ? [accounts.facebook] : [accounts.facebook, accounts.instagram],
		limits: key === 'hari' ? 'Not with my name' : '',
		nameToShow: isChild || key === 'hari' ? 'none' : 'first',
		healthDetail: null,
		isHealthAgreed: false,
		method: 'signed',
		signature,
		signedName: isChild ? 'Olwen Example (made up)' : `${first} Example (made up)`,
		witness: null,
		wordingVersion: `${kind}-1`,
		givenOn: day,
		expiresOn: addDays(today, endsIn[state] ?? 280),
		parent: isChild ? { name: 'Olwen Example (made up)', is: 'mother', mayDecide: true } : null,
		childWish: isChild ? 'yes' : null,
		childWords: null
	});
	if (state === 'waiting') return id;
	diary.note(momentOf(day, 15, 30), asha.id, confirmConsent, { id });
	if (key === 'kit') {
		const reaskIn = monthOf(addDays(today, 70));
		diary.note(momentOf(day, 16), cerys.id, planConsent, { id, reaskIn });
	}
	if (state === 'withdrawn') {
		const how = 'The parent rang reception.';
		diary.note(momentOf(diary.dayAt(0.99), 15), ben.id, withdrawConsent, {
			id,
			accounts: null,
			how
		});
		// Somebody has begun to look.
		const keys = ['place/cover', 'place/pinned', 'place/scheduled'];
		const looked = { id, keys, outcome: 'not-there' as const, why: '' };
		diary.note(momentOf(diary.dayAt(0.99), 16), cerys.id, markTakeDown, looked);
	}
	return id;
}

async function writePhoto(
	diary: Diary,
	{ cerys }: People,
	{
		name,
		venueId,
		consents
	}: { name: SceneName; venueId: string; consents: ReadonlyMap<string, string> }
): Promise<SeededPhoto> {
	const { part, occasion, alt, place, people, isReady } = about[name];
	const takenOn = diary.dayAt(part);
	const at = momentOf(takenOn, 14);
	const { bytes, ...drawn } = await drawScene(name);
	const hash = diary.upload(at, cerys.id, bytes);
	const id = diary.idAt(at);
	const laterAt = momentOf(takenOn, 14, 20);
	const photo = { id, hash, takenOn, ...drawn, source: 'own' as const };
	diary.note(momentOf(takenOn, 14, 5), cerys.id, addPhoto, photo);
	const known = { id, alt, readyOn: isReady ? addDays(takenOn, 1) : undefined };
	if (place === null) return known;
	const isOpen = place === 'public' || place === 'none';
	const where = isOpen
		? { kind: place, venueId: null, area: null, isHomeAgreed: false }
		: { kind: 'venue' as const, venueId, area: place, isHomeAgreed: false };
	diary.note(laterAt, cerys.id, describePhoto, {
		id,
		changes: { occasion, credit: 'Drawn for this example', place: where }
	});
	if (people.length === 0) {
		diary.note(laterAt, cerys.id, nobodyRecognisable, { id, isSo: true });
		return known;
	}
	const link = people.map((person) => consents.get(person) ?? '').filter((found) => found !== '');
	// Whoever answers later is linked later.
	const isWaiting = people.includes('jonah');
	const linkedAt = isWaiting ? momentOf(diary.dayAt(0.98), 16) : laterAt;
	const who = { id, link, unlink: [], peopleCount: people.length };
	diary.note(linkedAt, cerys.id, linkPeople, who);
	return known;
}
