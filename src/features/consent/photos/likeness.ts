/**
 * Whether two pictures look alike: the same moment twice, or one cut from the other a little.
 *
 * Light and dark of the whole picture in 8 × 8 places, nothing else: it knows no faces, and two
 * pictures of one person are not alike to it.
 */
/** Places across and down in which light is measured. */
export const likenessWidth = 9;
export const likenessHeight = 8;
/** Of 64: from so many differences on, they are two pictures. */
const mostDifferences = 6;
/** A picture of one colour is like every other one: its likeness says nothing. */
const fewestSteps = 6;

/** `lights`: 9 × 8 values, row by row. Empty where the picture is too plain to tell. */
export function likenessOf(lights: readonly number[]): string {
	let bits = '';
	let steps = 0;
	for (let row = 0; row < likenessHeight; row++) {
		for (let column = 0; column + 1 < likenessWidth; column++) {
			const place = row * likenessWidth + column;
			const step = (lights[place + 1] ?? 0) - (lights[place] ?? 0);
			if (Math.abs(step) > 2) steps += 1;
			bits += step > 0 ? '1' : '0';
		}
	}
	if (steps < fewestSteps) return '';
	return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

export function isAlike(one: string, other: string): boolean {
	if (one === '' || other === '') return false;
	let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
	let count = 0;
	for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
	return count <= mostDifferences;
}
