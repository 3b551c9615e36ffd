import type { Column } from '../../components/table/table';
import { verdictName } from '../../format/names';
import type { RowFacts, SortBy } from '../../../.cache/engine';

/** The columns of the table beside title and verdict. */
export const columns: Column<RowFacts>[] = [
  { key: 'premiered', name: 'Year', number: true, width: '44px', keep: 1,
    text: row => String(row.year ?? '') },
  { key: 'rating', name: 'Rating', number: true, width: '54px', keep: 1,
    text: row => row.rating?.toFixed(1) ?? '' },
  { key: 'popularity', name: 'Popular', number: true, width: '64px', keep: 2,
    text: row => String(row.popularity ?? '') },
  { key: 'network', name: 'Network', width: 'minmax(80px, 1fr)', text: row => row.network ?? '' },
  { key: 'language', name: 'Language', width: '80px', text: row => row.language ?? '' },
  { key: 'genres', name: 'Genres', width: 'minmax(90px, 1.1fr)',
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
