import type { FileWords, Read } from './csv.ts';

/** An array of bytes as MNIST is published: its lengths, outermost first, and its values row by row. */
export type ByteArray = { readonly shape: readonly number[]; readonly values: Uint8Array };

/** True if a file begins as IDX files do: two zeros, a kind of number, a number of dimensions. */
export function isIdx(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0 && bytes[2]! >= 0x08 && bytes[2]! <= 0x0e && bytes[3]! >= 1;
}

/** Reads an IDX file of unsigned bytes: after the head of four bytes come the lengths, 32 bits each, then the values. */
export function parseIdx(bytes: Uint8Array, file: string, say: FileWords): Read<ByteArray> {
  if (!isIdx(bytes) || bytes[2] !== 0x08) return { value: null, problem: say.notBytes(file) };
  const start = 4 + 4 * bytes[3]!;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < start) return { value: null, problem: say.cutShort(file, bytes.length, start) };
  const shape = Array.from({ length: bytes[3]! }, (_, i) => view.getUint32(4 + 4 * i));
  const end = start + shape.reduce((product, length) => product * length, 1);
  if (bytes.length < end) return { value: null, problem: say.cutShort(file, bytes.length, end) };
  return { value: { shape, values: bytes.subarray(start, end) }, problem: null };
}
