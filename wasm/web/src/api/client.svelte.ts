import { recall, remember } from '../browser/settings.svelte';
import type { ConfigReport, HandledAnswer, News, Refusal, SystemHealth,
              SystemStatus } from '../../.cache/api';
import { Connection } from './connection.svelte';
import { OneAtATime } from './one_at_a_time';
import { ServerClock } from './server_clock.svelte';
import { kinds, topicOf, type Topic } from './topics';
import type { World } from './world';

/** An answer to something small that takes longer is none. */
const patience = 5000;
/** Between two tries to listen. */
const pause = 3000;
/** What happens at the same time is asked about once. */
const gathering = 250;

/** What the daemon said when it did not do what was asked. */
export class Refused extends Error {
  constructor(readonly status: number, refusal: Partial<Refusal>) {
    const [title, detail] = [refusal.title ?? `the daemon answered ${status}`, refusal.detail];
    super(detail ? `${title}: ${detail}` : title);
  }
}

/** What went wrong, for people. */
export const told = (failure: unknown): string =>
  failure instanceof Error ? failure.message : String(failure);

/** It was not asked, or did not answer: what is shown of that is one banner for all. */
export class Gone extends Error {
  constructor() {
    super('Sievarr does not answer');
  }
}

/** The daemon that served this page: its state as it changes, and what can be asked of it. */
export class Daemon {
  status = $state.raw<SystemStatus | null>(null);
  health = $state.raw<SystemHealth | null>(null);
  trouble = $state('');
  /** The last of what has happened, the newest first. */
  news = $state.raw<News[]>([]);
  readonly clock = new ServerClock();
  readonly connection = new Connection(this.clock, () => this.#reach());
  /** How many shows are held; 0 where nothing is. */
  held = $derived(this.status?.progress.held ?? 0);

  #moves = $state<Record<Topic | 'all', number>>(
    { cycle: 0, added: 0, judged: 0, config: 0, decided: 0, all: 0 });
  #stream: EventSource | null = null;
  #met = new Set<Topic | 'all'>();
  #gathers: ReturnType<typeof setTimeout> | undefined;
  #listened = 0;
  #reached = false;
  readonly #standing = new OneAtATime(() => this.#askStanding());

  constructor() {
    if (recall('session') === null) this.connection.leave();
  }

  get needsKey(): boolean {
    return this.connection.state === 'out';
  }

  get live(): boolean {
    return this.connection.state === 'live';
  }

  get gone(): boolean {
    return this.connection.state === 'gone';
  }

  async open() {
    if (!this.needsKey) await this.connection.tryNow();
  }

  /** Gives a key for a session. */
  async enter(key: string) {
    await this.post('session', { key });
    remember('session', 'yes');
    this.connection.enter();
    this.trouble = '';
    await this.open();
  }

  async leave() {
    await this.#send('DELETE', 'session');
    this.#lockOut();
  }

  /** Asks how it stands. */
  async refresh() {
    await this.#standing.again();
    if (!this.#reached) this.connection.suspect();
  }

  /** Moves when one of these has, or when nobody knows what was missed. */
  moved(topics: Topic[]): number {
    return topics.reduce((sum, topic) => sum + this.#moves[topic], this.#moves.all);
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
    await this.decided();
    return answer.shows.find(each => each.error)?.error ?? '';
  }

  /** Something was done from here. */
  async decided() {
    this.#moves.decided += 1;
    await this.refresh();
  }

  #lockOut() {
    remember('session', null);
    this.#close();
    this.connection.leave();
  }

  async #send(method: string, path: string, body?: unknown, signal?: AbortSignal):
      Promise<Response> {
    if (this.gone && !signal) throw new Gone();
    const answer = await fetch(`./${path}`, {
      method,
      credentials: 'same-origin',
      ...(signal && { signal }),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch(() => null);
    if (answer?.ok) return answer;
    const refusal = await answer?.json().catch(() => null) as Partial<Refusal> | null | undefined;
    // What a proxy says when there is nobody behind it is no word of the daemon.
    if (!answer || (answer.status > 500 && !refusal)) {
      if (!signal) this.connection.suspect();
      throw new Gone();
    }
    if (answer.status === 401 && path !== 'session') this.#lockOut();
    throw new Refused(answer.status, refusal ?? {});
  }

  /** Whether it answers; if so, it is listened to from now on. */
  async #reach(): Promise<boolean> {
    await this.#standing.again();
    if (this.#reached && !this.needsKey) this.#listen();
    return this.#reached;
  }

  async #askStanding() {
    if (this.needsKey) return;
    const signal = AbortSignal.timeout(patience);
    const ask = async <T>(path: string) =>
      (await this.#send('GET', path, undefined, signal)).json() as Promise<T>;
    try {
      this.#take(...await Promise.all([ask<SystemStatus>('api/v1/system/status'),
                                       ask<SystemHealth>('api/v1/system/health')]));
    } catch (failure) {
      this.#reached = failure instanceof Refused;
      if (!this.#reached || this.needsKey) return;
      this.trouble = told(failure);
      this.connection.hear();
    }
  }

  #take(status: SystemStatus, health: SystemHealth) {
    if (this.needsKey) return;
    // Nobody knows what happened meanwhile.
    if (this.status && !this.live) this.#moves.all += 1;
    this.status = status;
    this.health = health;
    this.trouble = '';
    this.#reached = true;
    this.clock.hear(status.now);
    this.connection.hear();
  }

  #listen() {
    if (this.#stream || !this.live) return;
    if (Date.now() - this.#listened < pause) {
      setTimeout(() => this.#listen(), pause);
      return;
    }
    this.#listened = Date.now();
    const stream = this.#stream = new EventSource('./api/v1/events');
    stream.onerror = () => {
      const opened = stream.readyState !== EventSource.CLOSED;
      this.#close();
      if (opened) this.connection.suspect();
      setTimeout(() => this.#listen(), pause);
    };
    for (const kind of kinds)
      stream.addEventListener(kind, event => this.#hear(JSON.parse(event.data) as News));
  }

  #close() {
    this.#stream?.close();
    this.#stream = null;
  }

  #hear(news: News) {
    this.clock.hear(news.at);
    this.connection.hear();
    if (news.kind === 'advance' && news.advance && this.status) {
      this.status = { ...this.status, phase: 'running', running: news.advance };
      return;
    }
    this.news = [news, ...this.news].slice(0, 50);
    const topic = news.kind === 'lost' ? 'all' : topicOf(news);
    if (topic) this.#met.add(topic);
    this.#gathers ??= setTimeout(() => this.#tellMet(), gathering);
  }

  #tellMet() {
    this.#gathers = undefined;
    for (const topic of this.#met) this.#moves[topic] += 1;
    this.#met.clear();
    void this.refresh();
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
