/** Values as a database on a phone holds them, for the tables over plain maps. */

const ours = new WeakSet<object>();

/**
 * A copy that nobody can change, as what a database holds; parts that are one already are shared.
 *
 * @throws {TypeError} for what IndexedDB could not keep either.
 */
export function frozen(value: unknown): unknown {
	if (typeof value === 'function' || typeof value === 'symbol') {
		throw new TypeError('This cannot be kept.');
	}
	if (typeof value !== 'object' || value === null || ours.has(value)) return value;
	if (value instanceof ArrayBuffer || value instanceof Uint32Array) return value.slice(0);
	const copy = Array.isArray(value)
		? value.map(frozen)
		: Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, frozen(inner)]));
	ours.add(copy);
	return Object.freeze(copy);
}

/** Whether writing one over the other would change nothing at all. */
export function isSame(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
	if (one instanceof ArrayBuffer || other instanceof ArrayBuffer) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every(
			(name) =>
				Object.hasOwn(other, name) && isSame(Reflect.get(one, name), Reflect.get(other, name))
		)
	);
}
