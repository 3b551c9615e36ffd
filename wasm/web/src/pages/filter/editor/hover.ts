import { hoverTooltip } from '@codemirror/view';
import { count } from '../../../format/numbers';
import type { Completion, Hover } from '../../../../.cache/engine';

/** The questions of the editor to the engine. */
export interface Knowledge {
  complete: (text: string, offset: number) => Promise<Completion | undefined>;
  hover: (text: string, offset: number) => Promise<Hover | null | undefined>;
}

function paragraph(text: string, kind: string): HTMLElement {
  const element = document.createElement('div');
  element.className = kind;
  element.textContent = text;
  return element;
}

function countsOf(hover: Hover): string {
  const parts = [];
  if (hover.yes !== undefined)
    parts.push(hover.no === undefined ? `${count(hover.yes)} shows` : `${count(hover.yes)} yes`);
  if (hover.no !== undefined) parts.push(`${count(hover.no)} no`);
  if (hover.unknown) parts.push(`${count(hover.unknown)} unknown`);
  return parts.join(', ');
}

function domOf(hover: Hover): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-hover-text';
  box.append(paragraph(hover.path, 'path'), paragraph(hover.text, 'text'));
  if (hover.preset) box.append(paragraph(`Unless written: ${hover.preset}`, 'preset'));
  if (countsOf(hover)) box.append(paragraph(countsOf(hover), 'counts'));
  return box;
}

/** What the reference says about a place, and how many shows meet it. */
export const hovers = (knows: Knowledge) => hoverTooltip(async (view, at) => {
  const hover = await knows.hover(view.state.doc.toString(), at);
  if (!hover) return null;
  return { pos: hover.at.from, end: hover.at.to, above: true,
           create: () => ({ dom: domOf(hover) }) };
});
