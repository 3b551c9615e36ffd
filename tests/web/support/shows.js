// What tests of the engine hand to it.
import { readFileSync } from 'node:fs';

/** Puts shows in the place of those that an engine has; gives what came of it. */
export function loadShows(engine, chunks) {
  engine.call('startShows');
  for (const chunk of chunks) engine.feed(chunk);
  return engine.call('finishShows');
}

/** What may stand in a config. */
export const schema = readFileSync(
  new URL('../../../docs/reference/config.schema.json', import.meta.url), 'utf8');
