// Made from the table of calls by `tests/run goldens`.

/** What the engine can be asked. */
export interface EngineCalls {
  /** Begins a new catalogue; the old one stays until that is finished. */
  startShows(): null;
  /** Ends the catalogue that was fed. */
  finishShows(): Loaded;
  /** Puts a made-up catalogue in the place of the shows. */
  loadSample(given: SampleGiven): Loaded;
  /** The rows that fit, sorted. */
  order(given: RowQuery): Uint32Array<ArrayBuffer>;
  /** Where the sections of the last order begin; none where it had no group. */
  sections(): Uint32Array<ArrayBuffer>;
  /** What is known of shows. */
  facts(given: RowsGiven): RowFacts[];
  /** The first shows that fit, and how many fit. */
  first(given: FirstGiven): Excerpt;
  /** The shows that fit as a file. */
  exportShows(given: ExportGiven): Uint8Array<ArrayBuffer>;
  /** The verdict on each show, as a number. */
  verdicts(): Uint8Array<ArrayBuffer>;
  /** The reason for each show, as a number. */
  categories(): Uint8Array<ArrayBuffer>;
  /** The number of the selection that decided, 65535 where none did. */
  selections(): Uint16Array<ArrayBuffer>;
  /** The number of the route that a wanted show takes. */
  routes(): Uint16Array<ArrayBuffer>;
  /** The part of the filter that decided, 4294967295 where no part did alone. */
  deciders(): Uint32Array<ArrayBuffer>;
  /** What happened to each show: 0 for nothing, else one more than its shift. */
  shifts(): Uint8Array<ArrayBuffer>;
  /** The verdicts of the baseline. */
  pinnedVerdicts(): Uint8Array<ArrayBuffer>;
  /** What variables stand for from now on, and values that are set on top. */
  surround(given: Surroundings): null;
  /** Judges every show; where the filter has errors, all stays as it was. */
  judge(given: JudgeGiven): JudgeAnswer;
  /** What `sievarr judge --hash` prints. */
  decisionHash(): string;
  /** Why a show gets its verdict. */
  why(given: ShowGiven): Why | null;
  /** What every line does to the catalogue. */
  insight(): Insight;
  /** The shows that only this line keeps out, or only this selection takes. */
  alone(given: AloneGiven): Excerpt;
  /** Verdicts by what shows have in common. */
  groups(given: GroupsGiven): GroupLine[];
  /** Verdicts by how much shows have of something. */
  histogram(given: HistogramGiven): HistogramReport;
  /** The bounds in the text, each with its place on a scale. */
  bounds(): Bound[];
  /** What came of the tests in the text. */
  examine(): Examined;
  /** What only the shows tell: words that none has, lines without effect. */
  advice(): Remark[];
  /** Makes what was judged last the baseline. */
  pin(): null;
  /** Makes another text the baseline, unless its filter has errors. */
  pinConfig(given: JudgeGiven): JudgeAnswer;
  /** How what was judged last differs from the baseline. */
  changes(): Changes;
  /** The version of the program that this is the core of. */
  version(): string;
  /** What may stand in a config; complete and hover know nothing before. */
  takeSchema(given: SchemaGiven): null;
  /** What could stand where somebody writes. */
  complete(given: PlaceGiven): Completion;
  /** What there is to know about a place. */
  hover(given: PlaceGiven): Hover | null;
  /** The text with an expectation about a show as it is judged now. */
  pinTest(given: PinTestGiven): Rewriting;
  /** The text with the tests of a file in the place of its own. */
  takeTests(given: TakeTestsGiven): Rewriting;
  /** The tests of a text as a file beside it; empty where there are none. */
  testsFile(given: TextGiven): string;
  /** The text with another value at a bound. */
  setBound(given: SetBoundGiven): Rewriting;
  /** The text without secrets, for links and for people. */
  share(given: TextGiven): string;
  /** The change from one text to another as a unified diff without secrets. */
  patch(given: PatchGiven): string;
  /** The last text and what it does, as Markdown without secrets. */
  markdown(): string;
}

