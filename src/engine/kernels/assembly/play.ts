import { activate, activateBackward } from './activations';
import { dense, denseBackward } from './dense';
import { addLosses, countCorrect, weightOf } from './losses';
import { at } from './operands';
import { advancePowers, optimize } from './optimizers';
import { playRarer } from './rarer';
import {
  enter,
  enterAlone,
  enterWithAll,
  isFirst,
  join,
  leave,
  ROWS,
  shareFrom,
  shareTo,
  WEIGHTS,
} from './shares';

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
/** The rows of this hand: the first, and one behind the last. */
let from: i32 = 0;
let to: i32 = 0;
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
    from = shareFrom(rows);
    to = shareTo(rows);
    losses = 0;
    weight = 0;
    play(tape, count);
    if (isFirst()) store<f32>(means + step, <f32>(losses / weight));
    if (order) order += (<usize>rows) << 2;
  }
}

/** The same by several hands at once: each calls it with its own number, and the place where they meet; see shares.ts. */
export function trainTogether(
  hand: i32,
  hands: i32,
  place: usize,
  panel: usize,
  room: usize,
  tape: usize,
  count: i32,
  steps: i32,
  orders: usize,
  sizes: usize,
  rates: usize,
  means: usize,
): void {
  join(hand, hands, place, panel, room);
  train(tape, count, steps, orders, sizes, rates, means);
  leave();
  join(0, 1, 0, 0, 0);
}

/** Plays the operations once on a batch that lies in its place already. */
export function forward(tape: usize, count: i32, batchRows: i32): void {
  rows = batchRows;
  from = 0;
  to = rows;
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
        activateRows(tape);
        break;
      case LOSS:
        if (enterAlone()) judge(tape);
        leave();
        break;
      case ACTIVATION_BACKWARD:
        activateRowsBackward(tape);
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
        update(tape);
        break;
      case COUNT:
        correct += countCorrect(at(tape, 1), at(tape, 2), at(tape, 3), rows, at(tape, 4), at(tape, 5));
        break;
      default:
        playRarer(tape, rows, from, to, rate);
    }
  }
}

function activateRows(tape: usize): void {
  enter(ROWS);
  const bytes = at(tape, 4);
  const skipped = from * bytes;
  activate(at(tape, 1), at(tape, 2) + skipped, at(tape, 3) + skipped, (to - from) * bytes);
}

function activateRowsBackward(tape: usize): void {
  enter(ROWS);
  const bytes = at(tape, 6);
  const skipped = from * bytes;
  activateBackward(
    at(tape, 1),
    at(tape, 2) + skipped,
    at(tape, 3) + skipped,
    at(tape, 4) + skipped,
    at(tape, 5) + skipped,
    (to - from) * bytes,
  );
}

/** Loss and slopes of all rows: sums over the batch have one order, so that one hand makes them. */
function judge(tape: usize): void {
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
}

function update(tape: usize): void {
  const bytes = at(tape, 5);
  if (isFirst()) advancePowers(at(tape, 1), at(tape, 6), at(tape, 7));
  enterWithAll(WEIGHTS);
  const skipped = shareFrom(bytes >> 2) << 2;
  optimize(
    at(tape, 1),
    at(tape, 2) + skipped,
    at(tape, 3) + skipped,
    at(tape, 4) + skipped,
    bytes,
    (shareTo(bytes >> 2) << 2) - skipped,
    at(tape, 6),
    at(tape, 7),
    rate,
  );
}

/** Copies rows of `bytes` each, as the order of this batch names them, to rows that begin `stride` bytes apart. */
function gather(table: usize, batch: usize, bytes: usize, stride: usize): void {
  enter(ROWS);
  const place = batch + <usize>from * stride;
  if (!order && bytes == stride) {
    memory.copy(place, table + <usize>from * bytes, <usize>(to - from) * bytes);
    return;
  }
  let target = place;
  for (let row = <usize>from; row < <usize>to; row++) {
    const source = table + (order ? <usize>load<i32>(order + (row << 2)) : row) * bytes;
    if (bytes >= 64) memory.copy(target, source, bytes);
    // A call costs more than a few words.
    else for (let i: usize = 0; i < bytes; i += 4) store<f32>(target + i, load<f32>(source + i));
    target += stride;
  }
}
