/**
 * Compares our markup with the NHS's own: elements, classes, texts and the attributes that mean
 * something.
 *
 * Ids may differ as long as everything points at the same places. Pictures are ours, so only the
 * class of an icon counts; our own classes ('app-…') come on top.
 */
import { parse, type AST } from 'svelte/compiler';

export interface Outline {
	readonly tag: string;
	readonly classes: readonly string[];
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly (Outline | string)[];
}

/** For the NHS's scripts, or about how an icon is drawn. */
const noMeaning = /^(data-.*|xmlns|viewBox|width|height|focusable|class)$/;
const pointsAtIds = /^(id|for|aria-describedby|aria-labelledby|aria-controls)$/;

/** `leaveOut` names attributes that one side has for a reason of its own. */
export function outlineOf(html: string, leaveOut: readonly string[] = []): (Outline | string)[] {
	const ids = new Map<string, string>();
	const nameOf = (id: string) => {
		const name = ids.get(id) ?? `id ${ids.size + 1}`;
		ids.set(id, name);
		return name;
	};

	function meaning(name: string, value: string): string {
		if (pointsAtIds.test(name)) return value.split(' ').map(nameOf).join(' ');
		if (name === 'href' && /^#\w/.test(value)) return `#${nameOf(value.slice(1))}`;
		return value;
	}

	function attributesOf(element: AST.RegularElement): Record<string, string> {
		const found: Record<string, string> = {};
		for (const attribute of element.attributes) {
			if (attribute.type !== 'Attribute') continue;
			const { name } = attribute;
			if (noMeaning.test(name) || leaveOut.includes(name)) continue;
			const value = textOf(attribute);
			// An empty box says nothing.
			if (name === 'value' && value === '') continue;
			found[name] = meaning(name, value);
		}
		return found;
	}

	function outline(node: AST.Fragment['nodes'][number], isHidden = false): (Outline | string)[] {
		// Words that are only heard need their spaces, or they run into their neighbours.
		if (node.type === 'Text') return isHidden ? [node.data.replace(/\s+/g, ' ')] : words(node.data);
		if (node.type !== 'RegularElement') return [];
		const names = node.attributes.flatMap((attribute) =>
			attribute.type === 'Attribute' && attribute.name === 'class'
				? textOf(attribute).split(/\s+/)
				: []
		);
		const isHeardOnly = node.name === 'span' && names.includes('nhsuk-u-visually-hidden');
		return [
			{
				tag: node.name,
				classes: names.filter((name) => name.startsWith('nhsuk-')).sort(),
				attributes: attributesOf(node),
				children:
					node.name === 'svg'
						? []
						: joined(node.fragment.nodes.flatMap((child) => outline(child, isHeardOnly)))
			}
		];
	}

	return joined(parse(html, { modern: true }).fragment.nodes.flatMap((node) => outline(node)));
}

/** The first element with a class, and what is in it. */
export function partOf(html: string, className: string): string {
	const isIt = (node: AST.RegularElement) =>
		node.attributes.some(
			(attribute) =>
				attribute.type === 'Attribute' &&
				attribute.name === 'class' &&
				textOf(attribute).split(/\s+/).includes(className)
		);
	const find = (nodes: AST.Fragment['nodes']): AST.RegularElement | undefined => {
		for (const node of nodes) {
			if (node.type !== 'RegularElement') continue;
			const found = isIt(node) ? node : find(node.fragment.nodes);
			if (found) return found;
		}
		return undefined;
	};
	const found = find(parse(html, { modern: true }).fragment.nodes);
	if (!found) throw new Error(`Nothing has the class ${className}.`);
	return html.slice(found.start, found.end);
}

function textOf({ value }: AST.Attribute): string {
	if (value === true || !Array.isArray(value)) return '';
	return value.map((part) => (part.type === 'Text' ? part.data : '')).join('');
}

function words(text: string): string[] {
	const plain = text.replace(/\s+/g, ' ').trim();
	return plain === '' ? [] : [plain];
}

/** Neighbouring texts are one: comments of the renderer stand between them. */
function joined(children: readonly (Outline | string)[]): (Outline | string)[] {
	const result: (Outline | string)[] = [];
	for (const child of children) {
		const last = result.at(-1);
		if (typeof child === 'string' && typeof last === 'string') {
			result[result.length - 1] = `${last} ${child}`;
		} else {
			result.push(child);
		}
	}
	return result;
}