export interface Loaded {
  /** How many shows there are now. */
  shows: number;
  /** Entries that are no show. */
  bad: number;
  /** Values that were taken as absent. */
  odd: number;
  /** False where the text broke off. */
  whole: boolean;
  /** False where no show came, and the old ones stayed. */
  taken: boolean;
  /** The first of them. */
  problems: ProblemReport;
}

export interface ProblemReport {
  /** Version of this format. */
  sievarr_problems: number;
  /** How many errors there are. */
  errors: number;
  /** How many warnings there are. */
  warnings: number;
  /** How many hints there are. */
  hints: number;
  /** All of them, in the order of their finding. */
  problems: ProblemLine[];
}

export interface ProblemLine {
  /** The file, the variable or the argument. */
  source: string;
  /** Line in the file, from 1. */
  line?: number;
  /** Column in code points, from 1. */
  column?: number;
  /** Byte offset of the first byte. */
  begin?: number;
  /** Byte offset behind the last byte. */
  end?: number;
  /** Path within the document. */
  path: string;
  /** error, warning or hint. */
  severity: string;
  /** Stable name of this kind of problem. */
  code: string;
  /** What was expected, what was found, what to do. */
  message: string;
  /** Edits that mend it together; empty where there are none. */
  fix: FixReport[];
}

export interface FixReport {
  /** Byte offset of the first byte to replace. */
  begin: number;
  /** Byte offset behind the last byte to replace. */
  end: number;
  /** What stands there instead. */
  text: string;
}

export interface SampleGiven {
  /** Shows of the same number are the same. */
  seed: number;
  /** How many there are. */
  count: number;
}

export interface RowQuery {
  /** What the shows are sorted by. */
  sort?: SortBy;
  /** Whether the greatest comes first. */
  descending?: boolean;
  /** What shows that stand together have in common. */
  group?: SortBy;
  /** A title, a part of one, or an id. */
  text?: string;
  /** Only shows with one of these verdicts. */
  verdicts?: Verdict[];
  /** Only shows left out for one of these reasons. */
  categories?: Category[];
  /** Only shows that this selection decided. */
  selection?: string;
  /** Only shows about which this line or selection decided. */
  part?: number;
  /** Only shows that are different from the baseline. */
  changed?: boolean;
  /** Only shows of this group of differences. */
  change?: number;
}

export const sortByWords = [
  'id',
  'title',
  'premiered',
  'ended',
  'rating',
  'runtime',
  'popularity',
  'verdict',
  'category',
  'type',
  'language',
  'country',
  'status',
  'network',
  'genres',
] as const;
export type SortBy = (typeof sortByWords)[number];

export const verdictWords = [
  'add',
  'review',
  'filtered',
  'no_tvdb',
] as const;
export type Verdict = (typeof verdictWords)[number];

export const categoryWords = [
  'genre',
  'type',
  'language',
  'country',
  'network',
  'status',
  'premiered',
  'ended',
  'rating',
  'runtime',
  'popularity',
  'title',
  'rule',
  'selection',
  'never',
  'ignored',
  'none',
] as const;
export type Category = (typeof categoryWords)[number];

export interface RowsGiven {
  /** Their rows. */
  rows: number[];
}

