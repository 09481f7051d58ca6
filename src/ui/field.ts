/**
 * What every form component shares: the shapes of its props and the ids that tie its parts together.
 *
 * `hint` and `error` get the ids '<id>-hint' and '<id>-error', as in the NHS design system.
 */
import type { Snippet } from 'svelte';

/** Plain words, or a snippet where words need a link or emphasis. */
export type Words = string | Snippet;

export type Size = 's' | 'm' | 'l' | 'xl';
export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

export interface FieldProps {
	id: string;
	/** Sent with a form; the id when left out. */
	name?: string | undefined;
	hint?: Words | undefined;
	/** What is wrong and how to put it right. */
	error?: string | undefined;
	isDisabled?: boolean | undefined;
	/** Called when the person enters this field: the moment to show its do's and don'ts. */
	onfocus?: (() => void) | undefined;
	/** Called when the person leaves this field. */
	onblur?: (() => void) | undefined;
}

export interface LabelProps {
	label: Words;
	labelSize?: Size | undefined;
	/** Makes the label the heading of its page, when one question fills the screen. */
	headingLevel?: HeadingLevel | undefined;
	isLabelHidden?: boolean | undefined;
}

export interface LegendProps {
	legend: Words;
	legendSize?: Size | undefined;
	/** Makes the legend the heading of its page, when one question fills the screen. */
	headingLevel?: HeadingLevel | undefined;
}

/** One answer among radios or checkboxes. */
export interface Choice {
	value: string;
	label: Words;
	hint?: Words | undefined;
	/** Shown below the answer while it is chosen. */
	conditional?: Snippet | undefined;
	/** A word between this answer and the one before it: 'or'. */
	divider?: string | undefined;
	isDisabled?: boolean | undefined;
	/** Checkboxes only: choosing it takes the others back ('None of these'). */
	isExclusive?: boolean | undefined;
}

/** What the input of one answer must carry. */
export interface ChoiceAttributes {
	id: string;
	class: string;
	'aria-describedby': string | undefined;
}

export function classes(...names: (string | false | undefined)[]): string {
	return names.filter(Boolean).join(' ');
}

/** The value of aria-describedby, or nothing when there is nothing to name. */
export function describedBy(...ids: (string | false | undefined)[]): string | undefined {
	return classes(...ids) || undefined;
}

export function hintId(id: string, hint: Words | undefined): string | undefined {
	return hint ? `${id}-hint` : undefined;
}

export function errorId(id: string, error: string | undefined): string | undefined {
	return error ? `${id}-error` : undefined;
}

/**
 * The id of an answer: the first one carries the id of its field, so that a link there lands on it.
 *
 * A divider counts as a place of its own.
 */
export function choiceIds(id: string, choices: readonly Choice[]): string[] {
	let place = 0;
	return choices.map(({ divider }) => {
		place += divider ? 2 : 1;
		return place === 1 ? id : `${id}-${place}`;
	});
}
