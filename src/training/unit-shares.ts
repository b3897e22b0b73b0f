import type { NetworkSpec } from '../engine/network.ts';
import type { Table } from '../engine/table.ts';
import type { Trainer } from '../engine/trainer.ts';
import { boundsOf, deadUnits, saturatedOutputs } from './layer-statistics.ts';
import type { ActName } from './network-keys.ts';
import { mean } from './statistics.ts';

type Built = {
  readonly act: ActName;
  readonly net: readonly number[];
  readonly conv: readonly number[] | null;
};

/** Which shares mean something in a network: dead units of ReLU, saturated outputs of what has two ends. Convolutions are left out. */
export function measuredShares({ act, net, conv }: Built): readonly ('dead' | 'saturated')[] {
  if (net.length === 0 || (conv !== null && conv.length > 0)) return [];
  return [...(act === 'relu' ? (['dead'] as const) : []), ...(boundsOf(act) ? (['saturated'] as const) : [])];
}

/** Those shares as the network stands, over all rows of a table: the mean over its hidden layers. */
export function unitShares(
  trainer: Trainer,
  settings: Built,
  { layers }: NetworkSpec,
  table: Table,
): Readonly<Record<string, number>> {
  const bends = layers.flatMap((layer, i) => (layer.type === 'activation' ? [i] : []));
  const share = (name: 'dead' | 'saturated') =>
    mean(
      bends.map((layer, i) => {
        const outputs = trainer.outputsAt(layer, table.inputs, table.rows);
        const units = settings.net[i] ?? 1;
        const bounds = boundsOf(settings.act);
        if (name === 'dead') return deadUnits(outputs, units) / units;
        return bounds ? saturatedOutputs(outputs, bounds) / outputs.length : 0;
      }),
    );
  return Object.fromEntries(measuredShares(settings).map((name) => [name, share(name)]));
}
