import type { PagedList } from '../../api/paged_list.svelte';
import { unsectioned } from './flat_rows';
import type { Rows } from './table';

/** A list of the daemon as the rows of a table. */
export const pagedRows = <Row>(list: PagedList<Row>): Rows<Row> => ({
  ...unsectioned,
  get length() {
    return list.length;
  },
  rowAt: ({ at }) => list.rows[at],
  see: (from, to) => list.see(from, to),
});
