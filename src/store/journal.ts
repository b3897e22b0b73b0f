import { appendFileSync, closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';

/** One line a thing that happened; it is only ever appended to, so that two windows lose nothing of each other. */
export type Journal = { readonly file: string };

export type Tail = {
  readonly events: readonly unknown[];
  /** Lines that could not be read, as they stand. */
  readonly damaged: readonly string[];
  /** Bytes up to the end of the last whole line. */
  readonly end: number;
};

/** Reads what was appended since `from` bytes; a line that is still being written is left for the next time. */
export function readJournal({ file }: Journal, from: number): Tail {
  if (!existsSync(file)) return { events: [], damaged: [], end: 0 };
  const bytes = readFrom(file, from);
  const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
  const events: unknown[] = [];
  const damaged: string[] = [];
  for (const line of whole.toString('utf8').split('\n')) {
    if (line.trim() === '') continue;
    const event = parseLine(line);
    if (event === null) damaged.push(line);
    else events.push(event);
  }
  return { events, damaged, end: from + whole.length };
}

/** Appends one event in one write; throws where the disk refuses. */
export function appendToJournal({ file }: Journal, event: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${endsMidLine(file) ? '\n' : ''}${JSON.stringify(event)}\n`);
}

/** Size in bytes; 0 where there is none yet. */
export function journalSize({ file }: Journal): number {
  if (!existsSync(file)) return 0;
  return withFile(file, (handle) => fstatSync(handle).size);
}

/** True where an earlier write was cut off, by a kill or a full disk: what follows must not be glued to it. */
function endsMidLine(file: string): boolean {
  if (!existsSync(file)) return false;
  return withFile(file, (handle) => {
    const { size } = fstatSync(handle);
    const last = Buffer.alloc(1);
    if (size === 0) return false;
    readSync(handle, last, 0, 1, size - 1);
    return last.toString() !== '\n';
  });
}

function readFrom(file: string, from: number): Buffer {
  return withFile(file, (handle) => {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(handle).size - from));
    const length = bytes.length > 0 ? readSync(handle, bytes, 0, bytes.length, from) : 0;
    return bytes.subarray(0, length);
  });
}

function parseLine(line: string): object | null {
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === 'object' && event !== null && 'type' in event ? event : null;
  } catch {
    return null;
  }
}

function withFile<Result>(file: string, use: (handle: number) => Result): Result {
  const handle = openSync(file, 'r');
  try {
    return use(handle);
  } finally {
    closeSync(handle);
  }
}
