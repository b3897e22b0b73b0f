import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { Progress } from '../session/progress.ts';

/** Raised when progress folds differently from the same events: an older snapshot is then made anew from the journal. */
const VERSION = 3;

/** What the journal came to after its first `offset` bytes: it spares reading them again, and is the last good copy if they are damaged. */
export type Snapshot = { readonly version: number; readonly offset: number; readonly progress: Progress };

const schema = {
  version: { type: 'integer', const: VERSION },
  offset: { type: 'integer', minimum: 0 },
  progress: { type: 'object' },
} as const;

/** The snapshot in a folder, if there is a good one; a damaged file is set aside and its new name given. */
export function readSnapshot(folder: string): {
  readonly snapshot: Snapshot | null;
  readonly setAside: string | null;
} {
  const file = join(folder, 'progress.json');
  if (!existsSync(file)) return { snapshot: null, setAside: null };
  try {
    const { version, offset, progress } = open(folder).store;
    const isWhole = typeof offset === 'number' && typeof progress === 'object';
    return {
      snapshot: version === VERSION && isWhole ? { version, offset, progress } : null,
      setAside: null,
    };
  } catch {
    if (isOtherVersion(file)) return { snapshot: null, setAside: null };
    const setAside = join(folder, `progress.damaged-${Date.now()}.json`);
    renameSync(file, setAside);
    return { snapshot: null, setAside };
  }
}

/** Writes the snapshot in one atomic step; throws where the disk refuses. */
export function writeSnapshot(folder: string, offset: number, progress: Progress): void {
  open(folder).store = { version: VERSION, offset, progress };
}

function open(folder: string): Conf<Snapshot> {
  return new Conf<Snapshot>({
    cwd: folder,
    configName: 'progress',
    projectName: 'dl-tutor',
    projectSuffix: '',
    schema,
  });
}

function isOtherVersion(file: string): boolean {
  try {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
    return typeof version === 'number' && version !== VERSION;
  } catch {
    return false;
  }
}
