/** As much of Markdown as the core writes: headings, tables, lists, paragraphs, code. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'list'; items: string[] }
  | { kind: 'code'; text: string }
  | { kind: 'paragraph'; text: string };

export interface Piece {
  text: string;
  code: boolean;
}

const cellsOf = (line: string): string[] =>
  line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map(cell => cell.replaceAll('\\|', '|').trim());

function kindOf(line: string): string {
  if (line.startsWith('#')) return 'heading';
  if (line.startsWith('|')) return 'table';
  if (/^[-*] /.test(line)) return 'list';
  if (line.startsWith('```')) return 'code';
  return line.trim() === '' ? 'nothing' : 'paragraph';
}

function blockOf(kind: string, lines: string[]): Block | null {
  const first = lines[0] ?? '';
  if (kind === 'heading')
    return { kind, level: first.indexOf(' '), text: first.slice(first.indexOf(' ') + 1) };
  if (kind === 'table')
    return { kind, head: cellsOf(first), rows: lines.slice(2).map(cellsOf) };
  if (kind === 'list') return { kind, items: lines.map(line => line.slice(2)) };
  if (kind === 'code') return { kind, text: lines.slice(1).join('\n') };
  return kind === 'paragraph' ? { kind, text: lines.join(' ') } : null;
}

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let kind = 'nothing';
  let lines: string[] = [];
  const close = () => {
    const block = blockOf(kind, lines);
    if (block) blocks.push(block);
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    if (kind === 'code' && !line.startsWith('```')) {
      lines.push(line);
      continue;
    }
    const next = kind === 'code' ? 'nothing' : kindOf(line);
    if (next !== kind || next === 'heading') close();
    kind = next;
    lines.push(line);
  }
  close();
  return blocks;
}

/** Text and code, in turns; links and emphasis keep their words. */
export function piecesOf(text: string): Piece[] {
  const plain = text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return plain.split('`').map((part, at) => (
    { text: at % 2 ? part : part.replaceAll('**', ''), code: at % 2 === 1 }))
    .filter(piece => piece.text !== '');
}
