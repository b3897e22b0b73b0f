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
  const journal: Journal = { file: join(folder, 'events.jsonl') };
  const warnings: StoreWarning[] = [];
  let progress = emptyProgress;
  let offset = 0;
  let sinceSnapshot = 0;
  let isWritable = canWrite(folder);
  if (!isWritable) warnings.push({ type: 'unwritable', folder });

  function recall(): void {
    const { snapshot, setAside } =
      isWritable || existsSync(folder) ? readSnapshot(folder) : { snapshot: null, setAside: null };
    if (setAside) warnings.push({ type: 'snapshot-damaged', setAside });
    if (!snapshot) return;
    progress = snapshot.progress;
    offset = Math.min(snapshot.offset, journalSize(journal));
    // A journal that is shorter than it was has lost lines: the snapshot is the last good copy, and counts from here anew.
    if (offset < snapshot.offset) sinceSnapshot = SNAPSHOT_EVERY;
  }

  function catchUp(): void {
    const { events, damaged, end } = readJournal(journal, offset);
    progress = (events as ProgressEvent[]).reduce(applyProgress, progress);
    sinceSnapshot += events.length;
    offset = end;
    if (damaged.length === 0) return;
    const setAside = join(folder, 'events.damaged.jsonl');
    if (isWritable) appendFileSync(setAside, `${damaged.join('\n')}\n`);
    warnings.push({ type: 'journal-damaged', lines: damaged.length, setAside });
    sinceSnapshot = SNAPSHOT_EVERY;
  }

  function keepSnapshot(): void {
    sinceSnapshot = 0;
    if (isWritable) writeSnapshot(folder, offset, progress);
  }

  guarded(recall);
  guarded(catchUp);
  if (sinceSnapshot >= SNAPSHOT_EVERY) guarded(keepSnapshot);

  /** A disk may refuse at any moment; from then on progress lives in memory. */
  function guarded(work: () => void): boolean {
    try {
      work();
      return true;
    } catch {
      if (isWritable) warnings.push({ type: 'unwritable', folder });
      isWritable = false;
      return false;
    }
  }

  return {
    get progress() {
      return progress;
    },
    warnings,
    record(event) {
      const isKept =
        isWritable &&
        guarded(() => {
          appendToJournal(journal, event);
          catchUp();
        });
      if (!isKept) progress = applyProgress(progress, event);
      if (isKept && sinceSnapshot >= SNAPSHOT_EVERY) guarded(keepSnapshot);
      return progress;
    },
    close: () => {
      if (sinceSnapshot > 0) guarded(keepSnapshot);
    },
  };
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
