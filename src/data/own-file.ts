import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FileWords, Read } from './csv.ts';
import type { ImageShape, StoredRows, StoredSet } from './data-set.ts';
import { isIdx } from './idx.ts';
import { readImages } from './image-file.ts';
import { type Learnable, readTable } from './table-file.ts';

/** True for a value of `data:` that names a file and not a data set of the program. */
export function isFileName(name: string): boolean {
  return /[./\\]|ubyte/.test(name);
}

/** The learner's own file as a data set: a table of text or images in IDX, packed by gzip or not. */
export function openFile(file: string, target: string | null, say: FileWords): Read<StoredSet> {
  try {
    const { mtimeMs, size } = statSync(file);
    const key = JSON.stringify([file, target, mtimeMs, size]);
    const known = opened.get(key);
    if (known) return { value: known, problem: null };
    const { value, problem } = readFile(file, target, say);
    if (!value) return { value, problem };
    const set = setOf(value);
    opened.set(key, set);
    return { value: set, problem: null };
  } catch (error) {
    return { value: null, problem: say.unreadable(file, reasonOf(error)) };
  }
}

/** A recipe is prepared many times over; its file is read once, and again when it has changed. */
const opened = new Map<string, StoredSet>();

/** The bytes of a file, unpacked where gzip packed them. */
export function loadFile(file: string | URL): Uint8Array {
  const bytes = readFileSync(file);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

type Opened = Learnable & { readonly testRows?: StoredRows | null; readonly image?: ImageShape | null };

function readFile(file: string, target: string | null, say: FileWords): Read<Opened> {
  const bytes = loadFile(file);
  return isIdx(bytes)
    ? readImages(file, target, (each) => (each === file ? bytes : loadIfThere(each)), say)
    : readTable(decoded(bytes), file, target, say);
}

function loadIfThere(file: string): Uint8Array | null {
  try {
    return loadFile(file);
  } catch {
    return null;
  }
}

/** UTF-8; where it is not, UTF-16 by its mark, or the letters that Korean spreadsheets still write. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'euc-kr').decode(bytes);
  }
}

/** A quarter is kept to test on, and from large files no more is taken than trains in a breath. */
function setOf({ task, labels, rows, testRows = null, image = null }: Opened): StoredSet {
  const forTest = testRows ? testRows.rows : Math.floor(rows.rows / 4);
  const forTraining = testRows ? rows.rows : rows.rows - forTest;
  return {
    task,
    classes: task === 'regression' ? 1 : labels.length,
    features: rows.features,
    knobs: [],
    defaults: {
      n: Math.min(10_000, forTraining),
      noise: 0,
      test: Math.min(2500, forTest),
      scale: rows.inputs instanceof Uint8Array ? 'none' : 'standard',
    },
    rows: rows.rows,
    labels,
    read: () => rows,
    ...(testRows ? { testRows } : {}),
    ...(image ? { image } : {}),
  };
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
