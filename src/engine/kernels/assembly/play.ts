import { activate, activateBackward, maxout, maxoutBackward, prelu, preluBackward } from './activations';
import { addCells, copyCells } from './cells';
import { dense, denseBackward } from './dense';
import { drop } from './dropout';
import { convolve, convolveBackward, pool, poolBackward } from './images';
import { addLosses, countCorrect, weightOf } from './losses';
import { batchNorm, batchNormBackward, groupNorm, groupNormBackward } from './norms';
import { optimize } from './optimizers';
import { addDecay, clipNorm, clipValue, shrink, soften } from './regularizers';

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
const PRELU: i32 = 8;
const PRELU_BACKWARD: i32 = 9;
const MAXOUT: i32 = 10;
const MAXOUT_BACKWARD: i32 = 11;
const CLIP_NORM: i32 = 12;
const CLIP_VALUE: i32 = 13;
const ADD_DECAY: i32 = 14;
const SHRINK: i32 = 15;
const SOFTEN: i32 = 16;
const DROP: i32 = 17;
const TICK: i32 = 18;
const ADD: i32 = 19;
const COPY: i32 = 20;
const BATCH_NORM: i32 = 21;
const BATCH_NORM_BACKWARD: i32 = 22;
const GROUP_NORM: i32 = 23;
const GROUP_NORM_BACKWARD: i32 = 24;
const CONVOLVE: i32 = 25;
const CONVOLVE_BACKWARD: i32 = 26;
const POOL: i32 = 27;
const POOL_BACKWARD: i32 = 28;

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
        playRarer(tape);
    }
  }
}

/** A switch of its own, so that the one above stays short. */
function playRarer(tape: usize): void {
  switch (at(tape, 0)) {
    case PRELU:
      prelu(at(tape, 1), at(tape, 2), rows * at(tape, 3), at(tape, 4));
      break;
    case PRELU_BACKWARD:
      preluBackward(at(tape, 1), at(tape, 2), at(tape, 3), rows * at(tape, 4), at(tape, 5), at(tape, 6));
      break;
    case MAXOUT:
      maxout(
        at(tape, 1),
        at(tape, 2),
        rows * at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        at(tape, 7),
      );
      break;
    case MAXOUT_BACKWARD:
      maxoutBackward(
        at(tape, 1),
        at(tape, 2),
        at(tape, 3),
        rows * at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        at(tape, 7),
        at(tape, 8),
      );
      break;
    case CLIP_NORM:
      clipNorm(at(tape, 1), at(tape, 2), floatAt(tape, 3));
      break;
    case CLIP_VALUE:
      clipValue(at(tape, 1), at(tape, 2), floatAt(tape, 3));
      break;
    case ADD_DECAY:
      addDecay(at(tape, 1), at(tape, 2), at(tape, 3), floatAt(tape, 4));
      break;
    case SHRINK:
      shrink(at(tape, 1), at(tape, 2), floatAt(tape, 3), rate);
      break;
    case SOFTEN:
      soften(at(tape, 1), at(tape, 2), floatAt(tape, 3), rate);
      break;
    case DROP:
      drop(
        at(tape, 1),
        at(tape, 2),
        rows * at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        at(tape, 7),
        load<i32>(at(tape, 8)),
        at(tape, 9),
        floatAt(tape, 10),
      );
      break;
    case TICK:
      store<i32>(at(tape, 1), load<i32>(at(tape, 1)) + 1);
      break;
    case ADD:
      addCells(
        at(tape, 1),
        at(tape, 2),
        at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        rows * at(tape, 7),
        at(tape, 8),
      );
      break;
    case COPY:
      copyCells(
        at(tape, 1),
        at(tape, 2),
        at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        rows,
        at(tape, 7),
        at(tape, 8),
      );
      break;
    case BATCH_NORM:
      batchNorm(
        at(tape, 1),
        at(tape, 2),
        at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        at(tape, 7),
        at(tape, 8),
        rows * at(tape, 9),
        at(tape, 10),
        floatAt(tape, 11),
        floatAt(tape, 12),
      );
      break;
    case BATCH_NORM_BACKWARD:
      batchNormBackward(
        at(tape, 1),
        at(tape, 2),
        at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        at(tape, 7),
        at(tape, 8),
        rows * at(tape, 9),
        at(tape, 10),
        floatAt(tape, 11),
      );
      break;
    case GROUP_NORM:
      groupNorm(
        at(tape, 1),
        at(tape, 2),
        at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        rows,
        at(tape, 7),
        at(tape, 8),
        at(tape, 9),
        floatAt(tape, 10),
      );
      break;
    case GROUP_NORM_BACKWARD:
      groupNormBackward(
        at(tape, 1),
        at(tape, 2),
        at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        at(tape, 7),
        at(tape, 8),
        rows,
        at(tape, 9),
        at(tape, 10),
        at(tape, 11),
        floatAt(tape, 12),
      );
      break;
    case CONVOLVE:
      convolve(tape, rows);
      break;
    case CONVOLVE_BACKWARD:
      convolveBackward(tape, rows);
      break;
    case POOL:
      pool(tape, rows);
      break;
    case POOL_BACKWARD:
      poolBackward(tape, rows);
      break;
    default:
      unreachable();
  }
}

function floatAt(tape: usize, word: usize): f32 {
  return load<f32>(tape + (word << 2));
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
