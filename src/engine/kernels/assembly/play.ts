import { activate, activateBackward } from './activations';
import { dense, denseBackward } from './dense';
import { addLosses, countCorrect, weightOf } from './losses';
import { optimize } from './optimizers';
import { playRarer } from './rarer';

// A tape is a list of operations, 24 words each: the code, then the operands in the order of src/engine/layers and tape.ts.
const WORDS: usize = 24;
const GATHER: i32 = 0;
const DENSE: i32 = 1;
const ACTIVATION: i32 = 2;
const LOSS: i32 = 3;
const ACTIVATION_BACKWARD: i32 = 4;
const DENSE_BACKWARD: i32 = 5;
const OPTIMIZE: i32 = 6;
const COUNT: i32 = 7;

let rows: i32 = 0;
let order: usize = 0;
let rate: f32 = 0;
let losses: f64 = 0;
let weight: f64 = 0;
let correct: i32 = 0;

/** Sum of the losses of all rows since the totals were cleared. */
export function totalLoss(): f64 {
  return losses;
}

/** What that sum is to be divided by: rows, or the weights of their classes. */
export function totalWeight(): f64 {
  return weight;
}

/** How many rows since then were answered rightly, where the tape counts them. */
export function totalCorrect(): i32 {
  return correct;
}

export function clearTotals(): void {
  losses = 0;
  weight = 0;
  correct = 0;
}

/**
 * Plays the operations once a step. `orders`: row numbers of all batches, i32, one behind the other, or 0 for the first
 * rows of the data every time; `sizes`: rows of each batch, i32; `rates`, `means`: learning rate and mean loss, f32.
 */
export function train(
  tape: usize,
  count: i32,
  steps: i32,
  orders: usize,
  sizes: usize,
  rates: usize,
  means: usize,
): void {
  order = orders;
  for (let step: usize = 0; step < (<usize>steps) << 2; step += 4) {
    rows = load<i32>(sizes + step);
    rate = load<f32>(rates + step);
    losses = 0;
    weight = 0;
    play(tape, count);
    store<f32>(means + step, <f32>(losses / weight));
    if (order) order += (<usize>rows) << 2;
  }
}

/** Plays the operations once on a batch that lies in its place already. */
export function forward(tape: usize, count: i32, batchRows: i32): void {
  rows = batchRows;
  play(tape, count);
}

function play(tape: usize, count: i32): void {
  for (const end = tape + <usize>count * WORDS * 4; tape < end; tape += WORDS * 4) {
    switch (at(tape, 0)) {
      case GATHER:
        gather(at(tape, 1), at(tape, 2), at(tape, 3), at(tape, 4));
        break;
      case DENSE:
        dense(
          at(tape, 1),
          at(tape, 2),
          at(tape, 3),
          at(tape, 4),
          at(tape, 5),
          rows,
          at(tape, 6),
          at(tape, 7),
          at(tape, 8),
        );
        break;
      case ACTIVATION:
        activate(at(tape, 1), at(tape, 2), at(tape, 3), <usize>rows * at(tape, 4));
        break;
      case LOSS:
        losses = addLosses(
          losses,
          at(tape, 1),
          at(tape, 2),
          at(tape, 3),
          at(tape, 4),
          rows,
          at(tape, 5),
          at(tape, 6),
          at(tape, 7),
          at(tape, 8),
          at(tape, 9),
        );
        weight += weightOf(at(tape, 1), at(tape, 3), rows, at(tape, 7), at(tape, 9));
        break;
      case ACTIVATION_BACKWARD:
        activateBackward(
          at(tape, 1),
          at(tape, 2),
          at(tape, 3),
          at(tape, 4),
          at(tape, 5),
          <usize>rows * at(tape, 6),
        );
        break;
      case DENSE_BACKWARD:
        denseBackward(
          at(tape, 1),
          at(tape, 2),
          at(tape, 3),
          at(tape, 4),
          at(tape, 5),
          at(tape, 6),
          at(tape, 7),
          rows,
          at(tape, 8),
          at(tape, 9),
          at(tape, 10),
        );
        break;
      case OPTIMIZE:
        optimize(
          at(tape, 1),
          at(tape, 2),
          at(tape, 3),
          at(tape, 4),
          at(tape, 5),
          at(tape, 6),
          at(tape, 7),
          rate,
        );
        break;
      case COUNT:
        correct += countCorrect(at(tape, 1), at(tape, 2), at(tape, 3), rows, at(tape, 4), at(tape, 5));
        break;
      default:
        playRarer(tape, rows, rate);
    }
  }
}

function at(tape: usize, word: usize): i32 {
  return load<i32>(tape + (word << 2));
}

/** Copies rows of `bytes` each, as the order of this batch names them, to rows that begin `stride` bytes apart. */
function gather(from: usize, to: usize, bytes: usize, stride: usize): void {
  if (!order && bytes == stride) {
    memory.copy(to, from, <usize>rows * bytes);
    return;
  }
  for (let row: usize = 0; row < <usize>rows; row++) {
    const source = from + (order ? <usize>load<i32>(order + (row << 2)) : row) * bytes;
    if (bytes >= 64) memory.copy(to, source, bytes);
    // A call costs more than a few words.
    else for (let i: usize = 0; i < bytes; i += 4) store<f32>(to + i, load<f32>(source + i));
    to += stride;
  }
}
