import { cos, log } from './math.ts';

/** A stream of random numbers, the same under the same seed on every machine. */
export type Random = {
  /** In [0, 1), 53 bits. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** A whole number in [0, limit), for limits up to 2^32. */
  integer(limit: number): number;
  /** Brings the numbers into a random order, in place. */
  shuffle(order: Int32Array): void;
  /** An independent stream, the same for the same label; this one is not moved by it. */
  fork(label: string): Random;
  /** A stream that goes on from here as this one does, by itself. */
  copy(): Random;
};

/** A generator from a whole number up to 2^53. */
export function createRandom(seed: number): Random {
  return fromKey({ low: seed >>> 0, high: Math.floor(seed / 2 ** 32) >>> 0 });
}

/** What a stream is made from: 64 bits, kept so that forks depend on where a stream began and not on how far it is. */
type Key = { readonly low: number; readonly high: number };

function fromKey(key: Key, words = stateOf(key)): Random {
  const next = xoshiro128(words);
  const uniform = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  return {
    uniform,
    // Box and Muller, 1958: one of the pair, so that the stream keeps no hidden half.
    normal: () => Math.sqrt(-2 * log(1 - uniform())) * cos(2 * Math.PI * uniform()),
    integer: (limit) => below(limit, next),
    shuffle(order) {
      // Fisher and Yates.
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1, next);
        const kept = order[i]!;
        order[i] = order[j]!;
        order[j] = kept;
      }
    },
    fork: (label) => fromKey(forkKey(key, label)),
    copy: () => fromKey(key, next.words()),
  };
}

/** xoshiro128** 1.1 by Blackman and Vigna (2018) from four words that are not all 0: 32 bits a call, period 2^128 - 1. */
export function xoshiro128([a, b, c, d]: Words): (() => number) & { words(): Words } {
  const next = () => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled >>> 0;
  };
  return Object.assign(next, { words: (): Words => [a, b, c, d] });
}

type Words = readonly [number, number, number, number];

/** Four words from a key, scrambled each in its turn. */
function stateOf({ low, high }: Key): Words {
  const [a = 0, b = 0, c = 0, d = 0] = [1, 2, 3, 4].map((i) => scramble(scramble(low + i * GOLDEN) ^ high));
  return [(a | b | c | d) === 0 ? 1 : a, b, c, d];
}

/** 2^32 divided by the golden ratio: the step of SplitMix (Steele, Lea and Flood, 2014). */
export const GOLDEN = 0x9e3779b9;

/** The finalizer of MurmurHash3 (Appleby): every bit of the input moves half the bits of the output. */
export function scramble(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function forkKey({ low, high }: Key, label: string): Key {
  let a = scramble(low + GOLDEN);
  let b = scramble(high ^ GOLDEN);
  for (let i = 0; i < label.length; i++) {
    a = scramble(Math.imul(a ^ label.charCodeAt(i), GOLDEN) + b);
    b = scramble(Math.imul(b, 5) + a + i);
  }
  return { low: scramble(a ^ high), high: scramble(b ^ low) };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Without bias: what does not divide evenly at the top of the range is drawn again. */
function below(limit: number, next: () => number): number {
  const end = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const word = next();
    if (word < end) return word % limit;
  }
}
