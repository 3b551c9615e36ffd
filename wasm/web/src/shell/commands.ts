import type { Daemon } from '../api/client.svelte';
import { router } from '../browser/router.svelte';
import type { Settings } from '../browser/settings.svelte';
import { tell } from '../components/toasts.svelte';
import { messageOf } from '../format/failure';
import { showItem } from '../pages/items';
import type { ShowsPage } from '../../.cache/api';
import { areas } from './areas';

/** What the search over everything finds. */
export interface Command {
  name: string;
  kind: 'page' | 'show' | 'setting' | 'action';
  hint?: string;
  /** More words by which it is found. */
  words?: string;
  run: () => void | Promise<void>;
}

export const ofPages: Command[] = areas.flatMap(area => area.views.map(({ path, title }) => ({
  name: area.views.length > 1 ? `${area.name}: ${title}` : title,
  kind: 'page' as const,
  run: () => router().go(path),
})));

async function ask(daemon: Daemon, path: string, done: string) {
  try {
    await daemon.post(path);
    await daemon.decided();
    tell(done);
  } catch (failure) {
    tell(messageOf(failure));
  }
}

export function ofActions(daemon: Daemon, settings: Settings): Command[] {
  const all: [name: string, words: string, run: Command['run']][] = [
    ['Theme: automatic, light, dark', 'dark light colours', () => settings.nextTheme()],
    ['Fold or unfold the rail', 'menu sidebar', () => settings.fold()],
    ['Sign out', 'leave log out', () => daemon.leave()],
  ];
  if (daemon.live) all.unshift(
    ['Run a cycle now', 'sync start', () => ask(daemon, 'api/v1/cycles', 'A cycle begins.')],
    ['Read everything again', 'full cycle sync',
      () => ask(daemon, 'api/v1/cycles?full=true', 'A full cycle begins.')],
    ['Pause all jobs', 'stop brake',
      () => ask(daemon, 'api/v1/jobs/all/pause', 'All jobs are paused.')],
    ['Resume all jobs', 'go on',
      () => ask(daemon, 'api/v1/jobs/all/resume', 'The jobs go on.')],
    ['Read the config file again', 'reload',
      () => ask(daemon, 'api/v1/config/reload', 'The config was read again.')]);
  return all.map(([name, words, run]) => ({ name, kind: 'action', words, run }));
}

export async function ofShows(daemon: Daemon, text: string): Promise<Command[]> {
  const query = new URLSearchParams({ search: text, sort: 'popularity', direction: 'descending',
                                      limit: '8' });
  const { shows } = await daemon.get<ShowsPage>(`api/v1/shows?${query}`);
  return shows.map(show => ({
    name: show.title,
    kind: 'show',
    hint: [show.premiered?.slice(0, 4), show.network ?? show.web_channel].filter(Boolean)
      .join(' · '),
    run: () => router().go(`/catalogue?${new URLSearchParams({ search: text,
                                                               item: showItem(show.id) })}`),
  }));
}

interface Described {
  description?: string;
  properties?: Record<string, Described>;
  items?: Described;
  anyOf?: Described[];
  oneOf?: Described[];
  $ref?: string;
}

/** The settings of the config, with the sentence that the reference has about each. */
export async function ofSettings(): Promise<Command[]> {
  const { default: text } = await import('reference/config.schema.json?raw');
  const schema = JSON.parse(text) as Described & { $defs?: Record<string, Described> };
  const found: Command[] = [];
  /** Behind a name, a list or a choice. */
  const meant = (of: Described | undefined): Described => {
    if (of?.$ref) return schema.$defs?.[of.$ref.split('/').at(-1)!] ?? {};
    const inner = of?.items ?? (of?.anyOf ?? of?.oneOf)?.find(each => each.$ref || each.items);
    return inner ? meant(inner) : of ?? {};
  };
  const walk = (of: Described, path: string, depth: number) => {
    for (const [name, each] of Object.entries(of.properties ?? {})) {
      const here = path === '' ? name : `${path}.${name}`;
      found.push({
        name: here,
        kind: 'setting',
        ...(each.description && { hint: each.description, words: each.description }),
        run: () => router().go(`/settings/config?${new URLSearchParams({ at: here })}`),
      });
      if (depth < 2) walk(meant(each), here, depth + 1);
    }
  };
  walk(meant(schema), '', 0);
  return found;
}
