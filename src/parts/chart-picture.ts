/**
 * A chart as a picture of its own: title, key and drawing on white, for a letter or a post.
 *
 * Drawn from the chart on the screen; nothing leaves the phone.
 */
const scale = 2;
const room = 16;
const lineHeight = 26;
const family = 'Arial, sans-serif';
const svgNames = 'http://www.w3.org/2000/svg';
/** What styles give to a drawing; a picture has no styles of its own. */
const drawn = [
	...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity'],
	...['font-size', 'font-weight', 'text-anchor']
];

/** A PNG; undefined where the browser cannot draw it. `frame` holds one chart. */
export async function chartPicture(frame: HTMLElement): Promise<Blob | undefined> {
	const whole = wholeDrawing(frame);
	if (!whole) return undefined;
	const width = Number(whole.getAttribute('width'));
	const height = Number(whole.getAttribute('height'));
	const text = new XMLSerializer().serializeToString(whole);
	const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = width * scale;
		canvas.height = height * scale;
		const context = canvas.getContext('2d');
		if (!context) return undefined;
		context.scale(scale, scale);
		context.drawImage(image, 0, 0, width, height);
		const blob = await new Promise<Blob | null>((resolve) => {
			canvas.toBlob(resolve, 'image/png');
		});
		return blob ?? undefined;
	} catch {
		return undefined;
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** One drawing of title, key and chart, below one another. */
function wholeDrawing(frame: HTMLElement): Element | undefined {
	const chart = frame.querySelector<SVGSVGElement>('svg[role=img]');
	if (!chart) return undefined;
	const width = Math.ceil(chart.getBoundingClientRect().width) + 2 * room;
	const whole = element('svg', {});
	let top = room + 16;
	const title = frame.querySelector('.app-chart__title')?.textContent ?? '';
	for (const line of linesOf(title, width - 2 * room, 10)) {
		whole.append(words(line, room, top, { 'font-size': '18', 'font-weight': '700' }));
		top += lineHeight;
	}
	for (const item of frame.querySelectorAll('.app-chart__key-item')) {
		const sample = item.querySelector('svg');
		const sampleWidth = Number(sample?.getAttribute('width') ?? 0);
		const sampleHeight = Number(sample?.getAttribute('height') ?? 0);
		if (sample) {
			whole.append(placed(sample, room, top - 5 - sampleHeight / 2));
		}
		const label = item.textContent.trim();
		whole.append(words(label, room + sampleWidth + 8, top, { 'font-size': '15' }));
		top += lineHeight + 2;
	}
	whole.append(placed(chart, room, top - 8));
	const height = top + Math.ceil(chart.getBoundingClientRect().height) + room;
	for (const [name, value] of Object.entries({ width, height })) {
		whole.setAttribute(name, String(value));
	}
	whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
	whole.prepend(element('rect', { width: '100%', height: '100%', fill: '#fff' }));
	return whole;
}

/** A copy with its look written into it. */
function placed(svg: SVGSVGElement, x: number, y: number): Node {
	const copy = document.importNode(svg, true);
	const originals = [svg, ...svg.querySelectorAll('*')];
	const copies = [copy, ...copy.querySelectorAll('*')];
	for (const [index, original] of originals.entries()) {
		const look = getComputedStyle(original);
		for (const name of drawn) copies[index]?.setAttribute(name, look.getPropertyValue(name));
		copies[index]?.setAttribute('font-family', family);
		copies[index]?.removeAttribute('class');
	}
	copy.setAttribute('x', String(x));
	copy.setAttribute('y', String(y));
	return copy;
}

function element(name: string, attributes: Readonly<Record<string, string>>): Element {
	const made = document.createElementNS(svgNames, name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	return made;
}

function words(
	text: string,
	x: number,
	y: number,
	look: Readonly<Record<string, string>>
): Element {
	const place = { x: String(x), y: String(y), 'font-family': family, fill: '#212b32', ...look };
	const made = element('text', place);
	made.textContent = text;
	return made;
}

/** Words in lines of about that many pixels. */
function linesOf(text: string, width: number, letter: number): string[] {
	const most = Math.max(12, Math.floor(width / letter));
	const lines: string[] = [];
	for (const word of text.trim().split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= most) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	return lines;
}
