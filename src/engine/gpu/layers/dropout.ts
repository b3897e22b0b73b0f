import type { GpuLayer } from '../layer.ts';

/**
 * y = x / (1 - rate), or 0 where the hash of (seed, step, cell) is below rate 2^32: the mask of `kernels/assembly/dropout.ts`, bit
 * for bit. Kernels know float32 alone, so 32 bits are two halves and their products are taken apart into what 24 bits hold.
 */
export const dropout: GpuLayer<{ readonly type: 'dropout'; readonly rate: number }> = (
  { rate },
  { x, rows, base, kernel },
) => {
  const floats = x.height * x.columns * x.width;
  const threshold = Math.round(rate * 2 ** 32);
  const drop = kernel(
    `function drop(x, table, at) {
      const cell = this.thread.y * this.constants.floats + this.thread.x;
      const cellHigh = Math.floor(cell * 0.0000152587890625);
      const cellLow = cell - cellHigh * 65536;
      // base + cell * 0x9e3779b9
      const stepLow = timesLow(cellLow, 31161);
      const low = stepLow + table[at[0]][this.constants.base + 1];
      const high = timesHigh(cellHigh, cellLow, 40503, 31161) + table[at[0]][this.constants.base];
      const carry = Math.floor(low * 0.0000152587890625);
      let h = half(high + carry);
      let l = low - carry * 65536;
      // h ^= h >> 16; h *= 0x85ebca6b; h ^= h >> 13; h *= 0xc2b2ae35; h ^= h >> 16
      l = l ^ h;
      let next = timesHigh(h, l, 34283, 51819);
      l = timesLow(l, 51819);
      h = next;
      const shiftedHigh = Math.floor(h * 0.0001220703125);
      const shiftedLow = (h - shiftedHigh * 8192) * 8 + Math.floor(l * 0.0001220703125);
      h = h ^ shiftedHigh;
      l = l ^ shiftedLow;
      next = timesHigh(h, l, 49842, 44597);
      l = timesLow(l, 44597);
      h = next;
      l = l ^ h;
      if (h < this.constants.least || (h === this.constants.least && l < this.constants.leastLow)) return 0;
      return x[this.thread.y][this.thread.x] * this.constants.scale;
    }`,
    [floats, rows],
    // In plain JavaScript gpu.js takes an argument for a constant of the same name: none is called high or low.
    {
      ...{ floats, base, scale: Math.fround(1 / (1 - rate)) },
      ...{ least: Math.floor(threshold / 65536), leastLow: threshold % 65536 },
    },
  );
  return {
    forward: (x, _own, { table, at }) => ({ y: drop(x, table, at) }),
    backward: (dy, { step, wantsSlopes }) => ({ dx: wantsSlopes ? drop(dy, step.table, step.at) : null }),
  };
};

/** Halves of products of 32-bit numbers, exact in float32: 8 bits times 16 are 24. */
export const halfFunctions: readonly string[] = [
  `function half(x) { return x - Math.floor(x * 0.0000152587890625) * 65536; }`,
  `function highByte(x) { return Math.floor(x * 0.00390625); }`,
  // a b mod 2^16
  `function timesLow(a, b) {
    const top = highByte(a);
    const upper = top * b;
    return half((a - top * 256) * b + (upper - highByte(upper) * 256) * 256);
  }`,
  // The upper half of (high 2^16 + low) (otherHigh 2^16 + otherLow) mod 2^32
  `function timesHigh(high, low, otherHigh, otherLow) {
    const top = highByte(low);
    const upper = top * otherLow;
    const rest = highByte(upper);
    const carry = Math.floor(((low - top * 256) * otherLow + (upper - rest * 256) * 256) * 0.0000152587890625);
    return half(half(timesLow(high, otherLow) + timesLow(low, otherHigh)) + half(carry + rest));
  }`,
];
