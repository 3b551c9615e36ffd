// Made from the table of words by `tests/run goldens`.

/** What a word is about; the page shows it as a colour. */
export type Tone = 'enters' | 'person' | 'broken' | 'done' | 'waiting' | 'filtered';

/** How people meet a word of programs. */
export interface Label {
  text: string;
  /** Behind a number. */
  several: string;
  glyph: string;
  tone: Tone;
  /** What it means, in a sentence. */
  meaning: string;
}

export const verdictLabels = {
  add: {
    text: "add", several: "add",
    glyph: "●", tone: "enters",
    meaning: "The filter wants it; a cycle adds it when its turn comes.",
  },
  review: {
    text: "review", several: "review",
    glyph: "◐", tone: "person",
    meaning: "The filter asks a person, who approves it or skips it.",
  },
  filtered: {
    text: "filtered", several: "filtered",
    glyph: "○", tone: "filtered",
    meaning: "The filter does not want it.",
  },
  no_tvdb: {
    text: "no id", several: "no id",
    glyph: "◌", tone: "waiting",
    meaning: "The filter wants it; TVMaze does not know its number at TheTVDB yet.",
  },
} as const satisfies Record<string, Label>;
export type Verdict = keyof typeof verdictLabels;

export const shiftLabels = {
  added: {
    text: "enters", several: "enter",
    glyph: "+", tone: "enters",
    meaning: "It is wanted now and was not.",
  },
  dropped: {
    text: "leaves", several: "leave",
    glyph: "−", tone: "filtered",
    meaning: "It was wanted and is not now.",
  },
  rerouted: {
    text: "moves", several: "move",
    glyph: "→", tone: "enters",
    meaning: "It goes elsewhere now, or otherwise.",
  },
  reviewed: {
    text: "changes about a review", several: "change about a review",
    glyph: "◐", tone: "person",
    meaning: "A person must look at it now, or no longer has to.",
  },
  reasoned: {
    text: "stays for another reason", several: "stay for another reason",
    glyph: "≈", tone: "filtered",
    meaning: "Its verdict is the same, and another line made it.",
  },
} as const satisfies Record<string, Label>;
export type Shift = keyof typeof shiftLabels;

export const statusLabels = {
  pending: {
    text: "next", several: "next",
    glyph: "●", tone: "enters",
    meaning: "It is wanted, and added as soon as the cap, the room and its instance allow.",
  },
  review: {
    text: "in review", several: "in review",
    glyph: "◐", tone: "person",
    meaning: "It waits for a person, who approves it or skips it.",
  },
  filtered: {
    text: "filtered", several: "filtered",
    glyph: "○", tone: "filtered",
    meaning: "The filter does not want it.",
  },
  pending_tvdb: {
    text: "waits for an id", several: "wait for an id",
    glyph: "◌", tone: "waiting",
    meaning: "It is wanted and waits until its number at TheTVDB is known.",
  },
  added: {
    text: "added", several: "added",
    glyph: "✓", tone: "done",
    meaning: "It was added to its instance.",
  },
  exists: {
    text: "there already", several: "there already",
    glyph: "=", tone: "done",
    meaning: "Its instance had it, and nothing had to be sent.",
  },
  failed: {
    text: "refused", several: "refused",
    glyph: "✕", tone: "broken",
    meaning: "Its instance refused it, and no cycle tries again by itself.",
  },
  skipped: {
    text: "skipped", several: "skipped",
    glyph: "⊘", tone: "filtered",
    meaning: "A person or an exclusion of its instance keeps it out, whatever the filter says.",
  },
} as const satisfies Record<string, Label>;
export type Status = keyof typeof statusLabels;

export const causeLabels = {
  review: {
    text: "in review", several: "in review",
    glyph: "◐", tone: "person",
    meaning: "It waits for a person, who approves it or skips it.",
  },
  no_tvdb: {
    text: "waits for an id", several: "wait for an id",
    glyph: "◌", tone: "waiting",
    meaning: "It is wanted and waits until its number at TheTVDB is known.",
  },
  unknown_there: {
    text: "not known there", several: "not known there",
    glyph: "◌", tone: "waiting",
    meaning: "Its instance cannot find its number at TheTVDB, and is asked again later.",
  },
  abandoned: {
    text: "given up", several: "given up",
    glyph: "⊘", tone: "filtered",
    meaning: "Nobody knew its id for too long, so it is no longer looked for.",
  },
  no_instance: {
    text: "no instance", several: "no instance",
    glyph: "✕", tone: "broken",
    meaning: "The config names no instance that it could go to.",
  },
  instance_down: {
    text: "instance down", several: "instance down",
    glyph: "✕", tone: "broken",
    meaning: "Its instance does not answer.",
  },
  instance_refused: {
    text: "instance refuses", several: "instance refuses",
    glyph: "✕", tone: "broken",
    meaning: "Its instance answers, and lets nothing be added.",
  },
  held: {
    text: "held", several: "held",
    glyph: "▮▮", tone: "person",
    meaning: "A change of the config made too many shows wanted at once, so a person has to look.",
  },
  no_folder: {
    text: "no folder", several: "no folder",
    glyph: "✕", tone: "broken",
    meaning: "Its root folder is out of reach.",
  },
  free_space: {
    text: "waits for space", several: "wait for space",
    glyph: "◌", tone: "waiting",
    meaning: "The disk of its root folder has too little room left.",
  },
  cap: {
    text: "waits for the cap", several: "wait for the cap",
    glyph: "◌", tone: "waiting",
    meaning: "As many as may be added in that time were added; it follows later.",
  },
  dry_run: {
    text: "dry run", several: "dry run",
    glyph: "◐", tone: "person",
    meaning: "The config says that nothing is sent to its instance.",
  },
  disabled: {
    text: "disabled", several: "disabled",
    glyph: "⊘", tone: "filtered",
    meaning: "The config says that its instance is not used.",
  },
} as const satisfies Record<string, Label>;
export type Cause = keyof typeof causeLabels;

