/** What has become of shows, for people. */
export const statusNames = {
  pending: 'to be added', review: 'for review', filtered: 'filtered',
  pending_tvdb: 'wait for an id', added: 'added', exists: 'there already', failed: 'refused',
  skipped: 'skipped',
} as const;
export type Status = keyof typeof statusNames;
export const statuses = Object.keys(statusNames) as Status[];
