import { roundUp } from '../memory.ts';
import { keptOf, type NetworkSpec, type ParameterSpec, parametersOf } from '../network.ts';
import { type OptimizerSpec, optimizers } from '../optimizers.ts';
import type { TrainerState } from '../state.ts';
import { matrixOf, paddedBytes } from '../weights.ts';

/** All that training changes, as the programs take it, without padding. */
export type GpuState = {
  /** One table for each layer that learns, by its number; then the same for each slot of the optimizer. */
  readonly weights: Tables;
  readonly slots: readonly Tables[];
  /** The same for each layer that keeps something. */
  readonly kept: Tables;
  /** Products of the optimizer's decays so far. */
  readonly powers: Float64Array;
  /** Steps taken, where dropout counts them. */
  readonly clock: number;
};

/** The rows of all tensors of a layer, one tensor behind the other. */
export type Tables = ReadonlyMap<number, LayerTable>;

export type LayerTable = { readonly values: Float32Array; readonly rows: number; readonly columns: number };

/** Takes apart what a trainer on the processor saves. */
export function unpackState({ words }: TrainerState, spec: NetworkSpec, rule: OptimizerSpec): GpuState {
  const floats = new Float32Array(words.buffer, words.byteOffset, words.length);
  const length = paddedLength(spec);
  const { slots } = optimizers[rule.name];
  const weights = readTables(floats, spec);
  const own = Array.from({ length: slots }, (_, slot) =>
    readTables(floats.subarray((slot + 1) * length), spec),
  );
  let at = (slots + 1) * length;
  const powers = new Float64Array(words.slice(at, at + 4).buffer);
  at += 4;
  const kept = emptyTables(keptOf(spec).map(({ layer, size }) => ({ layer, rows: 1, columns: size })));
  for (const { values } of kept.values()) {
    values.set(floats.subarray(at, at + values.length));
    at += values.length;
  }
  return { weights, slots: own, kept, powers, clock: words[at]! };
}

/** Puts it together again, as a trainer on the processor loads it. */
export function packState(
  { weights, slots, kept, powers, clock }: GpuState,
  spec: NetworkSpec,
): TrainerState {
  const pieces = [
    ...[weights, ...slots].map((tables) => new Int32Array(padded(tables, spec).buffer)),
    new Int32Array(powers.slice().buffer),
    ...[...kept.values()].map(({ values }) => new Int32Array(values.slice().buffer)),
    Int32Array.of(clock),
  ];
  const words = new Int32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    words.set(piece, at);
    at += piece.length;
  }
  return { words };
}

/** All tables, or what stands for them, with the names under which plans give them back. */
export function tablesOf<Each>(all: {
  readonly weights: ReadonlyMap<number, Each>;
  readonly slots: readonly ReadonlyMap<number, Each>[];
  readonly kept: ReadonlyMap<number, Each>;
}): readonly (readonly [string, Each])[] {
  const named = (tables: ReadonlyMap<number, Each>, prefix: string) =>
    [...tables].map(([layer, each]) => [prefix + layer, each] as const);
  return [
    ...named(all.weights, 'weights'),
    ...all.slots.flatMap((tables, i) => named(tables, `slot${i}-`)),
    ...named(all.kept, 'kept'),
  ];
}

function readTables(floats: Float32Array, spec: NetworkSpec): Tables {
  const tables = emptyTables(parametersOf(spec).map(sizeOf));
  forEachRow(spec, tables, (own, padding) => own.set(floats.subarray(padding, padding + own.length)));
  return tables;
}

function padded(tables: Tables, spec: NetworkSpec): Float32Array {
  const floats = new Float32Array(paddedLength(spec));
  forEachRow(spec, tables, (own, padding) => floats.set(own, padding));
  return floats;
}

/** Goes through the rows of all tensors: where each lies in its layer's table, and from which float on among the padded ones. */
function forEachRow(
  spec: NetworkSpec,
  tables: Tables,
  visit: (own: Float32Array, padding: number) => void,
): void {
  const filled = new Map<number, number>();
  let start = 0;
  for (const parameter of parametersOf(spec)) {
    const { rows, columns, layer } = sizeOf(parameter);
    for (let row = 0; row < rows; row++) {
      const from = (filled.get(layer) ?? 0) + row * columns;
      visit(tables.get(layer)!.values.subarray(from, from + columns), start + row * roundUp(columns, 4));
    }
    filled.set(layer, (filled.get(layer) ?? 0) + rows * columns);
    start += paddedBytes(parameter.shape) / 4;
  }
}

type Size = { readonly layer: number; readonly rows: number; readonly columns: number };

function sizeOf({ shape, layer }: ParameterSpec): Size {
  return { layer, ...matrixOf(shape) };
}

function emptyTables(sizes: readonly Size[]): Tables {
  const rowsOf = new Map<number, Size>();
  for (const size of sizes)
    rowsOf.set(size.layer, { ...size, rows: (rowsOf.get(size.layer)?.rows ?? 0) + size.rows });
  return new Map(
    [...rowsOf].map(([layer, { rows, columns }]) => [
      layer,
      { rows, columns, values: new Float32Array(rows * columns) },
    ]),
  );
}

function paddedLength(spec: NetworkSpec): number {
  return parametersOf(spec).reduce((sum, { shape }) => sum + paddedBytes(shape) / 4, 0);
}
