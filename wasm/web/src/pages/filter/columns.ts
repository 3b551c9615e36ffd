import { verdictName } from '../../format/names';
import type { RowFacts, SortBy } from '../../../.cache/engine';

export interface Column {
  name: string;
  sort: SortBy;
  number?: boolean;
  text: (row: RowFacts) => string;
}

/** The columns of the table beside title and verdict. */
export const columns: Column[] = [
  { name: 'Year', sort: 'premiered', number: true,
    text: row => String(row.year ?? '') },
  { name: 'Rating', sort: 'rating', number: true,
    text: row => row.rating?.toFixed(1) ?? '' },
  { name: 'Popular', sort: 'popularity', number: true,
    text: row => String(row.popularity ?? '') },
  { name: 'Network', sort: 'network',
    text: row => row.network ?? '' },
  { name: 'Language', sort: 'language', text: row => row.language ?? '' },
  { name: 'Genres', sort: 'genres',
    text: row => row.genres.join(', ') },
];

/** What shows can be put together by. */
export const headings: { by: SortBy; name: string }[] = [
  { by: 'verdict', name: 'verdict' }, { by: 'category', name: 'reason' },
  { by: 'type', name: 'type' }, { by: 'status', name: 'status' },
  { by: 'language', name: 'language' }, { by: 'country', name: 'country' },
  { by: 'network', name: 'network' },
];

/** What the shows of a section have in common, as one of them says it. */
export function headingOf(row: RowFacts, by: SortBy | undefined): string {
  if (by === 'verdict') return verdictName[row.verdict];
  if (by === 'category') return row.category ?? 'wanted';
  const said = { type: row.type, status: row.status, language: row.language, country: row.country,
    network: row.network };
  return said[by as keyof typeof said] ?? 'unknown';
}
