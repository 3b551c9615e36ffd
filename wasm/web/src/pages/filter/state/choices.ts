import { categoryWords, sortByWords, verdictWords, type RowQuery } from '../../../../.cache/engine';
import { everything } from './views';

const listOf = <Word extends string>(text: string | null, words: readonly Word[]): Word[] =>
  (text ?? '').split(',').filter((word): word is Word => words.includes(word as Word));

const wordOf = <Word extends string>(text: string | null, words: readonly Word[]) =>
  words.find(word => word === text);

/** A query of the list of shows, as it stands in the address. */
export function choicesOf(query: RowQuery): URLSearchParams {
  const said = new URLSearchParams();
  const set = (name: string, value: string | undefined) => value && said.set(name, value);
  set('search', query.text);
  set('verdict', query.verdicts?.join(','));
  set('category', query.categories?.join(','));
  set('selection', query.selection);
  set('line', query.part?.toString());
  set('change', query.change?.toString());
  set('changed', query.changed ? 'yes' : undefined);
  set('group', query.group);
  if (query.sort !== everything.sort || query.descending !== everything.descending) {
    set('sort', query.sort);
    set('direction', query.descending ? 'descending' : 'ascending');
  }
  return said;
}

/** The other way. */
export function queryOf(said: URLSearchParams): RowQuery {
  const query: RowQuery = { ...everything };
  const sort = wordOf(said.get('sort'), sortByWords);
  if (sort) {
    query.sort = sort;
    query.descending = said.get('direction') === 'descending';
  }
  const group = wordOf(said.get('group'), sortByWords);
  if (group) query.group = group;
  const verdicts = listOf(said.get('verdict'), verdictWords);
  if (verdicts.length > 0) query.verdicts = verdicts;
  const categories = listOf(said.get('category'), categoryWords);
  if (categories.length > 0) query.categories = categories;
  for (const [name, key] of [['search', 'text'], ['selection', 'selection']] as const)
    if (said.get(name)) query[key] = said.get(name)!;
  for (const [name, key] of [['line', 'part'], ['change', 'change']] as const)
    if (/^\d+$/.test(said.get(name) ?? '')) query[key] = Number(said.get(name));
  if (said.get('changed') === 'yes') query.changed = true;
  return query;
}
