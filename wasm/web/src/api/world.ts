import { keepShows, keptShows, clearShows, type Kept } from '../browser/shelf';

/** Where shows and a config come from before somebody opens others. */
export interface World {
  /** What the source of the shows is called. */
  readonly name: string;
  /** What the config is called that comes first, as the baseline. */
  readonly baseline: string;
  config(): Promise<string | null>;
  shows(): Promise<Kept | null>;
  keep(kept: Kept): Promise<boolean>;
  forget(): Promise<void>;
}

/** A page from a web server or a file: what was opened here before, or nothing. */
export const filesWorld: World = {
  name: 'files',
  baseline: 'as opened',
  config: async () => null,
  shows: keptShows,
  keep: keepShows,
  forget: clearShows,
};

/** The page that a daemon serves is told so in its head. */
export const isOfDaemon = (): boolean =>
  document.querySelector('meta[name="sievarr-world"]')?.getAttribute('content') === 'daemon';
