/** How much room a text has left, in words. Over the limit it says by how much, never 'minus'. */
export function roomLeft(used: number, max: number): string {
	const away = Math.abs(max - used);
	const characters = `${away.toLocaleString('en-GB')} ${away === 1 ? 'character' : 'characters'}`;
	return used > max ? `You have ${characters} too many` : `You have ${characters} remaining`;
}
