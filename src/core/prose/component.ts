import type { RuleId } from '../rules/rules.ts';
import type { z } from 'zod';
import { keepHit, type Place, START } from '../values/problem.ts';
import { suggestion } from '../values/reference.ts';
import type { ComponentName, ComponentProps } from './components.ts';
import { BLOCK_COMPONENTS, COMPONENTS, HOLDING_COMPONENTS } from './components.ts';
import type { Node } from './node.ts';
import { textOf } from './node.ts';
import type { TextProblem } from '../values/problem.ts';
import type { Mention } from './types.ts';

interface Read {
	/** The component without its content; undefined where it is refused. */
	component?: { node: { type: 'component'; component: ComponentName; props: object }; block: boolean };
	problems: TextProblem[];
	/** What it refers to. */
	mention?: Omit<Mention, keyof Place>;
}

const NAMES = Object.keys(COMPONENTS) as ComponentName[];
const LIST = NAMES.map((known) => `<${known}>`).join(', ');

/** Reads one tag of a text: its name against the allow-list, its attributes against their schema. */
export function readComponent(node: Node): Read {
	const { line, column } = node.position?.start ?? START;
	const problems: TextProblem[] = [];
	// What was typed as a name may be words of an account: only those of the allow-list are said.
	const report = (rule: RuleId, message: string, advice: string, typed?: string) => {
		const problem = { line, column, rule, message, advice };
		problems.push(typed ? keepHit(problem, typed) : problem);
	};

	const name = node.name ?? '';
	if (!isComponentName(name)) {
		if (/^[a-z][^.:]*$/.test(name))
			report('no-html', 'HTML is not allowed', `Use Markdown, or one of ${LIST}`, name);
		else
			report(
				'unknown-component',
				name === ''
					? 'An empty tag <> is not allowed'
					: `There is no such component${suggestion(name, NAMES)}`,
				`Use one of ${LIST}`,
				name,
			);
		return { problems };
	}

	const attributes = literalAttributes(node, report);
	if (!attributes) return { problems };
	const parsed = COMPONENTS[name].safeParse(attributes);
	if (!parsed.success) {
		for (const issue of parsed.error.issues)
			report(
				'component-attribute',
				describe(name, issue, attributes),
				`<${name}> takes ${Object.keys(COMPONENTS[name].shape).join(', ')}`,
			);
		return { problems };
	}

	const holds = textOf(node).trim() !== '' || (node.children ?? []).some((child) => child.type !== 'text');
	if (HOLDING_COMPONENTS.has(name) && !holds)
		report(
			'empty-component',
			`<${name}> has no words in it`,
			`Write them between <${name} …> and </${name}>`,
		);
	if (!HOLDING_COMPONENTS.has(name) && holds)
		report('component-content', `<${name}> takes no words`, `Close it at once: <${name} …/>`);
	const block = BLOCK_COMPONENTS.has(name);
	if (block && node.type === 'mdxJsxTextElement')
		report(
			'component-place',
			`<${name}> stands within a sentence`,
			'Put it on lines of its own, with an empty line before and after',
		);
	const mention = mentionOf(name, parsed.data);
	const component = { type: 'component', component: name, props: parsed.data } as const;
	return { component: { node: component, block }, problems, ...mention };
}

function describe(name: string, issue: z.core.$ZodIssue, attributes: Record<string, string>): string {
	if (issue.code === 'unrecognized_keys') return `<${name}> has no attribute of that name`;
	const attribute = String(issue.path[0]);
	if (!Object.hasOwn(attributes, attribute)) return `<${name}> needs the attribute ${attribute}`;
	return `<${name}> ${attribute}: ${issue.message}`;
}

function isComponentName(name: string): name is ComponentName {
	return Object.hasOwn(COMPONENTS, name);
}

/** Attributes of a tag as plain strings; undefined where any is computed or spread. */
function literalAttributes(
	node: Node,
	report: (rule: RuleId, message: string, advice: string) => void,
): Record<string, string> | undefined {
	const attributes: Record<string, string> = Object.create(null);
	let good = true;
	for (const attribute of node.attributes ?? []) {
		if (attribute.type === 'mdxJsxExpressionAttribute') {
			report('no-expression', 'Spread attributes are not allowed', 'Write each attribute as name="text"');
			good = false;
		} else if (typeof attribute.value === 'object' && attribute.value !== null) {
			report(
				'no-expression',
				'The value of an attribute is computed',
				'Write it as name="text", without braces',
			);
			good = false;
		} else if (attribute.name !== undefined && attribute.name in attributes) {
			report('component-attribute', 'An attribute is given twice', 'Remove one of them');
			good = false;
		} else attributes[attribute.name ?? ''] = attribute.value ?? '';
	}
	return good ? { ...attributes } : undefined;
}

function mentionOf(name: ComponentName, props: object): Pick<Read, 'mention'> {
	if (name === 'Ref') {
		const { record, para } = props as ComponentProps['Ref'];
		return { mention: { kind: 'record', id: record, ...(para === undefined ? {} : { paragraph: para }) } };
	}
	if (name === 'Excerpt') {
		const { record, para } = props as ComponentProps['Excerpt'];
		return { mention: { kind: 'excerpt', id: record, paragraph: para } };
	}
	if (name === 'Figure') return { mention: { kind: 'figure', id: (props as ComponentProps['Figure']).id } };
	const { organisation } = props as ComponentProps['Reply'];
	if (name === 'Reply' && organisation) return { mention: { kind: 'organisation', id: organisation } };
	return {};
}
