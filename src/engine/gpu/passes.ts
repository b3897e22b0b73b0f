import type { NetworkSpec } from '../network.ts';
import type { Handle } from './gpu-js.ts';
import type { Moving } from './graph.ts';
import type { BuiltLayer, Step } from './layer.ts';

/** Takes a batch through the layers: what flows, what is remembered for the way back, and what layers keep. */
export function goForward(layers: readonly BuiltLayer[], inputs: Handle, before: Moving, step: Step) {
  const flows = [inputs];
  const memos: (Handle | undefined)[] = [];
  const kept = new Map<number, Handle>();
  for (const [i, layer] of layers.entries()) {
    const own = { weights: before.weights.get(i), kept: before.kept.get(i) };
    const went = layer.forward(flows[i]!, own, step, (over) => flows[i - over]!);
    flows.push(went.y);
    memos.push(went.memo);
    if (went.kept) kept.set(i, went.kept);
  }
  return { flows, memos, kept };
}

type WayBack = {
  readonly flows: readonly Handle[];
  readonly memos: readonly (Handle | undefined)[];
  readonly before: Moving;
  readonly step: Step;
  /** In the outputs of the last layer. */
  readonly slopes: Handle;
};

/** Gradients by the numbers of their layers. What a residual layer reached back to has two ways onward, whose slopes are added. */
export function goBackward(
  spec: NetworkSpec,
  layers: readonly BuiltLayer[],
  adders: readonly ((a: Handle, b: Handle) => Handle)[],
  { flows, memos, before, step, slopes }: WayBack,
): ReadonlyMap<number, Handle> {
  const gradients = new Map<number, Handle>();
  const first = Math.min(...before.weights.keys());
  const behind = new Map<number, Handle>([[layers.length, slopes]]);
  for (let i = layers.length - 1; i >= first; i--) {
    const { dx, gradient } = layers[i]!.backward(behind.get(i + 1)!, {
      ...{ x: flows[i]!, step, memo: memos[i], wantsSlopes: i > first },
      own: { weights: before.weights.get(i), kept: before.kept.get(i) },
    });
    if (gradient) gradients.set(i, gradient);
    if (!dx || i === first) continue;
    const skips = spec.layers.flatMap((layer, j) =>
      layer.type === 'residual' && j - layer.over === i ? [behind.get(j + 1)!] : [],
    );
    behind.set(
      i,
      skips.reduce((sum, skip) => adders[i]!(sum, skip), dx),
    );
  }
  return gradients;
}
