import type { LayerSpec, NetworkSpec } from '../../engine/network.ts';
import type { PairLossName } from '../../engine/pair-losses.ts';
import { batchProblems } from '../batches.ts';
import { chooseData, type DataSettings } from '../data-choice.ts';
import type { Kind } from '../kind.ts';
import { networkMemory } from '../memory.ts';
import { createPairRun } from '../pair-run.ts';

/** What the two views of an example are pulled together by, and whether a predictor stands between them. */
export const objectives = {
  pull: { loss: 'cosine', predicts: false },
  predictor: { loss: 'cosine', predicts: true },
  simsiam: { loss: 'simsiam', predicts: true },
  infonce: { loss: 'info_nce', predicts: false },
} as const satisfies Record<string, { readonly loss: PairLossName; readonly predicts: boolean }>;

export type PairSettings = DataSettings & {
  readonly kind: 'pairs';
  readonly objective: keyof typeof objectives;
  /** Null where the objective has none. */
  readonly temperature: number | null;
  /** Standard deviation of what each view adds to an example. */
  readonly view_noise: number;
  readonly net: readonly number[];
  /** Width of the code, the output of the encoder. */
  readonly code: number;
  readonly lr: number;
  readonly momentum: number;
  readonly decay: number;
  readonly batch: number;
  readonly steps: number;
};

/** Self-supervised learning by pairs of views: an encoder that is to say the same of both. Labels are only measured with. */
export const pairs: Kind = {
  keys: [
    ...(['data', 'target', 'n', 'noise', 'features', 'classes', 'share', 'scale'] as const),
    ...(['objective', 'temperature', 'view_noise', 'net', 'code'] as const),
    ...(['lr', 'momentum', 'decay', 'batch', 'steps'] as const),
  ],
  prepare(given, words) {
    const data = chooseData({ ...given, test: 0 }, 'clusters', words);
    const chosen = given as Partial<PairSettings>;
    const objective = chosen.objective ?? 'simsiam';
    const batch = chosen.batch ?? Math.min(64, data.rows);
    const settings: PairSettings = {
      ...{ kind: 'pairs', ...data.settings, objective, batch },
      temperature: objective === 'infonce' ? (chosen.temperature ?? 0.5) : null,
      view_noise: chosen.view_noise ?? 0.3,
      ...{ net: chosen.net ?? [32], code: chosen.code ?? 8 },
      ...{ lr: chosen.lr ?? 0.1, momentum: chosen.momentum ?? 0.9, decay: chosen.decay ?? 1e-4 },
      steps: chosen.steps ?? 400,
    };
    const { spec, codeLayer } = networkOf(settings);
    const hasClasses = data.set.task !== 'regression';
    const isIdle = chosen.temperature !== undefined && objective !== 'infonce';
    const idle = words.onlyWith('temperature', 'objective infonce', `objective ${objective}`);
    return {
      settings,
      problems: [
        ...data.problems,
        ...(isIdle ? [{ key: 'temperature', message: idle }] : []),
        ...batchProblems(given, settings, data.rows, words),
      ],
      measures: { points: ['loss', 'spread'], totals: hasClasses ? ['neighbours'] : [] },
      span: { steps: settings.steps, stepsPerEpoch: Math.ceil(data.rows / batch) },
      memory: () =>
        networkMemory({ widths: 'net', batch: 'batch' }, spec, { name: 'momentum' }, data.rows, 2 * batch),
      examples: () => null,
      start: (seed) =>
        createPairRun({
          ...{ settings, seed, hasClasses, ...objectives[objective], spec, codeLayer },
          table: data.tables(seed).train,
        }),
    };
  },
};

/** The encoder, and behind it the predictor where there is one: hidden layers carry batch norm, the code does not. */
function networkOf({ features, net, code, objective }: PairSettings) {
  const encoder = [...net.flatMap(hidden), { type: 'dense', units: code } as const];
  const predictor = objectives[objective].predicts
    ? [...hidden(2 * code), { type: 'dense', units: code } as const]
    : [];
  // The loss of the tape judges nothing here.
  const spec: NetworkSpec = { inputs: features, layers: [...encoder, ...predictor], loss: 'mse' };
  return { spec, codeLayer: encoder.length - 1 };
}

function hidden(units: number): readonly LayerSpec[] {
  return [{ type: 'dense', units }, { type: 'batchNorm' }, { type: 'activation', name: 'relu' }];
}
