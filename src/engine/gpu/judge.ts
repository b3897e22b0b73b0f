import { losses } from '../losses.ts';
import { type NetworkSpec, outputsOf } from '../network.ts';
import type { Handle } from './gpu-js.ts';
import { type Place, type Step, stepFields } from './layer.ts';
import { gpuLosses } from './losses.ts';

/** The loss of a batch: of each row, and its slopes in the outputs, 0 beyond the batch. */
export type Judge = {
  /** outputs: [rows, outputs], targets: [rows, targets] -> [1, rows] */
  rowLosses(outputs: Handle, targets: Handle): Handle;
  slopes(outputs: Handle, targets: Handle, step: Step): Handle;
};

/** Builds the kernels of a network's loss. */
export function createJudge(spec: NetworkSpec, rows: number, kernel: Place['kernel']): Judge {
  if (!isGpuLoss(spec.loss)) throw new Error(`there is no loss ${spec.loss} on the GPU`);
  const { over, value, slope } = gpuLosses[spec.loss];
  const outputs = outputsOf(spec);
  const { weights: _, ...given } = spec.lossSettings ?? {};
  const settings = Object.values({ ...losses[spec.loss].settings, ...given });
  const named = settings.map((_, i) => `const setting${i} = this.constants.setting${i};`).join('\n');
  const constants = {
    ...{ outputs, size: stepFields.size, share: over === 'each' ? outputs : 1 },
    ...Object.fromEntries(settings.map((setting, i) => [`setting${i}`, setting])),
  };
  // The row and the output that are judged are called r and u.
  const softmax = `
    let top = logits[r][0];
    for (let i = 1; i < this.constants.outputs; i++) top = Math.max(top, logits[r][i]);
    let sum = 0;
    for (let i = 0; i < this.constants.outputs; i++) sum += Math.exp(logits[r][i] - top);
    const logSum = Math.log(sum);
    const outputs = this.constants.outputs;`;
  const whole = over === 'classes' ? softmax : '';
  const own =
    over === 'classes'
      ? 'const z = logits[r][u]; let isRight = 0; if (u === targets[r][0]) isRight = 1;'
      : 'const y = logits[r][u]; const t = targets[r][u];';
  const rowLosses = kernel(
    `function rowLosses(logits, targets) {
      const r = this.thread.x;
      ${named} ${whole}
      let loss = 0;
      for (let u = 0; u < this.constants.outputs; u++) {
        ${own}
        const value = ${value};
        loss += value;
      }
      return loss / this.constants.share;
    }`,
    [rows, 1],
    constants,
  );
  const slopes = kernel(
    `function slopes(logits, targets, table, at) {
      const r = this.thread.y;
      const u = this.thread.x;
      const size = table[at[0]][this.constants.size];
      if (r >= size) return 0;
      ${named} ${whole} ${own}
      const slope = ${slope};
      return slope / (size * this.constants.share);
    }`,
    [outputs, rows],
    constants,
  );
  return {
    rowLosses: (y, targets) => rowLosses(y, targets),
    slopes: (y, targets, { table, at }) => slopes(y, targets, table, at),
  };
}

export function isGpuLoss(name: string): name is keyof typeof gpuLosses {
  return Object.hasOwn(gpuLosses, name);
}
