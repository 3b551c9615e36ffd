import { keepShows, keptShows, clearShows, type Kept } from '../browser/kept_shows';

/** Where shows and a config come from before somebody opens others. */
export interface Source {
  /** The name of the source, for people. */
  readonly name: string;
  /** The name of its config as the first baseline. */
  readonly baseline: string;
  config(): Promise<string | null>;
  shows(): Promise<Kept | null>;
  keep(kept: Kept): Promise<boolean>;
  forget(): Promise<void>;
}

/** A page from a web server or a file: the files that were opened here before, or none. */
export const filesSource: Source = {
  name: 'files',
  baseline: 'as opened',
  config: async () => null,
  shows: keptShows,
  keep: keepShows,
  forget: clearShows,
};

/** Whether a daemon serves this page; the head of the page says so. */
export const isOfDaemon = (): boolean =>
  document.querySelector('meta[name="sievarr-source"]')?.getAttribute('content') === 'daemon';
