import { cellsOf, type Flow, type Mode, type Place, rowFloats } from './layer.ts';
import { layerOf } from './layers.ts';
import { losses } from './losses.ts';
import { type Arena, roundUp } from './memory.ts';
import { type NetworkSpec, shapesOf } from './network.ts';
import { type Operation, operations, operationWords } from './operations.ts';
import type { Random } from './random.ts';
import { updateOf } from './update.ts';
import type { Weights } from './weights.ts';

/** A list of operations in the kernels' memory, and how many of them are played. */
export type Reel = { readonly address: number; readonly operations: number };

/** A training step, and what is asked of a network in between, as operations. */
export type Tape = {
  /** Gather, forward, loss, backward, update. */
  readonly training: Reel;
  /** The same up to the slopes; nothing is learnt, counted or remembered. */
  readonly slopes: Reel;
  /** Forward on a batch that lies in its place, with the layers answering for good or as they do in training. */
  readonly outputs: Readonly<Record<TestMode, Reel>>;
  /** The same with the loss and the count of right answers. */
  readonly losses: Readonly<Record<TestMode, Reel>>;
  /** A training step on a batch that lies in its place, for a loss that is worked out beside the tape. */
  readonly pieces: Pieces;
  /** Batch: [rows, features] and [rows, targetWidth]. */
  readonly inputs: number;
  /** Floats from one row of the inputs to the next. */
  readonly inputStride: number;
  readonly targets: number;
  /** What flows before the first layer and behind each. */
  readonly flows: readonly Flow[];
  /** Address of the number of steps taken, which only dropout counts. */
  readonly clock: number;
  /** What each of several threads has to itself: room for columns of a matrix product, and what layers asked for. */
  readonly panelBytes: number;
  readonly roomBytes: number;
};

/** Forward, back through each layer by itself (in the order of the layers), and the update. */
export type Pieces = { readonly ahead: Reel; readonly back: readonly Reel[]; readonly update: Reel };

/** `train`: batch statistics and dropout as in training, though nothing is learnt. */
export type TestMode = 'eval' | 'train';

/** Where the data of training lies, how it is shaped, and how many rows a batch may have. */
export type Feed = {
  readonly inputs: number;
  readonly targets: number;
  readonly features: number;
  readonly targetWidth: number;
  readonly rows: number;
  /** How many threads there is room for. */
  readonly hands: number;
};

/** Lays out the buffers of a network and writes its tape. */
export function writeTape(
  arena: Arena,
  spec: NetworkSpec,
  feed: Feed,
  weights: Weights,
  random: Random,
): Tape {
  const targets = arena.reserve(feed.rows * feed.targetWidth * 4);
  const flows = reserveFlows(arena, spec, feed);
  const [inputs, last] = [flows[0]!.values, flows.at(-1)!];
  const { places, ...own } = placesOf(arena, spec, flows, weights, feed, random);
  const forward = (mode: Mode) =>
    spec.layers.map((layer, i) => layerOf(layer).forward(layer, places[i]!, mode));
  const { width, stride, values, slopes } = last;
  const loss = [
    ...[operations.loss, losses[spec.loss].code, values, targets, slopes, width, stride, feed.targetWidth],
    ...reserveLoss(arena, spec, width),
  ];
  const count = [operations.count, ANSWERS[losses[spec.loss].answer], values, targets, width, stride];
  const gather = [
    [operations.gather, feed.inputs, inputs, feed.features * 4, rowFloats(flows[0]!) * 4],
    [operations.gather, feed.targets, targets, feed.targetWidth * 4, feed.targetWidth * 4],
  ];
  // Only dropout asks how many steps there were.
  const isTimed = spec.layers.some(({ type }) => type === 'dropout');
  const ticks = isTimed ? [[operations.tick, places[0]!.clock]] : [];
  const backwards = backwardOf(spec, places, weights);
  const backward = backwards.toReversed().flat();
  const reel = (tape: readonly Operation[]) => ({ address: write(arena, tape), operations: tape.length });
  const [evaluating, probing, training] = [forward('eval'), forward('probe'), forward('train')];
  const update = [...updateOf(weights), ...ticks];
  return {
    training: reel([...gather, ...training, loss, ...backward, ...update]),
    slopes: reel([...gather, ...probing, loss, ...backward]),
    outputs: { eval: reel(evaluating), train: reel(probing) },
    losses: { eval: reel([...evaluating, loss, count]), train: reel([...probing, loss, count]) },
    pieces: { ahead: reel(training), back: backwards.map(reel), update: reel(update) },
    ...{ inputs, inputStride: rowFloats(flows[0]!), targets, flows, clock: places[0]!.clock },
    ...own,
  };
}

