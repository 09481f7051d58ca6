/**
 * Leaves out of the built styles what the NHS package brings along and no screen of ours uses.
 *
 * A PostCSS plugin, run by postcss.config.js. Only classes named here go; an NHS class that a screen
 * starts to use must leave this list.
 */

/** Parts and variants that we do not use; the deprecated names are gone from the NHS markup too. */
const unusedClasses = [
	/^nhsuk-(action-link|image|scroll|card-group|do-dont-list|warning-callout)/,
	/^nhsuk-(width-container-fluid|main-wrapper--|table-container|table-responsive|table__panel|table__heading-tab|input__)/,
	/^nhsuk-card--(care|primary|top-task)|^nhsuk-card__(content|heading)--/,
	/^nhsuk-table--(striped|no-)/,
	/^nhsuk-button--(brand|login|secondary-solid)|^nhsuk-button-group--small/,
	/^nhsuk-(input|input-wrapper)--(large|code)/,
	/^nhsuk-icon(__|--size-)/,
	/^nhsuk-(heading-xxs|caption-xxl|caption--bottom|lede-text--small|form-group--inline|expander)/,
	/^nhsuk-(error-summary|tabs)__title|^nhsuk-task-list__status--|__(message|status)--disabled$/,
	/--reverse$|^nhsuk-u-frontend-not-supported|^nhsuk-link--(reverse|text|no-)|^nhsuk-link-image/
];

/** Written for browsers that cannot run the app at all. */
const oldBrowsers = /-ms-high-contrast|\\0/;
/** Icons take the colour of their link by themselves in every browser that runs the app. */
const iconInLink = /:(visited|focus|hover|active) \.nhsuk-icon$/;
/** Slightly other room between certain neighbours: not worth its bytes. */
const roomBetween = /:has\(\+|\+\s*(\.nhsuk-caption|\[class)/;
/** Sorting and a drawn 'clear' button would fetch pictures that we do not ship. */
const needsPictures = /\[(data|aria)-sort|search-cancel-button/;
/** In forced colours, browsers give links these colours without being told. */
const forcedLinkColours = /^(LinkText|VisitedText|ActiveText)$/i;
/** Custom properties for scripts of the package that we do not run; its palette stays. */
const unusedProperties = /^--(?!nhsuk-[\w-]+-colour$)nhsuk-/;
/** What every browser that runs the app can do: the rules inside always hold. */
const alwaysSupported = /-ms-ime-align|max\(calc\(0px\)\)|forced-color-adjust/;

interface Container {
	nodes?: readonly unknown[];
	remove(): void;
}
interface Declaration {
	readonly prop: string;
	readonly value: string;
	readonly important?: boolean;
	remove(): void;
}
interface Rule extends Container {
	selectors: string[];
	readonly parent?: Parent | undefined;
	walkDecls(visit: (declaration: Declaration) => void): void;
}
interface Parent {
	readonly name?: string;
	readonly params?: string;
	readonly parent?: Parent | undefined;
}
interface AtRule extends Container {
	readonly name: string;
	params: string;
	replaceWith(nodes: readonly unknown[] | undefined): void;
}
interface Root {
	walkRules(visit: (rule: Rule) => void): void;
	walkAtRules(visit: (atRule: AtRule) => void): void;
}

export const leanStyles = {
	postcssPlugin: 'lean-styles',
	OnceExit(root: Root) {
		root.walkRules(dropUnusedSelectors);
		root.walkAtRules(dropOldBrowsers);
		dropOverruled(root);
		root.walkAtRules((atRule) => {
			if (atRule.nodes?.length === 0) atRule.remove();
		});
	}
};

function dropUnusedSelectors(rule: Rule) {
	const isUsed = (selector: string) =>
		!iconInLink.test(selector) &&
		!roomBetween.test(selector) &&
		!needsPictures.test(selector) &&
		(selector.match(/\.nhsuk-[\w-]+/g) ?? []).every(
			(name) => !unusedClasses.some((unused) => unused.test(name.slice(1)))
		);
	const used = rule.selectors.filter(isUsed);
	if (used.length < rule.selectors.length) rule.selectors = used;
	rule.walkDecls((declaration) => {
		const isUnused = unusedProperties.test(declaration.prop);
		if (isUnused || forcedLinkColours.test(declaration.value)) declaration.remove();
	});
	if (used.length === 0 || rule.nodes?.length === 0) rule.remove();
}

function dropOldBrowsers(atRule: AtRule) {
	if (atRule.name === 'media' && oldBrowsers.test(atRule.params)) {
		const kept = atRule.params.split(/,\s*/).filter((query) => !oldBrowsers.test(query));
		if (kept.length === 0) atRule.remove();
		else atRule.params = kept.join(', ');
	}
	if (atRule.name === 'supports' && alwaysSupported.test(atRule.params)) {
		atRule.replaceWith(atRule.nodes);
	}
}

/** The package often styles one selector twice; where both hold, only the last word counts. */
function dropOverruled(root: Root) {
	const rules: Rule[] = [];
	root.walkRules((rule) => rules.push(rule));
	const said = new Set<string>();
	for (const rule of rules.reverse()) {
		const own: string[] = [];
		rule.walkDecls((declaration) => {
			const says = `${declaration.prop}${declaration.important ? '!' : ''}`;
			const keys = rule.selectors.map((selector) => `${holdsIn(rule)}${selector}{${says}`);
			if (keys.every((key) => said.has(key))) declaration.remove();
			else own.push(...keys);
		});
		for (const key of own) said.add(key);
		if (rule.nodes?.length === 0) rule.remove();
	}
}

/** The conditions around a rule, such as a media query. */
function holdsIn(rule: Rule): string {
	let conditions = '';
	for (let parent = rule.parent; parent; parent = parent.parent) {
		conditions += `${parent.name ?? ''} ${parent.params ?? ''}|`;
	}
	return conditions;
}
