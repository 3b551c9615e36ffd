import { keepShows, keptShows, clearShows, type Kept } from '../browser/kept_shows';

/** The file that a config stands in, where this page reaches it. */
export interface ConfigFileAccess {
  readonly name: string;
  /** Why it is not written from here; empty where it may be. */
  readonly locked: string;
  /** Writes another text into it, which is in force then. */
  write(text: string): Promise<void>;
}

/** Where shows and a config come from before somebody opens others. */
export interface Source {
  /** The name of the source, for people. */
  readonly name: string;
  /** The name of its config as the first baseline. */
  readonly baseline: string;
  config(): Promise<string | null>;
  /** The file of the config that was read last. */
  readonly file: ConfigFileAccess | null;
  shows(): Promise<Kept | null>;
  keep(kept: Kept): Promise<boolean>;
  forget(): Promise<void>;
}

/** A page from a web server or a file: the files that were opened here before, or none. */
export const filesSource: Source = {
  name: 'files',
  baseline: 'as opened',
  config: async () => null,
  file: null,
  shows: keptShows,
  keep: keepShows,
  forget: clearShows,
};
