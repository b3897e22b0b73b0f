import { type OptimizerSpec, optimizers } from '../optimizers.ts';
import type { Handle } from './gpu-js.ts';
import { type Place, type Step, stepFields } from './layer.ts';
import { gpuOptimizers } from './optimizers.ts';

/** From a table of slopes to new slots and new weights. */
export type Update = (
  weights: Handle,
  slopes: Handle,
  slots: readonly Handle[],
  step: Step,
) => { readonly weights: Handle; readonly slots: readonly Handle[] };

/** Builds the kernels of an optimizer for a table of this size. */
export function createUpdate(
  rule: OptimizerSpec,
  size: readonly [columns: number, rows: number],
  kernel: Place['kernel'],
): Update {
  if (!isGpuOptimizer(rule.name)) throw new Error(`there is no optimizer ${rule.name} on the GPU`);
  const { slots: formulas, change }: { slots: readonly string[]; change: string } = gpuOptimizers[rule.name];
  const { decay = 0 } = rule;
  const isCoupled = decay > 0 && optimizers[rule.name].decay === 'coupled';
  const constants = { ...settingsOf(rule), ...stepFields, decay };
  const named = Object.keys(settingsOf(rule))
    .map((name) => `const ${name} = this.constants.${name};`)
    .join('\n');
  const pull = kernel(
    `function pull(slopes, w) {
      return slopes[this.thread.y][this.thread.x] + this.constants.decay * w[this.thread.y][this.thread.x];
    }`,
    size,
    constants,
  );
  const move = formulas.map((formula) =>
    kernel(
      `function move(slopes, slot) {
        const g = slopes[this.thread.y][this.thread.x];
        const s = slot[this.thread.y][this.thread.x];
        ${named}
        return ${formula};
      }`,
      size,
      constants,
    ),
  );
  const names = formulas.map((_, i) => `slot${i}`);
  const take = kernel(
    `function take(${['w', 'slopes', 'table', 'at', ...names].join(', ')}) {
      const g = slopes[this.thread.y][this.thread.x];
      ${names.map((name, i) => `const s${i} = ${name}[this.thread.y][this.thread.x];`).join('\n')}
      const rate = table[at[0]][this.constants.rate];
      const step = table[at[0]][this.constants.step];
      const spread = table[at[0]][this.constants.spread];
      ${named}
      return w[this.thread.y][this.thread.x] * table[at[0]][this.constants.keep] - ${change};
    }`,
    size,
    constants,
  );
  return (weights, slopes, slots, { table, at }) => {
    const gradient = isCoupled ? pull(slopes, weights) : slopes;
    const moved = slots.map((slot, i) => move[i]!(gradient, slot));
    return { weights: take(weights, gradient, table, at, ...moved), slots: moved };
  };
}

/** Fields of the table of steps that follow from the rate; `powers` are taken on by a step. */
export function rateFields(rule: OptimizerSpec, rate: number, powers: Float64Array) {
  const { beta1, beta2 } = settingsOf(rule);
  if (beta1 !== undefined && beta2 !== undefined) {
    powers[0]! *= beta1;
    powers[1]! *= beta2;
  }
  const isDecoupled = optimizers[rule.name].decay === 'decoupled';
  return {
    rate,
    step: rate / (1 - powers[0]!),
    spread: 1 / Math.sqrt(1 - powers[1]!),
    keep: isDecoupled ? 1 - rate * (rule.decay ?? 0) : 1,
  };
}

export function isGpuOptimizer(name: string): name is keyof typeof gpuOptimizers {
  return Object.hasOwn(gpuOptimizers, name);
}

/** Settings by their names, and 1 minus each, rounded once. */
function settingsOf(rule: OptimizerSpec): Readonly<Record<string, number>> {
  const given: Readonly<Record<string, unknown>> = rule;
  return Object.fromEntries(
    Object.entries(optimizers[rule.name].settings).flatMap(([name, usual]) => {
      const value = typeof given[name] === 'number' ? given[name] : usual;
      return [
        [name, value],
        [`rest_${name}`, 1 - value],
      ];
    }),
  );
}