export const manualActionLabels = {
  approve: {
    text: "approve", several: "approve",
    glyph: "●", tone: "enters",
    meaning: "Lets a show in review through.",
  },
  reject: {
    text: "skip", several: "skip",
    glyph: "⊘", tone: "filtered",
    meaning: "Keeps a show in review out for good.",
  },
  skip: {
    text: "skip", several: "skip",
    glyph: "⊘", tone: "filtered",
    meaning: "Keeps a show out for good, whatever the filter says.",
  },
  unskip: {
    text: "let in again", several: "let in again",
    glyph: "↺", tone: "enters",
    meaning: "Takes a skip back, so that the filter decides again.",
  },
  retry: {
    text: "try again", several: "try again",
    glyph: "↻", tone: "waiting",
    meaning: "Looks again for what was refused, not found, or deleted there.",
  },
  later: {
    text: "later", several: "later",
    glyph: "◌", tone: "waiting",
    meaning: "Asks about a show in review again in 30 days, or when the show or the config changes what is asked.",
  },
  undo: {
    text: "undo", several: "undo",
    glyph: "↶", tone: "person",
    meaning: "Takes back what was decided about a show that was not added yet.",
  },
} as const satisfies Record<string, Label>;
export type ManualAction = keyof typeof manualActionLabels;

export const addOutcomeLabels = {
  added: {
    text: "added", several: "added",
    glyph: "✓", tone: "done",
    meaning: "It was added to its instance.",
  },
  exists: {
    text: "there already", several: "there already",
    glyph: "=", tone: "done",
    meaning: "Its instance had it, and nothing had to be sent.",
  },
  not_found: {
    text: "not known there", several: "not known there",
    glyph: "◌", tone: "waiting",
    meaning: "Its instance cannot find its number at TheTVDB, and is asked again later.",
  },
  refused: {
    text: "refused", several: "refused",
    glyph: "✕", tone: "broken",
    meaning: "Its instance refused it, and no cycle tries again by itself.",
  },
  put_off: {
    text: "put off", several: "put off",
    glyph: "◌", tone: "waiting",
    meaning: "It was not sent, and a later cycle sends it.",
  },
} as const satisfies Record<string, Label>;
export type AddOutcome = keyof typeof addOutcomeLabels;

export const runResultLabels = {
  good: {
    text: "good", several: "good",
    glyph: "✓", tone: "done",
    meaning: "It ended as it should.",
  },
  failed: {
    text: "failed", several: "failed",
    glyph: "✕", tone: "broken",
    meaning: "It ended with an error.",
  },
  cut: {
    text: "cut short", several: "cut short",
    glyph: "◐", tone: "person",
    meaning: "A person or its deadline ended it.",
  },
  lost: {
    text: "lost", several: "lost",
    glyph: "✕", tone: "broken",
    meaning: "The program ended before it did.",
  },
  overrun: {
    text: "left out", several: "left out",
    glyph: "○", tone: "filtered",
    meaning: "It did not begin, since the run before had not ended.",
  },
  paused: {
    text: "paused", several: "paused",
    glyph: "▮▮", tone: "person",
    meaning: "It did not begin, since its job was paused.",
  },
  away: {
    text: "missed", several: "missed",
    glyph: "○", tone: "filtered",
    meaning: "It did not begin, since the program was not running when it was due.",
  },
} as const satisfies Record<string, Label>;
export type RunResult = keyof typeof runResultLabels;

export const activityKindLabels = {
  added: {
    text: "added", several: "added",
    glyph: "✓", tone: "done",
    meaning: "A show was added to its instance.",
  },
  exists: {
    text: "there already", several: "there already",
    glyph: "✓", tone: "done",
    meaning: "A show that was to be added was there already.",
  },
  not_found: {
    text: "not known there", several: "not known there",
    glyph: "◌", tone: "waiting",
    meaning: "The instance does not know a show that was to be added.",
  },
  refused: {
    text: "refused", several: "refused",
    glyph: "✕", tone: "broken",
    meaning: "The instance refused a show that was to be added.",
  },
  decision: {
    text: "decision", several: "decisions",
    glyph: "◐", tone: "person",
    meaning: "A person decided about shows.",
  },
  config: {
    text: "config", several: "config",
    glyph: "◇", tone: "enters",
    meaning: "A config came into force.",
  },
  config_refused: {
    text: "config refused", several: "config refused",
    glyph: "✕", tone: "broken",
    meaning: "A config had errors, and the one before stayed in force.",
  },
  judged: {
    text: "judged", several: "judged",
    glyph: "≈", tone: "filtered",
    meaning: "The catalogue was judged again.",
  },
  cycle: {
    text: "cycle", several: "cycles",
    glyph: "↻", tone: "filtered",
    meaning: "A cycle did something.",
  },
  held: {
    text: "held", several: "held",
    glyph: "❚", tone: "person",
    meaning: "Adding was held until a person decides.",
  },
  released: {
    text: "released", several: "released",
    glyph: "▸", tone: "enters",
    meaning: "Adding is not held any more.",
  },
} as const satisfies Record<string, Label>;
export type ActivityKind = keyof typeof activityKindLabels;
