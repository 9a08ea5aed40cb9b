import { escapeHtml } from '../../core/text/html.ts';

/** Fill of a shape: a colour of the stylesheet, or one of two hatchings. */
type Hatch = 'rest' | 'maybe';

/**
 * A shape of a chart. Horizontal positions are per cent of the width, vertical ones units of the text size: one
 * picture fits every screen, and its words keep the size of the page's words.
 */
export type Mark =
	| { kind: 'rect'; x: number; y: number; width: number; height: number; look: string; hatch?: Hatch }
	| { kind: 'line'; x1: number; x2: number; y1: number; y2: number; look: string }
	| { kind: 'dot'; x: number; y: number; look: string }
	/** An upward arrow: the number is only a lower bound. */
	| { kind: 'arrow'; x: number; y: number }
	| {
			kind: 'text';
			x: number;
			y: number;
			anchor: 'start' | 'middle' | 'end';
			look: string;
			runs: readonly Run[];
	  };

/** Words on one line; a run on a new line starts at the text’s left edge. */
export interface Run {
	text: string;
	strong?: boolean;
	/** Whether it begins a new line. */
	breaks?: boolean;
}

/** The shapes of a chart and its height, in units of the text's size. */
export interface Plot {
	marks: readonly Mark[];
	height: number;
}

/** Height of a line of text. */
export const LINE = 1.35;

/** The accessible name of a chart. */
export interface Names {
	/** Unique on the page; the element with this id and `-title` is its name. */
	id: string;
	/** Its content in words. */
	description: string;
}

/**
 * Writes a chart as SVG, with classes and presentation attributes only: the Content-Security-Policy forbids styles
 * within a page. Its name is the visible title beside it.
 */
export function svgOf({ marks, height }: Plot, { id, description }: Names): string {
	const hatches = new Set(marks.flatMap((mark) => (mark.kind === 'rect' && mark.hatch ? [mark.hatch] : [])));
	const patterns = [...hatches].sort().map((hatch) => patternOf(hatch, id));
	return [
		`<svg class="chart-picture" role="img" width="100%" height="${em(height)}"`,
		` aria-labelledby="${id}-title" aria-describedby="${id}-words"><desc id="${id}-words">`,
		escapeHtml(description),
		'</desc>',
		...(patterns.length > 0 ? ['<defs>', ...patterns, '</defs>'] : []),
		...marks.map((mark) => markOf(mark, id)),
		'</svg>',
	].join('');
}

function patternOf(hatch: Hatch, id: string): string {
	const lines = hatch === 'rest' ? 'M-2 2l4-4M0 8l8-8M6 10l4-4' : 'M2 0v6';
	const size = hatch === 'rest' ? 8 : 6;
	return `<pattern id="${id}-${hatch}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path class="chart-hatch" d="${lines}"/></pattern>`;
}

function markOf(mark: Mark, id: string): string {
	switch (mark.kind) {
		case 'rect': {
			const fill = mark.hatch ? ` fill="url(#${id}-${mark.hatch})"` : '';
			return `<rect class="chart-${mark.look}" x="${per(mark.x)}" y="${em(mark.y)}" width="${per(mark.width)}" height="${em(mark.height)}"${fill}/>`;
		}
		case 'line':
			return `<line class="chart-${mark.look}" x1="${per(mark.x1)}" x2="${per(mark.x2)}" y1="${em(mark.y1)}" y2="${em(mark.y2)}"/>`;
		case 'dot':
			return `<circle class="chart-${mark.look}" cx="${per(mark.x)}" cy="${em(mark.y)}" r="0.36em"/>`;
		case 'arrow':
			return `<svg x="${per(mark.x)}" y="${em(mark.y)}" overflow="visible"><path class="chart-arrow" d="M0 0v-16M-5 -11l5-6l5 6"/></svg>`;
		default: {
			const { x, y, anchor, look, runs } = mark;
			const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
			return `<text class="chart-${look}" x="${per(x)}" y="${em(y)}"${at}>${runs.map((run) => runOf(run, x)).join('')}</text>`;
		}
	}
}

function runOf({ text, strong, breaks }: Run, x: number): string {
	const place = breaks ? ` x="${per(x)}" dy="${em(LINE)}"` : '';
	const words = escapeHtml(text);
	if (strong) return `<tspan class="chart-count"${place}>${words}</tspan>`;
	return place === '' ? words : `<tspan${place}>${words}</tspan>`;
}

const per = (value: number) => `${rounded(value)}%`;
const em = (value: number) => `${rounded(value)}em`;

/** Two decimals are finer than any screen, and rounding makes the bytes the same on every machine. */
function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
