import type { Row, SortBy } from '../worker/shapes';

export interface Column {
  name: string;
  sort: SortBy;
  number?: boolean;
  text: (row: Row) => string;
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
