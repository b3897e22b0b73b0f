import { accessSync, appendFileSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { applyProgress, emptyProgress, type Progress, type ProgressEvent } from '../session/progress.ts';
import { appendToJournal, type Journal, journalSize, readJournal } from './journal.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';

/** Something about the disk that the learner must be told, once. */
export type StoreWarning =
  | { readonly type: 'unwritable'; readonly folder: string }
  | { readonly type: 'snapshot-damaged'; readonly setAside: string }
  | { readonly type: 'journal-damaged'; readonly lines: number; readonly setAside: string };

export type Store = {
  readonly progress: Progress;
  readonly warnings: readonly StoreWarning[];
  /** Keeps an event on disk and gives what progress comes to, with what other windows have added. */
  record(event: ProgressEvent): Progress;
  close(): void;
};

const SNAPSHOT_EVERY = 100;

/** Opens the progress in a folder. It never throws: where the disk refuses, progress lives in memory and a warning says so. */
export function openStore(folder: string): Store {
  const state: State = {
    folder,
    journal: { file: join(folder, 'events.jsonl') },
    progress: emptyProgress,
    offset: 0,
    sinceSnapshot: 0,
    isWritable: canWrite(folder),
    warnings: [],
  };
  if (!state.isWritable) state.warnings.push({ type: 'unwritable', folder });
  guarded(state, recall);
  guarded(state, catchUp);
  if (state.sinceSnapshot >= SNAPSHOT_EVERY) guarded(state, keepSnapshot);
  return {
    get progress() {
      return state.progress;
    },
    warnings: state.warnings,
    record(event) {
      const isKept =
        state.isWritable &&
        guarded(state, () => {
          appendToJournal(state.journal, event);
          catchUp(state);
        });
      if (!isKept) state.progress = applyProgress(state.progress, event);
      if (state.sinceSnapshot >= SNAPSHOT_EVERY) guarded(state, keepSnapshot);
      return state.progress;
    },
    close: () => {
      if (state.sinceSnapshot > 0) guarded(state, keepSnapshot);
    },
  };
}

type State = {
  readonly folder: string;
  readonly journal: Journal;
  progress: Progress;
  /** Bytes of the journal that progress has taken in. */
  offset: number;
  sinceSnapshot: number;
  isWritable: boolean;
  readonly warnings: StoreWarning[];
};

/** A disk may refuse at any moment; from then on progress lives in memory. */
function guarded(state: State, work: (state: State) => void): boolean {
  try {
    work(state);
    return true;
  } catch {
    if (state.isWritable) state.warnings.push({ type: 'unwritable', folder: state.folder });
    state.isWritable = false;
    return false;
  }
}

/** Begins with the snapshot, where there is a good one. */
function recall(state: State): void {
  if (!existsSync(state.folder)) return;
  const { snapshot, setAside } = readSnapshot(state.folder);
  if (setAside) state.warnings.push({ type: 'snapshot-damaged', setAside });
  if (!snapshot) return;
  state.progress = snapshot.progress;
  state.offset = Math.min(snapshot.offset, journalSize(state.journal));
  // A journal that is shorter than it was has lost lines: the snapshot is the last good copy, and counts from here anew.
  if (state.offset < snapshot.offset) state.sinceSnapshot = SNAPSHOT_EVERY;
}

/** Takes in what this window and others have appended since. */
function catchUp(state: State): void {
  const { events, damaged, end } = readJournal(state.journal, state.offset);
  state.progress = (events as ProgressEvent[]).reduce(applyProgress, state.progress);
  state.sinceSnapshot += events.length;
  state.offset = end;
  if (damaged.length === 0) return;
  const setAside = join(state.folder, 'events.damaged.jsonl');
  if (state.isWritable) appendFileSync(setAside, `${damaged.join('\n')}\n`);
  state.warnings.push({ type: 'journal-damaged', lines: damaged.length, setAside });
  // So that the damage is told once: the snapshot reaches beyond it.
  state.sinceSnapshot = SNAPSHOT_EVERY;
}

function keepSnapshot(state: State): void {
  state.sinceSnapshot = 0;
  if (state.isWritable) writeSnapshot(state.folder, state.offset, state.progress);
}

/** Asked before conf is, because conf retries for a second where a folder cannot be written. Nothing is made by asking. */
function canWrite(folder: string): boolean {
  try {
    accessSync(nearestExisting(folder), constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}
