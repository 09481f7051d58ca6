/**
 * What people of the made-up allotment ask for, as it travels.
 */
/** What a person who adds a plot asks for. */
export function addPlot(id: string, more: object = {}) {
	return { name: 'plot.add', args: { id, title: 'Plot', ...more }, was: { [`plot/${id}`]: {} } };
}

/** What a person who changes a plot asks for; `was` is what they saw. */
export function editPlot(id: string, changes: object, was: object = {}) {
	return { name: 'plot.edit', args: { id, changes }, was: { [`plot/${id}`]: { ...was } } };
}
