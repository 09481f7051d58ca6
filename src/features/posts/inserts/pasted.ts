/**
 * A press release pasted as it is: more words than anyone reads in a feed. Source: S0-38.
 */
const mostWords = 150;

export function isLongPaste(text: string): boolean {
	return text.split(/\s+/u, mostWords + 2).filter(Boolean).length > mostWords;
}
