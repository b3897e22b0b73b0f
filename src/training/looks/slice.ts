import { createRandom } from '../../engine/random.ts';
import type { Trainer } from '../../engine/trainer.ts';
import { normOf } from '../layer-statistics.ts';
import { type LookKind, learningLayers, someRows } from './look.ts';

/**
 * The training loss over a plane through the weights: x from where they are (0) to where they began (1), y along a random
 * direction whose every layer is as long as that layer's weights (Li et al., 2018), made upright to x. The path is the past's
 * shadow on that plane. Row 0 is the top.
 */
export type SliceLook = {
  readonly type: 'slice';
  readonly columns: number;
  readonly rows: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly values: Float32Array;
  readonly path: readonly { readonly x: number; readonly y: number }[];
};

/** Products of weights and rows that a cell of the plane may cost. */
const MOST_WORK = 400_000;
const MOST_PLACES = 60;
const X: SliceLook['x'] = [-0.5, 1.25];
const Y: SliceLook['y'] = [-1, 1];

export const slice: LookKind<SliceLook> = {
  fits: () => true,
  take({ trainer, train, past }, { columns, rows }) {
    const here = trainer.flat();
    const places = past(MOST_PLACES);
    if (here.some((w) => !Number.isFinite(w))) return null;
    const random = upright(layerwise(trainer, here), toStart(here, places));
    const [first, second] = random;
    const table = someRows(train, Math.max(16, Math.min(256, Math.floor(MOST_WORK / here.length))));
    const values = new Float32Array(columns * rows);
    for (let cell = 0; cell < values.length; cell++) {
      const x = X[0] + (((cell % columns) + 0.5) / columns) * (X[1] - X[0]);
      const y = Y[1] - ((Math.floor(cell / columns) + 0.5) / rows) * (Y[1] - Y[0]);
      trainer.setParameters(here.map((w, i) => w + x * first[i]! + y * second[i]!));
      values[cell] = trainer.evaluate(table).loss;
    }
    trainer.setParameters(here);
    const path = [...places, here].map((weights) => shadow(weights, here, first, second));
    return { type: 'slice', columns, rows, x: X, y: Y, values, path };
  },
};

/** From the weights as they are to the first of the past; null before they have moved. */
function toStart(here: Float32Array, [first]: readonly Float32Array[]): Float64Array | null {
  const way = first ? Float64Array.from(first, (w, i) => w - here[i]!) : null;
  return way && normOf(way) > 0 ? way : null;
}

/** A direction drawn from N(0, 1), each layer of it as long as the layer's weights. The same at every look. */
function layerwise(trainer: Trainer, here: Float32Array, seed = 1): Float64Array {
  const random = createRandom(seed);
  const direction = Float64Array.from(here, () => random.normal());
  for (const { from, to } of learningLayers(trainer)) {
    const own = direction.subarray(from, to);
    const scale = normOf(here.subarray(from, to)) / normOf(own);
    own.forEach((each, i) => {
      own[i] = each * scale;
    });
  }
  return direction;
}

/** The two axes: the way where there is one, and what of the direction stands upright to it. */
function upright(direction: Float64Array, way: Float64Array | null): readonly [Float64Array, Float64Array] {
  const first = way ?? direction.map((each, i) => (i % 2 === 0 ? each : -each));
  const share = dot(direction, first) / dot(first, first);
  return [first, direction.map((each, i) => each - share * first[i]!)];
}

function shadow(weights: Float32Array, here: Float32Array, first: Float64Array, second: Float64Array) {
  const way = Float64Array.from(weights, (w, i) => w - here[i]!);
  return { x: dot(way, first) / dot(first, first), y: dot(way, second) / dot(second, second) };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, each, i) => sum + each * b[i]!, 0);
}
