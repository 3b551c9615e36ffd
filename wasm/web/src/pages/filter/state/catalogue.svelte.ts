import type { Core } from '../../../engine/core';
import type { Loaded } from '../../../../.cache/engine';
import { loadSample } from './beginning';

const sample = 'sample';

const firstProblem = (loaded: Loaded) =>
  loaded.problems.problems[0]?.message ?? 'expected JSON, as sievarr export or TVMaze write it';

/** Files that are no shows, by their looks, and what to open instead. */
const others = {
  archive: 'it is an archive: unpack it, and open what is in it',
  page: 'it is a web page: was it saved in the place of a file?',
  table: 'it is a table: save it as NDJSON, as the button beside CSV does, or run "sievarr export"',
} as const;

/** The shows that are judged: where they come from, and how the reading of them goes. */
export class Catalogue {
  source = $state(sample);
  loaded = $state.raw<Loaded | null>(null);
  shows = $derived(this.loaded?.shows ?? 0);
  /** Entries that could not be read, and one for the end where a file breaks off. */
  lost = $derived((this.loaded?.bad ?? 0) + (this.loaded?.whole === false ? 1 : 0));
  /** How much of the files has been read, from 0 to 1. */
  progress = $state(0);
  loadMs = $state(0);
  /** Whether the browser keeps these shows. */
  kept = $derived(this.source !== sample);

  takeSample(loaded: Loaded) {
    this.loaded = loaded;
    this.source = sample;
  }

  async openSample(core: Core, size: number): Promise<void> {
    this.takeSample(await loadSample(core, size));
  }

  /** Reads files; gives what is wrong where there are no shows in them, and keeps the old ones. */
  async read(core: Core, files: Blob[], name: string): Promise<string> {
    this.progress = 0;
    const begun = performance.now();
    const { loaded, looks } = await core.follow(share => (this.progress = share), 'loadFiles',
                                                files);
    this.loadMs = performance.now() - begun;
    if (!loaded.taken)
      return `there are no shows in ${name}: ${looks ? others[looks] : firstProblem(loaded)}`;
    this.loaded = loaded;
    this.source = name;
    return '';
  }
}