export interface RowFacts {
  /** Its row in the catalogue. */
  row: number;
  /** Number in TVMaze's catalogue. */
  id: number;
  /** Its title. */
  title: string;
  /** The year in which it premiered. */
  year?: number;
  /** What kind of programme it is. */
  type?: string;
  /** Language that is mainly spoken. */
  language?: string;
  /** Country of its network or web channel. */
  country?: string;
  /** Its network, else its web channel. */
  network?: string;
  /** Whether it runs still. */
  status?: string;
  /** Its genres. */
  genres: string[];
  /** Mean of the viewers' votes. */
  rating?: number;
  /** Minutes of an episode. */
  runtime?: number;
  /** The weight that TVMaze gives it. */
  popularity?: number;
  /** What becomes of it. */
  verdict: Verdict;
  /** Why it is not added, in one word. */
  category?: Category;
  /** The selection that decided, if one did. */
  selection?: string;
  /** The instance that it goes to, if it does. */
  instance?: string;
  /** Why, in a sentence. */
  reason: string;
  /** What it has where the line looks that caused a change, if it is asked of one. */
  actual?: string;
}

export interface FirstGiven {
  /** Which shows, and in which order. */
  query: RowQuery;
  /** How many of them at most. */
  most: number;
}

export interface Excerpt {
  /** How many shows there are. */
  total: number;
  /** The first of them. */
  shows: RowFacts[];
}

export interface ExportGiven {
  /** Which shows, and in which order. */
  query: RowQuery;
  /** What kind of file. */
  format: ExportFormat;
}

export const exportFormatWords = [
  'csv',
  'ndjson',
] as const;
export type ExportFormat = (typeof exportFormatWords)[number];

export interface Surroundings {
  /** The variables, by name. */
  variables?: Record<string, string>;
  /** Values that are set on top: PATH=VALUE. */
  arguments?: string[];
}

export interface JudgeGiven {
  /** The config. */
  text: string;
  /** The day that relative days count from. */
  today: string;
}

export interface JudgeAnswer {
  /** How many errors there are. */
  errors: number;
  /** How many warnings there are. */
  warnings: number;
  /** How many hints there are. */
  hints: number;
  /** All there is to say about the text, from its top. */
  problems: Remark[];
  /** Whether the columns are of this text. */
  judged: boolean;
  /** Equal for filters that say the same. */
  filter_hash: string;
  /** How many shows got which answer, where it is judged. */
  counts: CountReport;
  /** The lines and selections, by the numbers in the column. */
  parts: PartLine[];
  /** Their names, by the numbers in the column. */
  selections: string[];
  /** Where shows go, by the numbers in the column. */
  routes: Route[];
}

export interface Remark {
  /** How bad it is. */
  severity: RemarkSeverity;
  /** Stable name of this kind of problem. */
  code: string;
  /** What was expected, what was found, what to do. */
  message: string;
  /** Path within the config. */
  path: string;
  /** Where it stands in the text, if it does. */
  at?: Spot;
  /** The file, the variable or the argument. */
  source: string;
  /** Changes that mend it together; empty where there are none. */
  fix: Change[];
}

export const remarkSeverityWords = [
  'error',
  'warning',
  'hint',
] as const;
export type RemarkSeverity = (typeof remarkSeverityWords)[number];

export interface Spot {
  /** Line, from 1. */
  line: number;
  /** Column in code points, from 1. */
  column: number;
  /** Where it begins, in UTF-16 units from the start of the text. */
  from: number;
  /** Where it ends. */
  to: number;
}

export interface Change {
  /** Where what is replaced begins, in UTF-16 units. */
  from: number;
  /** Where it ends. */
  to: number;
  /** What stands there instead. */
  insert: string;
}

export interface CountReport {
  /** How many shows there are. */
  shows: number;
  /** How many got each verdict. */
  verdicts: Record<string, number>;
  /** How many were left out for each reason. */
  categories: Record<string, number>;
  /** How many each selection decided, by verdict. */
  selections: Record<string, Record<string, number>>;
}

export interface PartLine {
  /** exclude, or the name of the selection. */
  rule: string;
  /** The criterion; absent for the selection as a whole. */
  line?: Criterion;
  /** What the selection does with the shows that it takes. */
  mode?: Mode;
  /** What the line asks for. */
  wanted?: string;
  /** Path within the config. */
  path: string;
  /** Where it stands in the text, if it does. */
  at?: Spot;
}

