import { batchNorm, batchNormBackward, groupNorm, groupNormBackward } from './norms';
import { at, floatAt } from './operands';
import { CHANNELS, enter, enterAlone, leave, ROWS, shareFrom, shareTo } from './shares';

// The codes are those of src/engine/operations.ts, the operands in the order of src/engine/layers/norms.ts.
const BATCH_NORM: i32 = 21;
const BATCH_NORM_BACKWARD: i32 = 22;
const GROUP_NORM: i32 = 23;
const GROUP_NORM_BACKWARD: i32 = 24;

/** Plays a normalization: over the batch each hand has its channels, over the numbers of a row its rows, `from` to `end`. */
export function playNorm(tape: usize, rows: i32, from: i32, end: i32): void {
  switch (at(tape, 0)) {
    case BATCH_NORM:
      enter(CHANNELS);
      overBatch(tape, rows);
      break;
    case BATCH_NORM_BACKWARD:
      enter(CHANNELS);
      overBatchBackward(tape, rows);
      break;
    case GROUP_NORM:
      enter(ROWS);
      overRows(tape, from, end);
      break;
    case GROUP_NORM_BACKWARD:
      // The slopes of scale and shift are summed over all rows in one order.
      if (enterAlone()) overRowsBackward(tape, rows);
      leave();
      break;
  }
}

function overBatch(tape: usize, rows: i32): void {
  const first = shareFrom(at(tape, 10));
  const skipped = first << 2;
  batchNorm(
    at(tape, 1) + skipped,
    at(tape, 2),
    at(tape, 3) + skipped,
    at(tape, 4),
    at(tape, 5) + skipped,
    at(tape, 6) + skipped,
    at(tape, 7) + skipped,
    at(tape, 8) + skipped,
    rows * at(tape, 9),
    shareTo(at(tape, 10)) - first,
    floatAt(tape, 11),
    floatAt(tape, 12),
  );
}

function overBatchBackward(tape: usize, rows: i32): void {
  const first = shareFrom(at(tape, 10));
  const skipped = first << 2;
  batchNormBackward(
    at(tape, 1) + skipped,
    at(tape, 2),
    at(tape, 3) + skipped,
    at(tape, 4),
    at(tape, 5) == 0 ? 0 : at(tape, 5) + skipped,
    at(tape, 6) + skipped,
    at(tape, 7) + skipped,
    at(tape, 8) + skipped,
    rows * at(tape, 9),
    shareTo(at(tape, 10)) - first,
    floatAt(tape, 11),
  );
}

function overRows(tape: usize, from: i32, end: i32): void {
  groupNorm(
    at(tape, 1) + ((from * at(tape, 7) * at(tape, 2)) << 2),
    at(tape, 2),
    at(tape, 3) + ((from * at(tape, 7) * at(tape, 4)) << 2),
    at(tape, 4),
    at(tape, 5),
    at(tape, 6),
    end - from,
    at(tape, 7),
    at(tape, 8),
    at(tape, 9),
    floatAt(tape, 10),
  );
}

function overRowsBackward(tape: usize, rows: i32): void {
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
}
