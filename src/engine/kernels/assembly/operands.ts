// Operands are words of 4 bytes behind the code of an operation; `word` counts from the code, which is word 0.

/** An operand that is a whole number or an address. */
export function at(tape: usize, word: i32): i32 {
  return load<i32>(tape + ((<usize>word) << 2));
}

export function floatAt(tape: usize, word: i32): f32 {
  return load<f32>(tape + ((<usize>word) << 2));
}

/** The bytes of as many floats as an operand says. */
export function bytesAt(tape: usize, word: i32): usize {
  return (<usize>at(tape, word)) << 2;
}
