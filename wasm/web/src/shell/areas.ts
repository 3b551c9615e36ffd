import { pages, type Page } from '../../.cache/pages';
import { isFilter, viewAt } from '../pages/views';

/** An area of the page: one line of the rail, with one view or several. */
export interface Area {
  name: string;
  group: Page['group'];
  to: string;
  views: Page[];
}

export const groups: { group: Page['group']; name: string }[] = [
  { group: 'home', name: '' }, { group: 'discover', name: 'Discover' },
  { group: 'library', name: 'Library' }, { group: 'operate', name: 'Operate' },
];

const isThere = ({ path }: Page) => isFilter(path) || viewAt(path) !== undefined;

/** The areas of which this page has a view, in the order of the rail. */
export const areas: Area[] = Object.values(pages.filter(isThere).reduce<Record<string, Area>>(
  (all, page) => {
    const { area: name, group, path } = page;
    (all[name] ??= { name, group, to: path, views: [] }).views.push(page);
    return all;
  }, {})).filter(area => area.group !== 'apart');

export const areaAt = (path: string): Area | undefined =>
  areas.find(area => area.views.some(view => view.path === path));

/** What a person calls the place at a path, the narrowest word first. */
export function titleAt(path: string): string {
  const area = areaAt(path);
  const view = area?.views.find(each => each.path === path);
  return [...new Set([view?.title, area?.name, 'Sievarr'])].filter(Boolean).join(' · ');
}

/** An address that names no more than an area means its first view. */
export function meantBy(path: string): string | undefined {
  if (areaAt(path)) return undefined;
  return areas.find(area => area.to.startsWith(`${path}/`))?.to;
}
