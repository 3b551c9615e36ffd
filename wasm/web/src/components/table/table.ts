import type { Snippet } from 'svelte';
import { recall, remember } from '../../browser/settings.svelte';

/** A column of a table of rows of one kind. */
export interface Column<Row> {
  /** How the address calls it; what sorts by it, too. */
  key: string;
  name: string;
  text: (row: Row) => string;
  number?: boolean;
  /** Whether rows can be put in order by it. */
  sorts?: boolean;
  /** Its width as a track of a grid. */
  width: string;
  /** 1 stays in the narrowest table, 2 in one of middle width, 3 only in a wide one. */
  keep?: 1 | 2 | 3;
  /** Whether it is shown before somebody chooses. */
  usual?: boolean;
  /** Drawn before the text; in a narrow table in its place, unless that is wide. */
  mark?: Snippet<[Row]>;
  wide?: boolean;
}

/** What stands at a place of a list: a row, or the heading of a section. */
export interface Place {
  /** Which of the rows; for a heading, the first of its section. */
  at: number;
  /** The section that a heading is of. */
  section?: number;
}

/** A long list, perhaps in sections, of which only what is in sight has to be there. */
export interface Rows<Row> {
  /** How many places there are, with the headings of sections. */
  readonly length: number;
  place(index: number): Place;
  /** Nothing while it is fetched. */
  rowAt(place: Place): Row | undefined;
  see(from: number, to: number): void;
  isFolded(section: number): boolean;
  fold(section: number): void;
  /** How many rows a section has. */
  inside(section: number): number;
}

export interface Order {
  by: string;
  descending: boolean;
}

export type Density = 'comfortable' | 'normal' | 'dense';
export const densities: Density[] = ['comfortable', 'normal', 'dense'];
export const heights: Record<Density, number> = { comfortable: 44, normal: 32, dense: 26 };

export function densityOf(table: string): Density {
  const kept = recall(`density.${table}`) as Density | null;
  return kept && densities.includes(kept) ? kept : 'normal';
}

export const keepDensity = (table: string, density: Density): void =>
  remember(`density.${table}`, density);

/** The columns that an address names, in the order of all; without names, the usual ones. */
export function columnsOf<Row>(all: Column<Row>[], named: string): Column<Row>[] {
  const wanted = named.split(',');
  const chosen = all.filter(column => wanted.includes(column.key));
  return named === '' || chosen.length === 0 ?
    all.filter(column => column.usual !== false) : chosen;
}
