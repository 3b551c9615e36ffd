import type { Snippet } from 'svelte';
import type { Column } from '../../components/table/table';
import type { ShowLine } from '../../../.cache/api';
import { statusLabels } from '../../../.cache/words';

/** By what the daemon puts shows in order, and whether the greatest is wanted first. */
export const sortable: Record<string, 'text' | 'number'> = {
  title: 'text', premiered: 'number', ended: 'number', rating: 'number', runtime: 'number',
  popularity: 'number', updated: 'number', id: 'number',
};

/** Choices that stand in the address as the API calls them. */
export const filters: { name: string; label: string; hint: string }[] = [
  { name: 'genres', label: 'genres', hint: 'Drama, Crime' },
  { name: 'languages', label: 'languages', hint: 'English' },
  { name: 'countries', label: 'countries', hint: 'GB, IE' },
  { name: 'networks', label: 'networks', hint: 'BBC One' },
  { name: 'types', label: 'types', hint: 'Scripted' },
  { name: 'rating.min', label: 'rating from', hint: '7.5' },
  { name: 'premiered.after', label: 'begun from', hint: '2015' },
  { name: 'popularity.min', label: 'popularity from', hint: '50' },
  { name: 'category', label: 'kept out by', hint: 'rating' },
  { name: 'selection', label: 'selection', hint: 'its name' },
  { name: 'instance', label: 'server', hint: 'its name' },
];
const lists = ['genres', 'languages', 'countries', 'networks', 'types', 'category', 'selection',
               'instance', 'processing_status'];

/** What is asked of the daemon for what the address says. */
export function questionOf(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  const sort = address.get('sort') ?? '';
  query.set('sort', sort in sortable ? sort : 'popularity');
  query.set('direction', address.get('direction') === 'ascending' ? 'ascending' : 'descending');
  for (const name of ['search', 'processing_status', ...filters.map(each => each.name)]) {
    const value = (address.get(name) ?? '').trim();
    if (value === '') continue;
    const values = lists.includes(name) ? value.split(',') : [value];
    for (const each of values) if (each.trim() !== '') query.append(name, each.trim());
  }
  return query;
}

/** The columns of the catalogue; all of them can be chosen. */
export const columnsWith = (mark: Snippet<[ShowLine]>): Column<ShowLine>[] => [
  { key: 'state', name: 'State', width: '124px', keep: 1, sorts: false, mark,
    text: show => statusLabels[show.processing_status].text },
  { key: 'title', name: 'Title', width: 'minmax(140px, 1.8fr)', keep: 1, text: show => show.title },
  { key: 'premiered', name: 'Year', width: '44px', keep: 1, number: true,
    text: show => show.premiered?.slice(0, 4) ?? '' },
  { key: 'rating', name: 'Rating', width: '56px', keep: 1, number: true,
    text: show => show.rating?.toFixed(1) ?? '' },
  { key: 'popularity', name: 'Popular', width: '66px', keep: 2, number: true,
    text: show => String(show.weight ?? '') },
  { key: 'network', name: 'Network', width: 'minmax(90px, 1fr)', keep: 2, sorts: false,
    text: show => show.network ?? show.web_channel ?? '' },
  { key: 'language', name: 'Language', width: '84px', sorts: false,
    text: show => show.language ?? '' },
  { key: 'genres', name: 'Genres', width: 'minmax(100px, 1.1fr)', sorts: false,
    text: show => show.genres.join(', ') },
  { key: 'why', name: 'By', width: 'minmax(90px, 1fr)', keep: 2, sorts: false,
    text: show => show.processing_status === 'filtered' ? show.category ?? '' :
      [show.selection, show.instance].filter(Boolean).join(' → ') },
  { key: 'country', name: 'Country', width: '62px', sorts: false, usual: false,
    text: show => show.country ?? '' },
  { key: 'type', name: 'Type', width: '100px', sorts: false, usual: false,
    text: show => show.type ?? '' },
  { key: 'status', name: 'Runs', width: '110px', sorts: false, usual: false,
    text: show => show.status ?? '' },
  { key: 'ended', name: 'Ended', width: '90px', usual: false, text: show => show.ended ?? '' },
  { key: 'runtime', name: 'Minutes', width: '66px', number: true, usual: false,
    text: show => String(show.runtime ?? show.average_runtime ?? '') },
  { key: 'tvdb', name: 'TVDB', width: '80px', number: true, sorts: false, usual: false,
    text: show => String(show.tvdb_id ?? '') },
  { key: 'imdb', name: 'IMDb', width: '96px', sorts: false, usual: false,
    text: show => show.imdb_id ?? '' },
  { key: 'updated', name: 'Updated', width: '96px', usual: false,
    text: show => new Date(show.updated * 1000).toISOString().slice(0, 10) },
  { key: 'id', name: 'TVmaze', width: '76px', number: true, usual: false,
    text: show => String(show.id) },
];
