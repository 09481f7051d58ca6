/**
 * The bytes of a file as text, and what a file is that holds no text.
 *
 * Spreadsheets save tables as UTF-16 or in the old Windows letters; most downloads are UTF-8.
 */

/** What to do with files that are no tables of text; undefined for those that may be. */
export function whyNoTable(bytes: Uint8Array, fileName: string): string | undefined {
	const starts = (...first: number[]) => first.every((byte, index) => bytes[index] === byte);
	if (bytes.length === 0) return 'This file is empty. Download it again.';
	if (starts(0x50, 0x4b, 0x03, 0x04)) {
		return /\.xls[xmb]?$/i.test(fileName) ? spreadsheet : zipped;
	}
	if (starts(0xd0, 0xcf, 0x11, 0xe0)) return spreadsheet;
	if (starts(0x25, 0x50, 0x44, 0x46)) return `This is a PDF. ${needed}`;
	if (starts(0xff, 0xd8) || starts(0x89, 0x50, 0x4e, 0x47)) return `This is a picture. ${needed}`;
	const first = new TextDecoder().decode(bytes.slice(0, 200)).trimStart();
	if (/^<(!doctype html|html|\?xml)/i.test(first)) return `This is a web page. ${needed}`;
	if (/^[[{]/.test(first)) return `This is not a table. ${needed}`;
	return undefined;
}

const needed = 'We need the file of your posts that ends in “.csv”.';
const spreadsheet =
	'This is a spreadsheet (.xls or .xlsx). We cannot read it. Choose CSV when you download. ' +
	'If there is no such choice, open it, choose “Save as”, then “CSV UTF-8”, and bring in that file.';
const zipped = `This is a ZIP file. Open it first and choose the file inside that ends in “.csv”.`;

export function decode(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const wide = wideLetters(bytes);
	if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** UTF-16 without its mark: every other byte of plain letters is 0. */
function wideLetters(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	const some = bytes.subarray(0, 400);
	const zeros = [0, 0];
	some.forEach((byte, index) => {
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	const many = some.length / 4;
	if (odd > many && even < odd / 4) return 'utf-16le';
	return even > many && odd < even / 4 ? 'utf-16be' : undefined;
}
