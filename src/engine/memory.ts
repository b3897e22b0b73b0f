import type { KernelMemory } from './kernels/kernels.ts';

/** Hands out stretches of a kernels' memory, one behind the other; all are freed together with the memory. */
export type Arena = {
  /** Address of so many bytes, zeroed, with room for a vector beyond them. */
  reserve(bytes: number): number;
  /** Makes sure that so many bytes lie behind all that is reserved, and gives their address: for what is short-lived. */
  borrow(bytes: number): number;
  /** Views hold until the next `reserve` or `borrow`: growing moves the memory. */
  floats(address: number, length: number): Float32Array;
  integers(address: number, length: number): Int32Array;
  doubles(address: number, length: number): Float64Array;
};

const PAGE = 65_536;
const LINE = 64;

export function createArena(memory: KernelMemory, firstFreeByte: number): Arena {
  let end = roundUp(firstFreeByte, LINE);

  function borrow(bytes: number): number {
    const missing = end + bytes + LINE - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return end;
  }

  return {
    borrow,
    reserve(bytes) {
      const address = borrow(bytes);
      end = roundUp(address + bytes + 16, LINE);
      return address;
    },
    floats: (address, length) => new Float32Array(memory.buffer, address, length),
    integers: (address, length) => new Int32Array(memory.buffer, address, length),
    doubles: (address, length) => new Float64Array(memory.buffer, address, length),
  };
}

/** Counts what would be handed out and takes none of it; what is written through its views is lost. */
export function createMeasure(): Arena & { readonly bytes: number } {
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    borrow: () => bytes,
    reserve(wanted) {
      const address = bytes;
      bytes = roundUp(address + wanted + 16, LINE);
      return address;
    },
    floats: (_address, length) => new Float32Array(length),
    integers: (_address, length) => new Int32Array(length),
    doubles: (_address, length) => new Float64Array(length),
  };
}

/** The next multiple of `step`. */
export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
