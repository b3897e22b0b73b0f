import { maxout, maxoutBackward, prelu, preluBackward } from './activations';
import { addCells, copyCells } from './cells';
import { convolve, convolveBackward } from './convolution';
import { drop } from './dropout';
import { at, floatAt } from './operands';
import { playNorm } from './play-norm';
import { pool, poolBackward } from './pools';
import { addDecay, addSign, clipNorm, clipValue, shrink, soften } from './regularizers';
import { enter, enterAlone, leave, ROWS, shareFrom, shareTo, WEIGHTS } from './shares';

// The codes are those of src/engine/operations.ts, the operands in the order of src/engine/layers and update.ts.
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
const ADD_SIGN: i32 = 29;

/** The rows of this hand. */
let from: i32 = 0;
let own: i32 = 0;

/** Plays one operation of those that not every network has: a switch apart from the others, which stays short. */
export function playRarer(tape: usize, rows: i32, first: i32, end: i32, rate: f32): void {
  from = first;
  own = end - first;
  switch (at(tape, 0)) {
    case PRELU:
      enter(ROWS);
      prelu(rowsAt(tape, 1, 3), rowsAt(tape, 2, 3), own * at(tape, 3), at(tape, 4));
      break;
    case PRELU_BACKWARD:
      if (enterAlone())
        preluBackward(at(tape, 1), at(tape, 2), at(tape, 3), rows * at(tape, 4), at(tape, 5), at(tape, 6));
      leave();
      break;
    case MAXOUT:
      enter(ROWS);
      maxout(
        cellsAt(tape, 1, 3, 4),
        cellsAt(tape, 2, 3, 5),
        own * at(tape, 3),
        at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        at(tape, 7),
      );
      break;
    case MAXOUT_BACKWARD:
      enter(ROWS);
      maxoutBackward(
        cellsAt(tape, 1, 4, 5),
        cellsAt(tape, 2, 4, 6),
        cellsAt(tape, 3, 4, 5),
        own * at(tape, 4),
        at(tape, 5),
        at(tape, 6),
        at(tape, 7),
        at(tape, 8),
      );
      break;
    case CLIP_NORM:
      if (enterAlone()) clipNorm(at(tape, 1), at(tape, 2), floatAt(tape, 3));
      leave();
      break;
    case DROP:
      enter(ROWS);
      drop(
        cellsAt(tape, 1, 3, 5),
        cellsAt(tape, 2, 3, 6),
        from * at(tape, 3),
        own * at(tape, 3),
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
      if (enterAlone()) store<i32>(at(tape, 1), load<i32>(at(tape, 1)) + 1);
      leave();
      break;
    case ADD:
      enter(ROWS);
      addCells(
        cellsAt(tape, 1, 7, 2),
        at(tape, 2),
        cellsAt(tape, 3, 7, 4),
        at(tape, 4),
        cellsAt(tape, 5, 7, 6),
        at(tape, 6),
        own * at(tape, 7),
        at(tape, 8),
      );
      break;
    case COPY:
      enter(ROWS);
      copyCells(
        rowsAt(tape, 1, 3),
        at(tape, 2),
        at(tape, 3),
        rowsAt(tape, 4, 6),
        at(tape, 5),
        at(tape, 6),
        own,
        at(tape, 7),
        at(tape, 8),
      );
      break;
    case CONVOLVE:
      convolve(tape, from, end);
      break;
    case CONVOLVE_BACKWARD:
      convolveBackward(tape, from, end, rows);
      break;
    case POOL:
      enter(ROWS);
      pool(tape, from, end);
      break;
    case POOL_BACKWARD:
      enter(ROWS);
      poolBackward(tape, from, end);
      break;
    case BATCH_NORM:
    case BATCH_NORM_BACKWARD:
    case GROUP_NORM:
    case GROUP_NORM_BACKWARD:
      playNorm(tape, rows, from, end);
      break;
    default:
      playWeights(tape, rate);
  }
}

/** What is done to each weight, or to each slope of one, by itself. */
function playWeights(tape: usize, rate: f32): void {
  const isOfTwo = at(tape, 0) == ADD_DECAY || at(tape, 0) == ADD_SIGN;
  const floats = at(tape, isOfTwo ? 3 : 2) >> 2;
  const skipped = (<usize>shareFrom(floats)) << 2;
  const bytes = ((<usize>shareTo(floats)) << 2) - skipped;
  const first = <usize>at(tape, 1) + skipped;
  enter(WEIGHTS);
  switch (at(tape, 0)) {
    case CLIP_VALUE:
      clipValue(first, bytes, floatAt(tape, 3));
      break;
    case ADD_DECAY:
      addDecay(first, <usize>at(tape, 2) + skipped, bytes, floatAt(tape, 4));
      break;
    case ADD_SIGN:
      addSign(first, <usize>at(tape, 2) + skipped, bytes, floatAt(tape, 4));
      break;
    case SHRINK:
      shrink(first, bytes, floatAt(tape, 3), rate);
      break;
    case SOFTEN:
      soften(first, bytes, floatAt(tape, 3), rate);
      break;
    default:
      unreachable();
  }
}

/** Address, at word `address`, of this hand's rows of so many floats each as word `floats` says. */
function rowsAt(tape: usize, address: i32, floats: i32): usize {
  return <usize>at(tape, address) + ((<usize>(from * at(tape, floats))) << 2);
}

/** The same of rows of so many cells, a stride apart. */
function cellsAt(tape: usize, address: i32, cells: i32, stride: i32): usize {
  return <usize>at(tape, address) + ((<usize>(from * at(tape, cells) * at(tape, stride))) << 2);
}
