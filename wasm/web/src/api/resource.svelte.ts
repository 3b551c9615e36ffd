import { untrack } from 'svelte';
import { messageOf } from '../format/failure';
import type { Daemon } from './client.svelte';
import { OneAtATime } from './one_at_a_time';
import type { Topic } from './topics';

/** An answer of the daemon that is asked for again when it has become old. */
export class Resource<T> {
  answer = $state.raw<T>();
  trouble = $state('');

  #question: (() => Promise<T>) | null = null;
  readonly #asking = new OneAtATime(() => this.#ask());

  /** Asks another question; an answer to the one before is dropped. */
  turn(question: () => Promise<T>) {
    this.#question = question;
    void this.again();
  }

  again(): Promise<void> {
    return this.#asking.again();
  }

  async #ask() {
    const question = this.#question;
    if (!question) return;
    try {
      const found = await question();
      if (question !== this.#question) return;
      this.answer = found;
      this.trouble = '';
    } catch (failure) {
      if (question !== this.#question) return;
      this.trouble = messageOf(failure);
    }
  }
}

/**
 * Asks while a view is shown: at first, when an input of the question changes, and when one of the
 * topics moves. The outer function reads the inputs, the inner one asks.
 */
export function resource<T>(daemon: Daemon, ask: () => () => Promise<T>,
                            topics: Topic[]): Resource<T> {
  const made = new Resource<T>();
  const moved = () => daemon.moved(topics);
  let known = untrack(moved);

  $effect(() => {
    const question = ask();
    untrack(() => made.turn(question));
  });
  $effect(() => {
    const now = moved();
    if (now === known) return;
    known = now;
    untrack(() => void made.again());
  });
  return made;
}
