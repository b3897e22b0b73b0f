import { totalmem } from 'node:os';
import { footprintOf } from '../engine/footprint.ts';
import { losses } from '../engine/losses.ts';
import { type NetworkSpec, outputsOf } from '../engine/network.ts';
import type { OptimizerSpec } from '../engine/optimizers.ts';
import type { Words } from '../i18n/languages.ts';
import type { KeyProblem } from './kind.ts';

/** Bytes that a member needs while it trains, under the key that makes them more or fewer. */
export type MemoryUse = Readonly<Record<string, number>>;

/** What the addresses of WebAssembly reach, or all that this machine has where that is less. */
export function mostBytes(): number {
  return Math.min(2 ** 32, totalmem(), process.constrainedMemory() || Infinity);
}

/**
 * What a network needs, under the keys that its widths and the rows of a batch come from. The rows to train on lie in the kernels'
 * memory and outside of it.
 */
export function networkMemory(
  keys: { readonly widths: string; readonly batch: string },
  spec: NetworkSpec,
  optimizer: OptimizerSpec,
  rows: number,
  batch: number,
): MemoryUse {
  const width = losses[spec.loss].answer === 'class' ? 1 : outputsOf(spec);
  const bytes = footprintOf(spec, optimizer, rows, width, batch);
  const use: Record<string, number> = { n: 2 * bytes.rows, [keys.widths]: bytes.weights };
  use[keys.batch] = (use[keys.batch] ?? 0) + bytes.batch;
  return use;
}

/** Says how much memory a recipe would need where that is too much: all its variants are there at once, and further seeds one by one. */
export function memoryProblems(
  variants: readonly MemoryUse[],
  hasMoreSeeds: boolean,
  words: Words['problem'],
): readonly KeyProblem[] {
  const total = (use: MemoryUse) => Object.values(use).reduce((a, b) => a + b, 0);
  const another = hasMoreSeeds ? Math.max(...variants.map(total)) : 0;
  const needed = variants.reduce((sum, use) => sum + total(use), another);
  const most = mostBytes();
  if (needed <= most) return [];
  const shares = new Map<string, number>();
  for (const use of variants)
    for (const [key, bytes] of Object.entries(use)) shares.set(key, (shares.get(key) ?? 0) + bytes);
  // Keys that have a part in it worth naming, the largest first.
  const keys = [...shares]
    .sort(([, a], [, b]) => b - a)
    .filter(([, bytes], i) => i === 0 || bytes > needed / 10)
    .map(([key]) => key);
  const message = words.tooLarge(keys, gigabytes(needed), gigabytes(most));
  return [{ key: keys[0]!, message }];
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toLocaleString('en-US', { maximumSignificantDigits: 3 });
}
