import { maxout, maxoutBackward, prelu, preluBackward } from './activations';
import { addCells, copyCells } from './cells';
import { convolve, convolveBackward } from './convolution';
import { drop } from './dropout';
import { batchNorm, batchNormBackward, groupNorm, groupNormBackward } from './norms';
import { pool, poolBackward } from './pools';
import { addDecay, addSign, clipNorm, clipValue, shrink, soften } from './regularizers';

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

/** Plays one operation of those that not every network has: a switch apart from the others, which stays short. */
export function playRarer(tape: usize, rows: i32, rate: f32): void {
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
    case ADD_SIGN:
      addSign(at(tape, 1), at(tape, 2), at(tape, 3), floatAt(tape, 4));
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
