/**
 * The words of a correction: the 'Correction:' line comes first, so that nobody misses it.
 */
const mostTitle = 120;

export function correctionTitle(title: string): string {
	return `Correction: ${title}`.slice(0, mostTitle);
}

export function correctionText(wasWrong: string, text: string): string {
	const first = `Correction: ${wasWrong.trim()}`;
	return `${/[.!?]$/.test(first) ? first : `${first}.`}\n\n${text.trim()}`;
}
