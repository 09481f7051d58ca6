/**
 * Long lists in several statements: an engine takes only so many parameters at once.
 */
const mostRows = 400;

export async function inChunks<Item>(
	items: readonly Item[],
	write: (some: Item[]) => Promise<unknown>
): Promise<void> {
	for (let start = 0; start < items.length; start += mostRows) {
		await write(items.slice(start, start + mostRows));
	}
}
