// Made from the table of addresses by `tests/run goldens`.

export interface Page {
  /** Path below `server.url_base`; what is in braces is a number. */
  path: string;
  /** What a person calls the place. */
  title: string;
  /** The area it belongs to, which the rail has once. */
  area: string;
  /** Where the rail has its area. */
  group: PageGroup;
  /** What a sign-in must allow, so that there is something to see. */
  scope: PageScope;
  /** Whether the page has it where no daemon serves it. */
  files: PageFiles;
}

export const pageGroupWords = [
  'home',
  'discover',
  'library',
  'operate',
  'apart',
] as const;
export type PageGroup = (typeof pageGroupWords)[number];

export const pageScopeWords = [
  'open',
  'read',
  'owner',
] as const;
export type PageScope = (typeof pageScopeWords)[number];

export const pageFilesWords = [
  'never',
  'always',
  'with_library',
] as const;
export type PageFiles = (typeof pageFilesWords)[number];

export const pages = [
  {"path":"/","title":"Home","area":"Home","group":"home","scope":"read","files":"never"},
  {"path":"/setup","title":"Set-up","area":"Set-up","group":"apart","scope":"open","files":"never"},
  {"path":"/login","title":"Sign in","area":"Sign in","group":"apart","scope":"open","files":"never"},
  {"path":"/filter/changes","title":"Changes","area":"Filter","group":"discover","scope":"read","files":"always"},
  {"path":"/filter/shows","title":"Shows","area":"Filter","group":"discover","scope":"read","files":"always"},
  {"path":"/filter/funnel","title":"Funnel","area":"Filter","group":"discover","scope":"read","files":"always"},
  {"path":"/filter/charts","title":"Charts","area":"Filter","group":"discover","scope":"read","files":"always"},
  {"path":"/filter/tests","title":"Tests","area":"Filter","group":"discover","scope":"read","files":"always"},
  {"path":"/filter/learn","title":"Learn","area":"Filter","group":"discover","scope":"read","files":"always"},
  {"path":"/catalogue","title":"Catalogue","area":"Catalogue","group":"discover","scope":"read","files":"never"},
  {"path":"/plan","title":"Plan","area":"Plan","group":"discover","scope":"read","files":"never"},
  {"path":"/review","title":"Review","area":"Review","group":"discover","scope":"read","files":"never"},
  {"path":"/library","title":"Library","area":"Library","group":"library","scope":"read","files":"never"},
  {"path":"/library/series/{id}","title":"Series","area":"Library","group":"library","scope":"read","files":"never"},
  {"path":"/library/series/{id}/season/{n}","title":"Season","area":"Library","group":"library","scope":"read","files":"never"},
  {"path":"/library/movie/{id}","title":"Movie","area":"Library","group":"library","scope":"read","files":"never"},
  {"path":"/calendar","title":"Calendar","area":"Calendar","group":"library","scope":"read","files":"never"},
  {"path":"/wanted/gaps","title":"Gaps","area":"Wanted","group":"library","scope":"read","files":"never"},
  {"path":"/wanted/upgrades","title":"Upgrades","area":"Wanted","group":"library","scope":"read","files":"never"},
  {"path":"/scores/overview","title":"Overview","area":"Scores","group":"library","scope":"read","files":"with_library"},
  {"path":"/scores/formats","title":"Formats","area":"Scores","group":"library","scope":"read","files":"with_library"},
  {"path":"/scores/candidates","title":"Candidates","area":"Scores","group":"library","scope":"read","files":"with_library"},
  {"path":"/scores/timeline","title":"Timeline","area":"Scores","group":"library","scope":"read","files":"with_library"},
  {"path":"/scores/what-if","title":"What if","area":"Scores","group":"library","scope":"read","files":"with_library"},
  {"path":"/search/overview","title":"Overview","area":"Search","group":"library","scope":"read","files":"never"},
  {"path":"/search/plan","title":"Plan","area":"Search","group":"library","scope":"read","files":"never"},
  {"path":"/search/budget","title":"Budget","area":"Search","group":"library","scope":"read","files":"never"},
  {"path":"/search/receipts","title":"Receipts","area":"Search","group":"library","scope":"read","files":"never"},
  {"path":"/search/schedules","title":"Schedules","area":"Search","group":"library","scope":"read","files":"never"},
  {"path":"/search/what-if","title":"What if","area":"Search","group":"library","scope":"read","files":"never"},
  {"path":"/activity/journal","title":"Journal","area":"Activity","group":"operate","scope":"read","files":"never"},
  {"path":"/activity/runs","title":"Runs","area":"Activity","group":"operate","scope":"read","files":"never"},
  {"path":"/activity/statistics","title":"Statistics","area":"Activity","group":"operate","scope":"read","files":"never"},
  {"path":"/activity/log","title":"Log","area":"Activity","group":"operate","scope":"owner","files":"never"},
  {"path":"/activity/audit","title":"Audit","area":"Activity","group":"operate","scope":"owner","files":"never"},
  {"path":"/settings/config","title":"Config","area":"Settings","group":"operate","scope":"owner","files":"never"},
  {"path":"/settings/instances","title":"Instances","area":"Settings","group":"operate","scope":"owner","files":"never"},
  {"path":"/settings/notifications","title":"Notifications","area":"Settings","group":"operate","scope":"owner","files":"never"},
  {"path":"/settings/access","title":"Access","area":"Settings","group":"operate","scope":"owner","files":"never"},
  {"path":"/settings/secrets","title":"Secrets","area":"Settings","group":"operate","scope":"owner","files":"never"},
  {"path":"/settings/backup","title":"Backup","area":"Settings","group":"operate","scope":"owner","files":"never"},
  {"path":"/settings/appearance","title":"Appearance","area":"Settings","group":"operate","scope":"read","files":"never"},
  {"path":"/settings/about","title":"About","area":"Settings","group":"operate","scope":"read","files":"never"},
] as const satisfies readonly Page[];
