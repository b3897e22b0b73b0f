import { floatBits, type Operation, operations } from './operations.ts';
import { optimizers } from './optimizers.ts';
import type { Weights } from './weights.ts';

/** From gradients to new weights: cut what is too large, add the pull of decay, take the optimizer's step, shrink. */
export function updateOf({ values, gradients, bytes, slots, settings, powers, rule }: Weights): Operation[] {
  const { name, clip_norm: norm = 0, clip_value: limit = 0, decay = 0, l1 = 0, l1_kind = 'proximal' } = rule;
  const optimizer = optimizers[name];
  const isCoupled = optimizer.decay === 'coupled';
  const step = [operations.optimize, optimizer.code, values, gradients, slots, bytes, settings, powers];
  return [
    ...only(limit > 0, [operations.clipValue, gradients, bytes, floatBits(limit)]),
    ...only(norm > 0, [operations.clipNorm, gradients, bytes, floatBits(norm)]),
    ...only(decay > 0 && isCoupled, [operations.addDecay, gradients, values, bytes, floatBits(decay)]),
    ...only(decay > 0 && !isCoupled, [operations.shrink, values, bytes, floatBits(decay)]),
    ...only(l1 > 0 && l1_kind === 'subgradient', [
      operations.addSign,
      gradients,
      values,
      bytes,
      floatBits(l1),
    ]),
    step,
    ...only(l1 > 0 && l1_kind === 'proximal', [operations.soften, values, bytes, floatBits(l1)]),
  ];
}

function only(isWanted: boolean, operation: Operation): readonly Operation[] {
  return isWanted ? [operation] : [];
}
