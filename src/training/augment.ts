import type { ImageShape } from '../data/data-set.ts';
import { exp, log, pow } from '../engine/math.ts';
import type { Random } from '../engine/random.ts';
import type { Table } from '../engine/table.ts';
import type { RegularizerSettings } from './regularizer-keys.ts';

type Change = Pick<RegularizerSettings, 'input_noise' | 'shift' | 'mixup'>;

/**
 * The rows of one epoch after the other, each changed anew: images moved, inputs blurred, rows blended in this order. Null where
 * nothing is to be changed. As every row comes once an epoch, this is a new draw at every use of a row.
 */
export function createAugmenter(
  { input_noise: noise, shift, mixup }: Change,
  table: Table,
  image: ImageShape | undefined,
): ((random: Random) => Table) | null {
  if (!noise && !shift && !mixup) return null;
  return (random) => {
    const moved = shift && image ? shifted(table, image, shift, random) : table;
    const blurred = noise ? noisy(moved, noise, random) : moved;
    return mixup ? blended(blurred, mixup, random) : blurred;
  };
}

/** Each image moved by up to `most` pixels along both axes, every way as likely; what comes in from outside is 0. */
export function shifted(table: Table, image: ImageShape, most: number, random: Random): Table {
  const { height, columns, channels } = image;
  const inputs = new Float32Array(table.inputs.length);
  for (let row = 0; row < table.rows; row++) {
    const down = random.integer(2 * most + 1) - most;
    const right = random.integer(2 * most + 1) - most;
    for (let y = Math.max(0, down); y < Math.min(height, height + down); y++) {
      const from = Math.max(0, -right);
      const width = columns - Math.abs(right);
      if (width <= 0) continue;
      const source = row * table.features + ((y - down) * columns + from) * channels;
      const target = row * table.features + (y * columns + Math.max(0, right)) * channels;
      inputs.set(table.inputs.subarray(source, source + width * channels), target);
    }
  }
  return { ...table, inputs };
}

/** The same images with this share of their contrast, about the grey of 0.5. */
export function faded(table: Table, contrast: number): Table {
  return { ...table, inputs: table.inputs.map((x) => contrast * x + (1 - contrast) / 2) };
}

/** x + spread times a draw from N(0, 1), for every number. */
function noisy(table: Table, spread: number, random: Random): Table {
  return { ...table, inputs: table.inputs.map((x) => x + spread * random.normal()) };
}

/** Every row and its target pulled towards another by a share from Beta(alpha, alpha): mixup, Zhang et al., 2018. */
function blended(table: Table, alpha: number, random: Random): Table {
  const { inputs, targets, rows, features } = table;
  const partners = Int32Array.from({ length: rows }, (_, i) => i);
  random.shuffle(partners);
  const mixed = { inputs: inputs.slice(), targets: targets.slice() };
  const width = targets.length / rows;
  partners.forEach((partner, row) => {
    const share = beta(alpha, random);
    const mix = (from: Float32Array, to: Float32Array, size: number) => {
      for (let k = 0; k < size; k++)
        to[row * size + k] = share * from[row * size + k]! + (1 - share) * from[partner * size + k]!;
    };
    mix(inputs, mixed.inputs, features);
    mix(targets, mixed.targets, width);
  });
  return { ...table, ...mixed };
}

/** A draw from Beta(alpha, alpha): Jöhnk, 1964. Where alpha is so small that both powers come to 0, their logarithms are compared. */
function beta(alpha: number, random: Random): number {
  for (;;) {
    const [u, v] = [1 - random.uniform(), 1 - random.uniform()];
    const [x, y] = [pow(u, 1 / alpha), pow(v, 1 / alpha)];
    if (x + y === 0) return 1 / (1 + exp((log(v) - log(u)) / alpha));
    if (x + y <= 1) return x / (x + y);
  }
}
