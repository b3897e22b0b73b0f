/** 2^32 divided by the golden ratio: the step of SplitMix (Steele, Lea and Flood, 2014). */
const GOLDEN: i32 = 0x9e3779b9;

/**
 * y = x / (1 - p) where the hash of (seed, step, cell) is p 2^32 or more, 0 elsewhere, for `cells` rows of `width` numbers,
 * the first of them number `first` of the batch;
 * cells are counted over the numbers alone, so that any other machine can make the same mask. Padding becomes 0.
 */
export function drop(
  x: usize,
  y: usize,
  first: i32,
  cells: i32,
  width: i32,
  xStride: i32,
  yStride: i32,
  seed: i32,
  step: i32,
  threshold: u32,
  scale: f32,
): void {
  const base = scramble(seed + scramble(step + GOLDEN));
  for (let cell = 0; cell < cells; cell++) {
    for (let i = 0; i < width; i++) {
      const hash = <u32>scramble(base + ((first + cell) * width + i) * GOLDEN);
      const at = (<usize>i) << 2;
      store<f32>(y + at, hash >= threshold ? load<f32>(x + at) * scale : 0);
    }
    for (let i = width; i < yStride; i++) store<f32>(y + ((<usize>i) << 2), 0);
    x += (<usize>xStride) << 2;
    y += (<usize>yStride) << 2;
  }
}

/** The finalizer of MurmurHash3 (Appleby): every bit of the input moves half the bits of the output. */
function scramble(word: i32): i32 {
  let h = <u32>word;
  h = (h ^ (h >> 16)) * 0x85ebca6b;
  h = (h ^ (h >> 13)) * 0xc2b2ae35;
  return <i32>(h ^ (h >> 16));
}
