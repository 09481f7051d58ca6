/**
 * What a test asks a page of another engine. Each function runs inside the page, as text: it may
 * use its arguments and what every browser has, and nothing else of this file.
 */

export function wholeText(): string {
	return document.body.innerText;
}

export function hasHeading(words: string): boolean {
	return [...document.querySelectorAll('h1')].some((each) => each.innerText.trim() === words);
}

export function hasText(words: string): boolean {
	return document.body.innerText.includes(words);
}

export function hasSyncLine(words: string): boolean {
	const line = document.querySelector<HTMLElement>('header [role="status"]');
	return line?.innerText.trim() === words;
}

export function hasInField(label: string, words: string): boolean {
	const found = [...document.querySelectorAll('label')].find((each) => each.innerText === label);
	const field = found?.control;
	const isTyped = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
	return isTyped && field.value === words;
}

/** The field is in use: all of it is marked, so that what is typed replaces it. */
export function selectsField(label: string): boolean {
	const field = document.activeElement;
	const isTyped = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
	if (!isTyped || field.labels?.[0]?.innerText !== label) return false;
	field.select();
	return true;
}

/** Where a finger meets the field; null while it is not there, cannot be used, or is covered. */
export function placeOfField(label: string): { x: number; y: number } | null {
	const found = [...document.querySelectorAll('label')].find((each) => each.innerText === label);
	const field = found?.control;
	if (!field || field.matches(':disabled')) return null;
	field.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { left, top, width, height } = field.getBoundingClientRect();
	const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
	return field.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
}

/** The same for a button or a link. */
export function placeOfPress(words: string): { x: number; y: number } | null {
	const all = [...document.querySelectorAll<HTMLElement>('button, a, summary')];
	const found = all.find((each) => each.innerText.trim() === words && each.checkVisibility());
	if (!found || found.matches(':disabled')) return null;
	found.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { left, top, width, height } = found.getBoundingClientRect();
	const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
	return found.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
}
