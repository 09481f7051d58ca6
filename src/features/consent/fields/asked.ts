/**
 * What is noted while someone is asked, besides the answers of the first form.
 *
 * All have a first value, so that consents from before these fields can be read.
 */
import { daySchema } from '#domain/calendar.ts';
import * as z from 'zod/mini';
import {
	abilities,
	copyWays,
	helps,
	lawfulRoutes,
	mediums,
	optOuts,
	relations,
	type Ability,
	type CopyWay,
	type Help,
	type LawfulRoute,
	type Medium,
	type OptOut,
	type Relation
} from './kinds.ts';

/** One of a group who are asked together. All of them are adults. */
const groupPersonSchema = z.object({
	firstName: z.string(),
	howToRecognise: z.string(),
	isYes: z.boolean()
});
export type GroupPerson = z.infer<typeof groupPersonSchema>;

const perhaps = <Item extends z.ZodMiniType>(item: Item) => z._default(z.nullable(item), null);
const words = z._default(z.string(), '');

export const askedFields = {
	relation: perhaps(z.enum(relations)),
	media: z._default(z.array(z.enum(mediums)), ['photo']),
	/** What was going on, when and where, and who held the camera. */
	occasion: words,
	takenOn: perhaps(daySchema),
	place: words,
	photoBy: words,
	/** They may be in a post that someone pays for. */
	mayPromote: z._default(z.boolean(), false),
	/** Not to be used before this day. */
	startsOn: perhaps(daySchema),
	/** The moment of the signature. On which device: the history says. */
	signedAt: perhaps(z.int()),
	helps: z._default(z.array(z.enum(helps)), []),
	helpedBy: perhaps(z.string()),
	witnessRole: perhaps(z.string()),
	/** When and how the signer last got a copy. */
	copyOn: perhaps(daySchema),
	copyHow: perhaps(z.enum(copyWays)),
	/** SHA-256 of the secrets on the copies: whoever knows one may take the consent back. */
	copyHashes: z._default(z.array(z.string()), []),
	childAskedBy: perhaps(z.string()),
	/** An older child knows what sharing means, that it lasts, and that they can change their mind. */
	understands: perhaps(z.boolean()),
	understandsBy: perhaps(z.string()),
	/** At 16 and 17: the parent was told, because the young person agreed to that. */
	isParentTold: z._default(z.boolean(), false),
	/** What the person could do, for this decision, at that time. Null: nobody looked. */
	abilities: perhaps(z.array(z.enum(abilities))),
	/** Any sign of unhappiness, when pictured or asked. It is a no. */
	wasUnhappy: z._default(z.boolean(), false),
	/** Found by the practice manager: who may decide in law for someone who cannot. */
	lawfulRoute: perhaps(z.enum(lawfulRoutes)),
	people: z._default(z.array(groupPersonSchema), []),
	noticeText: words,
	noticeWhere: words,
	optOut: perhaps(z.enum(optOuts)),
	/** What is to be quoted or told, word for word. */
	quote: words,
	licence: words,
	credit: words,
	mayCrop: perhaps(z.boolean()),
	/** The photo of the paper form, or of the notice: not in the library. Who may see it: `paper`. */
	paperHash: perhaps(z.string()),
	/** The link for answering on their own phone: SHA-256 of its secret, whose it is, its end. */
	linkHash: perhaps(z.string()),
	linkBy: perhaps(z.string()),
	linkUntil: perhaps(z.int()),
	/** The picture that the link shows; null for none. */
	linkPhotoId: perhaps(z.uuid())
};

/** As a consent starts. */
export const nothingAsked = {
	relation: null as Relation | null,
	media: ['photo'] as Medium[],
	occasion: '',
	takenOn: null as string | null,
	place: '',
	photoBy: '',
	mayPromote: false,
	startsOn: null as string | null,
	signedAt: null as number | null,
	helps: [] as Help[],
	helpedBy: null as string | null,
	witnessRole: null as string | null,
	copyOn: null as string | null,
	copyHow: null as CopyWay | null,
	copyHashes: [] as string[],
	childAskedBy: null as string | null,
	understands: null as boolean | null,
	understandsBy: null as string | null,
	isParentTold: false,
	abilities: null as Ability[] | null,
	wasUnhappy: false,
	lawfulRoute: null as LawfulRoute | null,
	people: [] as GroupPerson[],
	noticeText: '',
	noticeWhere: '',
	optOut: null as OptOut | null,
	quote: '',
	licence: '',
	credit: '',
	mayCrop: null as boolean | null,
	paperHash: null as string | null,
	linkHash: null as string | null,
	linkBy: null as string | null,
	linkUntil: null as number | null,
	linkPhotoId: null as string | null
};

/** Only leaders read these. */
export const askedSecrets = [
	'relation',
	'helpedBy',
	'understandsBy',
	'childAskedBy',
	'abilities',
	'lawfulRoute'
] as const;

export const askedPolicies = {
	media: 'decided',
	mayPromote: 'decided',
	startsOn: 'decided',
	copyHashes: 'decided',
	wasUnhappy: 'decided',
	abilities: 'decided',
	lawfulRoute: 'decided',
	people: 'decided',
	quote: 'decided',
	licence: 'decided',
	mayCrop: 'decided',
	linkHash: 'decided',
	linkBy: 'decided',
	linkUntil: 'decided',
	linkPhotoId: 'decided'
} as const;

export const askedLabels = {
	relation: 'Who they are to the practice',
	media: 'What it is about',
	occasion: 'Occasion',
	takenOn: 'Picture taken on',
	place: 'Where it was taken',
	photoBy: 'Taken by',
	mayPromote: 'In posts that we pay for',
	startsOn: 'Not before',
	signedAt: 'Signed at',
	helps: 'Help that was given',
	helpedBy: 'Who helped',
	witnessRole: 'What the witness does',
	copyOn: 'Copy given on',
	copyHow: 'How the copy was given',
	childAskedBy: 'Who asked the child',
	understands: 'The child understands what sharing means',
	understandsBy: 'Who judged that',
	isParentTold: 'The parent was told',
	abilities: 'What they could do',
	wasUnhappy: 'Looked unhappy',
	lawfulRoute: 'Who may decide for them',
	people: 'People in the group',
	noticeText: 'The notice',
	noticeWhere: 'Where the notice was shown',
	optOut: 'How people could say no',
	quote: 'Their words',
	licence: 'What we may do with the picture',
	credit: 'Name of the photographer as shown',
	mayCrop: 'May be cut to size',
	linkUntil: 'Link works until'
} as const;
