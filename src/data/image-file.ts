import { basename, dirname, join } from 'node:path';
import type { FileWords, Read } from './csv.ts';
import type { ImageShape, StoredRows } from './data-set.ts';
import { type ByteArray, parseIdx } from './idx.ts';
import type { Learnable } from './table-file.ts';

/** Bytes of a file, unpacked; null where it cannot be read. */
export type Load = (file: string) => Uint8Array | null;

/** Images with the labels that lie beside them, or in the file that `target` names; of MNIST also its own rows to test on. */
export function readImages(
  file: string,
  target: string | null,
  load: Load,
  say: FileWords,
): Read<Learnable & { readonly testRows: StoredRows | null; readonly image: ImageShape | null }> {
  const { value: pair, problem } = readPair(file, target ?? labelsBeside(file), load, say);
  if (!pair) return { value: null, problem };
  const { rows, image } = pair;
  const classes = rows.targets.reduce((most, label) => Math.max(most, label), 0) + 1;
  if (new Set(rows.targets).size < 2) return { value: null, problem: say.oneClass(file, labelsBeside(file)) };
  const testFile = join(dirname(file), basename(file).replace('train', 't10k'));
  const hasTest = target === null && testFile !== file && load(testFile) !== null;
  const test = hasTest ? readPair(testFile, labelsBeside(testFile), load, say) : null;
  if (test && !test.value) return { value: null, problem: test.problem };
  if (test && test.value.rows.features !== rows.features)
    return { value: null, problem: say.otherImages(file, rows.features, testFile, test.value.rows.features) };
  const labels = Array.from({ length: classes }, (_, label) => String(label));
  const task = classes === 2 ? 'binary' : 'classes';
  return { value: { task, labels, rows, image, testRows: test?.value?.rows ?? null }, problem: null };
}

/** As MNIST names them: train-images-idx3-ubyte and train-labels-idx1-ubyte. */
function labelsBeside(file: string): string {
  return join(dirname(file), basename(file).replace('images', 'labels').replace('idx3', 'idx1'));
}

type Pair = { readonly rows: StoredRows; readonly image: ImageShape | null };

function readPair(file: string, labelsFile: string, load: Load, say: FileWords): Read<Pair> {
  const bytes = load(file);
  if (!bytes) return { value: null, problem: say.unreadable(file, 'ENOENT') };
  const labelBytes = labelsFile === file ? null : load(labelsFile);
  if (!labelBytes) return { value: null, problem: say.noLabels(file, labelsFile) };
  const images = parseIdx(bytes, file, say);
  if (!images.value) return images;
  const labels = parseIdx(labelBytes, labelsFile, say);
  if (!labels.value) return labels;
  const [rows, features] = sizeOf(images.value);
  const count = labels.value.values.length;
  if (rows < 2 || features < 1) return { value: null, problem: say.noRows(file) };
  if (count !== rows) return { value: null, problem: say.otherLabels(file, rows, labelsFile, count) };
  const targets = Float32Array.from(labels.value.values);
  const stored = { inputs: images.value.values, unit: 1 / 255, targets, rows, features };
  return { value: { rows: stored, image: imageOf(images.value) }, problem: null };
}

/** [rows, height, columns], or with the channels of each pixel as a fourth length; anything else is no image. */
function imageOf({ shape: [, height, columns, channels = 1, ...more] }: ByteArray): ImageShape | null {
  return height && columns && more.length === 0 ? { height, columns, channels } : null;
}

function sizeOf({ shape: [rows = 0, ...image] }: ByteArray): readonly [number, number] {
  return [rows, image.reduce((product, length) => product * length, 1)];
}
