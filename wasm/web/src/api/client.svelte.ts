import { base } from '../browser/base';
import { recall, remember } from '../browser/settings.svelte';
import type { ConfigFile, ConfigReport, HandledAnswer, Refusal, SessionRequest, SignInAnswer,
              SystemHealth, SystemStatus } from '../../.cache/api';
import { messageOf } from '../format/failure';
import { Connection } from './connection.svelte';
import { OneAtATime } from './one_at_a_time';
import { ServerClock } from './server_clock.svelte';
import { kinds, topicOf, type DaemonEvent, type Topic } from './topics';
import type { ConfigFileAccess, Source } from './source';

/** The daemon has so long to answer when it is asked for its status. */
const patience = 5000;
/** Between two attempts to subscribe. */
const pause = 3000;
/** Events of so long a time lead to one question. */
const gathering = 250;

/** A refusal of the daemon, with its reason. */
export class Refused extends Error {
  constructor(readonly status: number, refusal: Partial<Refusal>) {
    const [title, detail] = [refusal.title ?? `the daemon answered ${status}`, refusal.detail];
    super(detail ? `${title}: ${detail}` : title);
  }
}

/** The daemon does not answer. One banner shows that for all requests. */
export class Gone extends Error {
  constructor() {
    super('Sievarr does not answer');
  }
}

/** The daemon that served this page: its present state, and the requests to it. */
export class Daemon {
  status = $state.raw<SystemStatus | null>(null);
  health = $state.raw<SystemHealth | null>(null);
  trouble = $state('');
  /** The last events, the newest first. */
  events = $state.raw<DaemonEvent[]>([]);
  readonly clock = new ServerClock();
  readonly connection = new Connection(this.clock, () => this.#reach());
  /** How many shows are held; 0 where nothing is. */
  held = $derived(this.status?.progress.held ?? 0);

  #moves = $state<Record<Topic | 'all', number>>(
    { cycle: 0, added: 0, judged: 0, config: 0, decided: 0, activity: 0, all: 0 });
  #stream: EventSource | null = null;
  #met = new Set<Topic | 'all'>();
  #gathers: ReturnType<typeof setTimeout> | undefined;
  #listened = 0;
  #reached = false;
  readonly #asking = new OneAtATime(() => this.#askStatus());

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

  /** How one signs in here; everybody may ask that. */
  async signInMode(): Promise<SignInAnswer['mode']> {
    const answer = await this.get<SignInAnswer>('api/v1/access/mode').catch(() => null);
    return answer?.mode ?? 'key';
  }

  /** Gives a key, or a name and a password, for a session. */
  async enter(given: SessionRequest) {
    await this.post('session', given);
    await this.enterAsIs();
  }

  /** Goes on without a session of its own, where nobody is asked or a proxy says who it is. */
  async enterAsIs() {
    remember('session', 'yes');
    this.connection.enter();
    this.trouble = '';
    await this.open();
  }

  async leave() {
    await this.#send('DELETE', 'session');
    this.#lockOut();
  }

  /** Asks for the status and the health. */
  async refresh() {
    await this.#asking.again();
    if (!this.#reached) this.connection.suspect();
  }

  /** Grows when one of these topics has moved, or when events may have been missed. */
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

  async put(path: string, body: unknown): Promise<void> {
    await this.#send('PUT', path, body);
  }

  async file(path: string): Promise<Blob> {
    return (await this.#send('GET', path)).blob();
  }

  /** Approves, rejects and the like; gives the first error, or nothing. */
  async decide(action: string, shows: number[]): Promise<string> {
    const answer = await this.post<HandledAnswer>(`api/v1/${action}`, { shows });
    await this.decided();
    return answer.shows.find(each => each.error)?.error ?? '';
  }

  /** Tells the page that it has changed something itself. */
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
    const answer = await fetch(`${base()}${path}`, {
      method,
      credentials: 'same-origin',
      ...(signal && { signal }),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch(() => null);
    if (answer?.ok) return answer;
    const refusal = await answer?.json().catch(() => null) as Partial<Refusal> | null | undefined;
    // A proxy answers so when the daemon is gone.
    if (!answer || (answer.status > 500 && !refusal)) {
      if (!signal) this.connection.suspect();
      throw new Gone();
    }
    if (answer.status === 401 && path !== 'session') this.#lockOut();
    throw new Refused(answer.status, refusal ?? {});
  }

  /** Whether it answers; if so, the page subscribes to its events. */
  async #reach(): Promise<boolean> {
    await this.#asking.again();
    if (this.#reached && !this.needsKey) this.#listen();
    return this.#reached;
  }

  async #askStatus() {
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
      this.trouble = messageOf(failure);
      this.connection.hear();
    }
  }

  #take(status: SystemStatus, health: SystemHealth) {
    if (this.needsKey) return;
    // Events may have been missed meanwhile.
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
    const stream = this.#stream = new EventSource(`${base()}api/v1/events`);
    stream.onerror = () => {
      const opened = stream.readyState !== EventSource.CLOSED;
      this.#close();
      if (opened) this.connection.suspect();
      setTimeout(() => this.#listen(), pause);
    };
    for (const kind of kinds)
      stream.addEventListener(kind, message =>
        this.#hear(JSON.parse(message.data) as DaemonEvent));
  }

  #close() {
    this.#stream?.close();
    this.#stream = null;
  }

  #hear(event: DaemonEvent) {
    this.clock.hear(event.at);
    this.connection.hear();
    if (event.kind === 'advance' && event.advance && this.status) {
      this.status = { ...this.status, phase: 'running', running: event.advance };
      return;
    }
    this.events = [event, ...this.events].slice(0, 50);
    const topic = event.kind === 'lost' ? 'all' : topicOf(event);
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
export class DaemonSource implements Source {
  readonly name = 'the daemon';
  readonly baseline = 'what is running';
  constructor(private readonly daemon: Daemon) {}

  file: ConfigFileAccess | null = null;

  /** The file itself, where there is one: its comments and its lines are what somebody edits. */
  async config() {
    const { name, text, sha256, locked } = await this.daemon.get<ConfigFile>('api/v1/config/file');
    const write = (text: string) => this.daemon.put('api/v1/config/file', { text, sha256 });
    this.file = { name, locked, write };
    return text !== '' ? text : (await this.daemon.get<ConfigReport>('api/v1/config')).yaml;
  }
  async shows() {
    return { name: this.name, files: [await this.daemon.file('api/v1/export')] };
  }
  keep = async () => true;
  async forget() {}
}