export const criterionWords = [
  'genres',
  'types',
  'languages',
  'countries',
  'networks',
  'status',
  'premiered',
  'ended',
  'rating',
  'runtime',
  'popularity',
  'titles',
  'where',
] as const;
export type Criterion = (typeof criterionWords)[number];

export const modeWords = [
  'add',
  'review',
  'ignore',
] as const;
export type Mode = (typeof modeWords)[number];

export interface Route {
  /** Name of the instance. */
  instance: string;
  /** Folder below which the series is kept. */
  root_folder: string;
  /** Quality profile. */
  quality_profile: string;
  /** Tags of the instance and of the selection. */
  tags: string[];
  /** Which episodes are watched for. */
  monitor: Monitor;
  /** Whether missing episodes are searched at once. */
  search_on_add: boolean;
  /** How episodes are numbered. */
  series_type: SeriesType;
}

export const monitorWords = [
  'all',
  'future',
  'missing',
  'existing',
  'firstSeason',
  'lastSeason',
  'pilot',
  'recent',
  'monitorSpecials',
  'unmonitorSpecials',
  'none',
] as const;
export type Monitor = (typeof monitorWords)[number];

export const seriesTypeWords = [
  'standard',
  'daily',
  'anime',
] as const;
export type SeriesType = (typeof seriesTypeWords)[number];

export interface ShowGiven {
  /** Its number in the catalogue. */
  id: number;
}

export interface Why {
  /** The show, as its catalogue knows it. */
  show: Show;
  /** What becomes of it. */
  verdict: Verdict;
  /** Why it is not added, in one word. */
  category?: Category;
  /** Why, in a sentence. */
  reason: string;
  /** The line or selection that decided. */
  place?: string;
  /** The day from which relative days are counted. */
  today: string;
  /** Whether it is named in never. */
  never: boolean;
  /** Whether it is named in always. */
  always: boolean;
  /** The lines of exclude; a yes rejects the show. */
  exclude: WhyLine[];
  /** Every selection, in the order in which they are asked. */
  selections: WhySelection[];
  /** Where it goes and how, if it does. */
  route?: Route;
}

export interface Show {
  /** Number in TVMaze's catalogue. */
  id: number;
  /** Title, as TVMaze spells it. */
  title: string;
  /** Number at TheTVDB, by which Sonarr knows a series. */
  tvdb_id?: number;
  /** Number at IMDb. */
  imdb_id?: string;
  /** What kind of programme it is. */
  type?: string;
  /** Language that is mainly spoken. */
  language?: string;
  /** Country of the network, else of the web channel, in two letters. */
  country?: string;
  /** Whether more episodes are expected. */
  status?: string;
  /** Day of the first episode. */
  premiered?: string;
  /** Day of the last episode, once the show is over. */
  ended?: string;
  /** Television network that shows it first. */
  network?: string;
  /** Streaming service that shows it first. */
  web_channel?: string;
  /** Genres, in TVMaze's order. */
  genres: string[];
  /** Minutes that an episode is meant to take. */
  runtime?: number;
  /** Minutes that an episode takes on average. */
  average_runtime?: number;
  /** Mean of the viewers' votes, from 0 to 10. */
  rating?: number;
  /** How popular it is at TVMaze, from 0 to 100. */
  weight?: number;
  /** When TVMaze last changed it, in seconds since 1970. */
  updated: number;
}

export interface WhyLine {
  /** The criterion; any, all or not for a branch of where. */
  line: string;
  /** Whether the show meets it. */
  answer: Answer;
  /** What the line asks for. */
  wanted: string;
  /** What the show has there; absent for a branch of where. */
  actual?: string;
  /** How far that is from the bound that it misses, a number or a time. */
  misses_by?: string;
  /** What becomes of the show where the answer is unknown. */
  unknown?: UnknownPolicy;
  /** Where it stands in the config, as a path. */
  path: string;
  /** Where it was written: file, line and column. */
  place: string;
  /** The conditions below one of where. */
  branches: WhyLine[];
}

