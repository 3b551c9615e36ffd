const patience = 10_000;

/** What has just been done, and how it is taken back. */
export interface Toast {
  text: string;
  undo: (() => Promise<void> | void) | undefined;
}

let timer: ReturnType<typeof setTimeout> | undefined;
export const toasts = $state<{ last: Toast | null }>({ last: null });

/** Tells of an action for ten seconds; the next one takes its place. */
export function tell(text: string, undo?: Toast['undo']): void {
  clearTimeout(timer);
  toasts.last = { text, undo };
  timer = setTimeout(close, patience);
}

export function close(): void {
  toasts.last = null;
}

/** Takes the last action back, while it is told. */
export function undo(): void {
  const back = toasts.last?.undo;
  close();
  void back?.();
}
