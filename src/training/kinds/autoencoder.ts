import type { LayerSpec, NetworkSpec } from '../../engine/network.ts';
import type { Table } from '../../engine/table.ts';
import { batchProblems } from '../batches.ts';
import { hiddenLayers } from '../block-keys.ts';
import { chooseData } from '../data-choice.ts';
import type { Kind } from '../kind.ts';
import { createNetworkRun } from '../network-run.ts';
import { type TrainSettings, trainMemory, trainSettings } from './train.ts';

/** A network that gives back what it takes: the settings of any training, and the bottleneck. */
export type AutoencoderSettings = Omit<TrainSettings, 'kind'> & {
  readonly kind: 'autoencoder';
  /** Width of the bottleneck. */
  readonly code: number;
};

/** A network that is to give back its inputs through a bottleneck; `net` stands before it, and mirrored behind it. */
export const autoencoder: Kind = {
  keys: [
    ...(['data', 'target', 'n', 'noise', 'test', 'features', 'classes', 'share', 'scale'] as const),
    ...(['code', 'net', 'act', 'init', 'opt', 'lr', 'batch', 'steps', 'epochs'] as const),
  ],
  prepare(given, words) {
    const data = chooseData(given, 'digits', words);
    const trained = trainSettings({ ...given, net: given.net ?? [], loss: 'mse' }, data);
    const code = Number(given.code ?? 8);
    const settings: AutoencoderSettings = { ...trained, kind: 'autoencoder', code };
    const { batch, steps, test } = settings;
    const spec = () => networkOf(trained, code);
    const span = { steps, stepsPerEpoch: Math.ceil(data.rows / batch) };
    return {
      settings,
      problems: [...data.problems, ...batchProblems(given, settings, data.rows, words)],
      measures: { points: test > 0 ? ['loss', 'test_loss'] : ['loss'], totals: TOTALS },
      span,
      memory: () => trainMemory(trained, spec(), data.rows),
      examples: () => null,
      start(seed, make) {
        const { train, test } = data.tables(seed);
        const tables = { train: ownTarget(train), test: test && ownTarget(test), validation: null };
        const rest = { settings: trained, seed, spec: spec(), span, image: undefined, isOfTwo: false };
        return createNetworkRun({ ...tables, ...rest }, make);
      },
    };
  },
};

const TOTALS = ['diverged', 'jitter', 'w_norm', 'zeros'] as const;

function networkOf(settings: TrainSettings, code: number): NetworkSpec {
  const { net, features } = settings;
  const layers: readonly LayerSpec[] = [
    ...hiddenLayers(settings, undefined),
    { type: 'dense', units: code },
    ...hiddenLayers({ ...settings, net: net.toReversed() }, undefined),
    { type: 'dense', units: features },
  ];
  return { inputs: features, layers, loss: 'mse' };
}

/** The same rows with themselves as what is to be said of them. */
function ownTarget(table: Table): Table {
  return { ...table, targets: table.inputs };
}
