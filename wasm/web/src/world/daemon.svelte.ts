import { recall, remember } from '../state/settings.svelte';
import type { ConfigReport, HandledAnswer, News, Refusal, SystemHealth,
              SystemStatus } from '../../.cache/api';
import type { World } from './world';

const kinds: News['kind'][] = ['phase', 'advance', 'cycle', 'added', 'judged', 'trouble', 'config',
                               'lost'];

/** What the daemon said when it did not do what was asked. */
export class Refused extends Error {
  constructor(readonly status: number, refusal: Partial<Refusal>) {
    const [title, detail] = [refusal.title ?? `the daemon answered ${status}`, refusal.detail];
    super(detail ? `${title}: ${detail}` : title);
  }
}

/** The daemon that served this page: its state as it changes, and what can be asked of it. */
export class Daemon {
  status = $state.raw<SystemStatus | null>(null);
  health = $state.raw<SystemHealth | null>(null);
  needsKey = $state(recall('session') === null);
  /** Whether news arrive. */
  connected = $state(false);
  trouble = $state('');
  /** The last of what has happened, the newest first. */
  news = $state.raw<News[]>([]);
  /** Counts what has happened; whoever shows lists asks again when it moves. */
  revision = $state(0);

  #stream: EventSource | null = null;
  #asking: ReturnType<typeof setTimeout> | undefined;

  async open() {
    if (this.needsKey) return;
    await this.refresh();
    if (!this.needsKey) this.#listen();
  }

  /** Gives a key for a session. */
  async enter(key: string) {
    await this.post('session', { key });
    remember('session', 'yes');
    this.needsKey = false;
    this.trouble = '';
    await this.open();
  }

  async leave() {
    await this.#send('DELETE', 'session');
    this.#lockOut();
  }

  async refresh() {
    try {
      [this.status, this.health] = await Promise.all([
        this.get<SystemStatus>('api/v1/system/status'),
        this.get<SystemHealth>('api/v1/system/health')]);
      this.trouble = '';
    } catch (failure) {
      this.trouble = failure instanceof Error ? failure.message : String(failure);
    }
    this.revision += 1;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#send('GET', path)).json() as Promise<T>;
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    const answer = await this.#send('POST', path, body);
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async file(path: string): Promise<Blob> {
    return (await this.#send('GET', path)).blob();
  }

  /** Approves, rejects and the like; says what came of it in one sentence. */
  async decide(deed: string, shows: number[]): Promise<string> {
    const answer = await this.post<HandledAnswer>(`api/v1/${deed}`, { shows });
    await this.refresh();
    return answer.shows.find(each => each.error)?.error ?? '';
  }

  #lockOut() {
    remember('session', null);
    this.#stream?.close();
    this.needsKey = true;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`./${path}`, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (answer.ok) return answer;
    if (answer.status === 401 && path !== 'session') this.#lockOut();
    throw new Refused(answer.status, await answer.json().catch(() => ({})) as Partial<Refusal>);
  }

  #listen() {
    this.#stream?.close();
    this.#stream = new EventSource('./api/v1/events');
    this.#stream.onopen = () => (this.connected = true);
    this.#stream.onerror = () => (this.connected = false);
    for (const kind of kinds)
      this.#stream.addEventListener(kind, event => this.#hear(JSON.parse(event.data) as News));
  }

  #hear(news: News) {
    if (news.kind === 'advance' && news.advance && this.status) {
      this.status = { ...this.status, phase: 'running', running: news.advance };
      return;
    }
    this.news = [news, ...this.news].slice(0, 50);
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => void this.refresh(), 250);
  }
}

/** The shows and the config of a daemon, for trying other filters on them. */
export class DaemonWorld implements World {
  readonly name = 'the daemon';
  readonly baseline = 'what is running';
  constructor(private readonly daemon: Daemon) {}

  async config() {
    return (await this.daemon.get<ConfigReport>('api/v1/config')).yaml;
  }
  async shows() {
    return { name: this.name, files: [await this.daemon.file('api/v1/export')] };
  }
  keep = async () => true;
  async forget() {}
}