/** How the kernels tell a right answer. */
const ANSWERS = { number: 0, logit: 1, class: 2 } as const;

/** The seed of each layer's masks, from a stream of its own. */
export function maskSeedsOf({ layers }: NetworkSpec, random: Random): readonly number[] {
  return layers.map((_, i) => random.fork(`masks of layer ${i}`).integer(2 ** 32) | 0);
}

function reserveFlows(arena: Arena, spec: NetworkSpec, { rows }: Feed): readonly Flow[] {
  return shapesOf(spec).map((shape, i) => {
    const bytes = rows * rowFloats(shape) * 4;
    return { ...shape, values: arena.reserve(bytes), slopes: i > 0 ? arena.reserve(bytes) : 0 };
  });
}

/** Addresses of the settings of the loss and of its class weights; 0 where every class weighs 1. */
function reserveLoss(arena: Arena, { loss, lossSettings = {} }: NetworkSpec, outputs: number) {
  const { weights, ...given } = lossSettings;
  const chosen = Object.values({ ...losses[loss].settings, ...given });
  const settings = arena.reserve(4 * 4);
  arena.floats(settings, chosen.length).set(chosen);
  if (!weights) return [settings, 0];
  const classWeights = arena.reserve(Math.max(2, outputs) * 4);
  arena.floats(classWeights, weights.length).set(weights);
  return [settings, classWeights];
}

function placesOf(
  arena: Arena,
  spec: NetworkSpec,
  flows: readonly Flow[],
  { tensors, kept }: Weights,
  { rows, hands }: Feed,
  random: Random,
) {
  const rooms = spec.layers.map((layer, i) => layerOf(layer).room?.(layer, flows[i]!) ?? 0);
  const most = Math.max(rows, ...flows.map(({ width }) => width));
  const panelBytes = roundUp(most, 4) * 8 * 4;
  const roomBytes = roundUp(Math.max(...rooms), 64);
  const panel = arena.reserve(hands * panelBytes);
  const room = arena.reserve(hands * roomBytes);
  const clock = arena.reserve(4);
  const seeds = maskSeedsOf(spec, random);
  const places = spec.layers.map(
    (_layer, i): Place => ({
      ...{ x: flows[i]!, y: flows[i + 1]!, panel, room, clock },
      tensors: tensors.filter((tensor) => tensor.layer === i),
      kept: kept.filter(({ layer }) => layer === i).map(({ address }) => address),
      back: (over) => flows[i - over]!,
      seed: seeds[i]!,
    }),
  );
  return { places, panelBytes, roomBytes };
}

/**
 * The way back through each layer; none before the first that has weights, for nothing is learnt there. What a residual layer
 * reached back to has two ways onward: once the one through the layers has written its slopes, those of the other are added.
 */
function backwardOf(
  spec: NetworkSpec,
  places: readonly Place[],
  { tensors }: Weights,
): readonly (readonly Operation[])[] {
  const first = Math.min(...tensors.map(({ layer }) => layer));
  return spec.layers.map((layer, i) => {
    if (i < first) return [];
    const skips = spec.layers.flatMap((other, j) =>
      other.type === 'residual' && j - other.over === i ? [addSlopes(places[i]!.x, places[j]!.y)] : [],
    );
    const isWanted = places[i]!.x.slopes !== 0;
    return [layerOf(layer).backward(layer, places[i]!), ...(isWanted ? skips : [])];
  });
}

function addSlopes(to: Flow, from: Flow): Operation {
  return [
    ...[operations.add, to.slopes, to.stride, from.slopes, from.stride, to.slopes, to.stride],
    ...[cellsOf(to), to.width],
  ];
}

function write(arena: Arena, tape: readonly Operation[]): number {
  const address = arena.reserve(tape.length * operationWords * 4);
  const words = arena.integers(address, tape.length * operationWords);
  tape.forEach((operation, i) => {
    words.set(operation, i * operationWords);
  });
  return address;
}