export const answerWords = [
  'no',
  'unknown',
  'yes',
] as const;
export type Answer = (typeof answerWords)[number];

export const unknownPolicyWords = [
  'deny',
  'allow',
  'review',
] as const;
export type UnknownPolicy = (typeof unknownPolicyWords)[number];

export interface WhySelection {
  /** Its name. */
  name: string;
  /** What it does with the shows that it takes. */
  mode: Mode;
  /** Whether it takes the show, fails, or is unsure. */
  stance: Stance;
  /** The line that is named where it fails. */
  decisive?: Criterion;
  /** Whether the verdict is its own. */
  decides: boolean;
  /** Where it stands in the config, as a path. */
  path: string;
  /** Where it was written: file, line and column. */
  place: string;
  /** Its lines, all of them asked. */
  lines: WhyLine[];
}

export const stanceWords = [
  'fails',
  'unsure',
  'takes',
] as const;
export type Stance = (typeof stanceWords)[number];

export interface Insight {
  /** exclude, then the selections in their order. */
  rules: FunnelRule[];
  /** Their lines. */
  lines: PartEffect[];
}

export interface FunnelRule {
  /** exclude, or the name of a selection. */
  rule: string;
  /** Shows that come to it. */
  asked: number;
  /** Not excluded, or taken by the selection. */
  passed: number;
  /** Only unknown values keep it from taking them. */
  unsure: number;
  /** Passed or unsure, and no earlier selection decided. */
  decided: number;
}

export interface PartEffect {
  /** The number of the line among the parts of the filter. */
  part: number;
  /** Shows that it turns away, whatever else does. */
  rejects: number;
  /** Shows of which it is the first to turn them away. */
  first: number;
  /** Shows that would be wanted were it not there. */
  alone: number;
  /** Those of them that miss it least. */
  nearest: NearRow[];
}

export interface NearRow {
  /** Its row in the catalogue. */
  row: number;
  /** Number in TVMaze's catalogue. */
  id: number;
  /** Its title. */
  title: string;
  /** What it has where the line looks. */
  actual: string;
}

export interface AloneGiven {
  /** Its number among the parts. */
  part: number;
  /** How many shows at most. */
  most: number;
}

export interface GroupsGiven {
  /** The field. */
  by: GroupBy;
}

export const groupByWords = [
  'year',
  'genre',
  'type',
  'language',
  'country',
  'network',
  'status',
] as const;
export type GroupBy = (typeof groupByWords)[number];

export interface GroupLine {
  /** What they have in common; absent where it is unknown. */
  word?: string;
  /** How many got each verdict. */
  verdicts: number[];
}

export interface HistogramGiven {
  /** The field. */
  measure: Measure;
}

export const measureWords = [
  'rating',
  'runtime',
  'popularity',
  'premiered',
  'ended',
] as const;
export type Measure = (typeof measureWords)[number];

export interface HistogramReport {
  /** What is measured; days count as years. */
  measure: Measure;
  /** From the least to the greatest. */
  bins: BinLine[];
  /** Shows that have no such number. */
  unknown: number[];
}

export interface BinLine {
  /** The least number of the bin. */
  from: number;
  /** The number at which the next begins. */
  to: number;
  /** How many got each verdict. */
  verdicts: number[];
}

export interface Bound {
  /** What is measured; days count as years. */
  measure: Measure;
  /** Path within the config, for setting another value. */
  path: string;
  /** Where it stands on the scale. */
  value: number;
  /** Whether it is the least that is wanted, not the most. */
  lower: boolean;
  /** As it was written. */
  text: string;
  /** exclude, or the name of the selection. */
  rule: string;
  /** Where it stands in the text. */
  at: Spot;
}

