/**
 * Pictures as cameras and apps write them, with all that a file can tell besides the picture: place,
 * maker's notes, names, captions, a small second picture. Each is unlike the others.
 */
import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** Stand in the files below, and must stand in nothing that leaves the phone. */
const secrets = [
	'SecretMaker',
	'SecretPlace',
	'SecretNotes',
	'SecretXmp',
	'SecretCaption',
	'SecretPhotoshop',
	'SecretComment',
	'SecretThumb',
	'SecretText',
	'SecretTail'
] as const;

const exif = {
	IFD0: { Make: 'SecretMaker', Artist: 'SecretMaker', ImageDescription: 'SecretPlace' },
	IFD2: { UserComment: 'SecretNotes', LensModel: 'SecretNotes' },
	IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 58/1 0/1', GPSAreaInformation: 'SecretPlace' }
};

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Shapes in other places and colours for each number. */
function scene(number: number, { width, height }: Size): Sharp {
	const part = (step: number) => ((number * step + step * step) % 97) / 97;
	const shapes = [3, 7, 11, 19, 23, 31, 41]
		.map((step) => {
			const fill = `hsl(${Math.round(part(step) * 360)} 70% ${20 + Math.round(part(step + 1) * 60)}%)`;
			const [x, y] = [part(step + 2) * width, part(step + 3) * height];
			return `<rect x="${x}" y="${y}" width="${width / 3}" height="${height / 4}" fill="${fill}"/>`;
		})
		.join('');
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${(number * 47) % 360} 40% 50%)"/>${shapes}</svg>`;
	return sharp(Buffer.from(svg), { limitInputPixels: false });
}

/** By width and height. */
const grains = new Map<string, Promise<Buffer>>();

/** Grain, as every camera has it: without it a picture would be a tenth as large. */
function grain({ width, height }: Size): Promise<Buffer> {
	const size = `${width} × ${height}`;
	const create = {
		...{ width, height, channels: 3 as const, background: '#808080' },
		noise: { type: 'gaussian' as const, mean: 128, sigma: 12 }
	};
	const known = grains.get(size) ?? sharp({ create }).png({ compressionLevel: 1 }).toBuffer();
	grains.set(size, known);
	return known;
}

/** A JPEG block: marker, length, content. */
function block(marker: number, content: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(content.length + 2, 2);
	return Buffer.concat([head, content]);
}

/** As a phone takes it: place, maker's notes, captions, comments, and bytes behind the end. */
export async function cameraJpeg(
	number: number,
	size: Size = { width: 4000, height: 3000 }
): Promise<Buffer> {
	const drawn = await scene(number, size).png({ compressionLevel: 1 }).toBuffer();
	const plain = await sharp(drawn)
		.composite([{ input: await grain(size), blend: 'soft-light' }])
		.withExif(exif)
		.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><SecretXmp/></x:xmpmeta>')
		.jpeg({ quality: 92 })
		.toBuffer();
	const blocks = [
		block(0xe1, Buffer.from('http://ns.adobe.com/xmp/extension/\0SecretXmp')),
		block(0xe2, Buffer.from('MPF\0SecretThumb')),
		block(
			0xed,
			Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0fSecretCaption\0SecretPhotoshop')
		),
		block(0xee, Buffer.from('SecretMakerAdobe')),
		block(0xfe, Buffer.from('SecretComment'))
	];
	const start = plain.subarray(0, 2);
	return Buffer.concat([start, ...blocks, plain.subarray(2), Buffer.from('SecretTail')]);
}

/** A PNG with notes in words, and a camera's facts. */
export async function notedPng(number: number): Promise<Buffer> {
	const plain = await scene(number, { width: 900, height: 700 }).withExif(exif).png().toBuffer();
	const note = pngBlock('tEXt', Buffer.from('Comment\0SecretText'));
	const more = pngBlock('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0SecretXmp'));
	const end = plain.length - 12;
	return Buffer.concat([plain.subarray(0, end), note, more, plain.subarray(end)]);
}

export function notedWebp(number: number): Promise<Buffer> {
	return scene(number, { width: 900, height: 700 })
		.withExif(exif)
		.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><SecretXmp/></x:xmpmeta>')
		.webp()
		.toBuffer();
}

function pngBlock(kind: string, content: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(kind), content]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(content.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(checksum(body));
	return Buffer.concat([length, body, sum]);
}

function checksum(bytes: Buffer): number {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return (sum ^ 0xffffffff) >>> 0;
}

/** The parts that a file is made of, up to the picture itself: 'APP0', 'tEXt', 'EXIF'. */
export function partsOf(bytes: Buffer): string[] {
	if (bytes[0] === 0xff) return jpegParts(bytes);
	return bytes[0] === 0x89 ? pngParts(bytes) : webpParts(bytes);
}

function jpegParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (
		let at = 2;
		bytes[at] === 0xff && bytes[at + 1] !== 0xda;
		at += 2 + bytes.readUInt16BE(at + 2)
	) {
		const marker = bytes[at + 1] ?? 0;
		found.push(marker >= 0xe0 && marker <= 0xef ? `APP${marker - 0xe0}` : marker.toString(16));
	}
	return found;
}

function pngParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
		found.push(bytes.toString('latin1', at + 4, at + 8));
	}
	return found;
}

function webpParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (let at = 12; at + 8 <= bytes.length;) {
		found.push(bytes.toString('latin1', at, at + 4));
		const size = bytes.readUInt32LE(at + 4);
		at += 8 + size + (size % 2);
	}
	return found;
}

/** Which of the secrets stand in these bytes, as one letter a byte or two. */
export function secretsIn(bytes: Buffer): string[] {
	return secrets.filter(
		(words) => bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'))
	);
}

/** Files of 12 million dots in a folder; returns their paths. */
export async function cameraFiles(folder: string, count: number): Promise<string[]> {
	mkdirSync(folder, { recursive: true });
	const files: string[] = [];
	for (let number = 1; number <= count; number++) {
		const file = path.join(folder, `IMG_${String(number).padStart(4, '0')}.jpg`);
		writeFileSync(file, await cameraJpeg(number));
		files.push(file);
	}
	return files;
}