export interface Examined {
  /** How many expectations were met. */
  passed: number;
  /** How many were missed. */
  failed: number;
  /** The expectations, in their order. */
  cases: ExaminedCase[];
  /** Lines that no case was decided by, as parts. */
  untouched: number[];
  /** What was done otherwise than sievarr test would. */
  note?: string;
}

export interface ExaminedCase {
  /** The show or the count that it is about. */
  name: string;
  /** Whether it was met. */
  passed: boolean;
  /** How it was missed. */
  message?: string;
  /** The show, if it is one of the catalogue. */
  id?: number;
  /** Where it stands in the text. */
  at?: Spot;
}

export interface Changes {
  /** Shows that are wanted now and were not. */
  added: number;
  /** Shows that were wanted and are not. */
  dropped: number;
  /** Shows that go elsewhere or otherwise now. */
  rerouted: number;
  /** Shows that a person must look at now, or need not. */
  reviewed: number;
  /** Shows with the same verdict for another reason. */
  reasoned: number;
  /** What happened to which shows, and why; largest first. */
  groups: ShiftGroup[];
}

export interface ShiftGroup {
  /** What happened to the shows. */
  shift: Shift;
  /** Whether the cause stands in the old text or the new. */
  side: Side;
  /** exclude, always and never, or the name of a selection. */
  rule: string;
  /** The criterion; absent where it is the whole rule. */
  line?: Criterion;
  /** What that line asks for. */
  wanted?: string;
  /** Where it stands in that text. */
  at?: Spot;
  /** How many shows there are. */
  shows: number;
  /** How many of them wait for a TVDB id now. */
  no_tvdb: number;
}

export const shiftWords = [
  'added',
  'dropped',
  'rerouted',
  'reviewed',
  'reasoned',
] as const;
export type Shift = (typeof shiftWords)[number];

export const sideWords = [
  'before',
  'after',
] as const;
export type Side = (typeof sideWords)[number];

export interface SchemaGiven {
  /** The JSON Schema of configs. */
  schema: string;
}

export interface PlaceGiven {
  /** The config. */
  text: string;
  /** Where, in UTF-16 units. */
  offset: number;
}

export interface Completion {
  /** Where what is replaced begins, in UTF-16 units. */
  from: number;
  /** Where it ends. */
  to: number;
  /** What could stand there, the likeliest first. */
  proposals: Proposal[];
}

export interface Proposal {
  /** What it is called. */
  label: string;
  /** What kind of thing it is. */
  kind: Proposed;
  /** What is written for it. */
  insert: string;
  /** Where writing goes on, in UTF-16 units of that. */
  caret: number;
  /** What there is to know about it. */
  detail?: string;
  /** How many shows have it. */
  shows?: number;
}

export const proposedWords = [
  'key',
  'word',
  'value',
  'show',
] as const;
export type Proposed = (typeof proposedWords)[number];

export interface Hover {
  /** Path within the config. */
  path: string;
  /** The key or the value that it is about. */
  at: Spot;
  /** What the reference says about it. */
  text: string;
  /** What holds where it is not written. */
  preset?: string;
  /** Shows that meet the line, or have the word. */
  yes?: number;
  /** Shows that do not meet the line. */
  no?: number;
  /** Shows of which that is not known. */
  unknown?: number;
}

export interface PinTestGiven {
  /** The config. */
  text: string;
  /** Its number in the catalogue. */
  id: number;
}

export interface Rewriting {
  /** The text after the change; absent where there is none. */
  text?: string;
  /** The change itself. */
  changes: Change[];
  /** Why the change could not be made. */
  message?: string;
}

export interface TakeTestsGiven {
  /** The config. */
  text: string;
  /** The file. */
  file: string;
}

export interface TextGiven {
  /** The config. */
  text: string;
}

export interface SetBoundGiven {
  /** The config. */
  text: string;
  /** Its path within the config. */
  path: string;
  /** Where on the scale of its measure. */
  value: number;
}

export interface PatchGiven {
  /** The config before. */
  before: string;
  /** The config after. */
  after: string;
}
