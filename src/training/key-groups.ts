import type { KeyName } from './recipe-keys.ts';

/** The keys of recipes as a form shows them: those that belong together one below the other, each key once. */
export const keyGroups = {
  data: [
    ...(['data', 'target', 'n', 'noise', 'test', 'validation', 'features', 'classes', 'share'] as const),
    ...(['scale', 'extra', 'oversample', 'undersample', 'flip', 'choose', 'labels', 'law'] as const),
  ],
  network: [
    ...(['conv', 'kernel', 'stride', 'padding', 'pool', 'head', 'net', 'residual', 'act', 'pieces'] as const),
    ...(['norm', 'groups', 'init', 'std', 'value', 'bias', 'out_bias', 'reuse', 'code'] as const),
  ],
  loss: ['loss', 'smoothing', 'gamma', 'alpha', 'delta', 'pos_weight', 'objective', 'temperature'],
  optimizer: [
    ...(['opt', 'lr', 'momentum', 'rho', 'beta1', 'beta2', 'schedule', 'warmup'] as const),
    ...(['lr_gamma', 'lr_every', 'lr_patience', 'clip', 'clip_value', 'batch', 'steps', 'epochs'] as const),
  ],
  regularization: [
    ...(['decay', 'coupling', 'l1', 'l1_kind', 'dropout', 'input_noise', 'shift', 'mixup'] as const),
    ...(['view_noise', 'patience', 'ridge'] as const),
  ],
  learner: ['learner', 'k', 'trees', 'depth', 'width', 'seeding', 'restarts', 'degree'],
  surface: ['surface', 'curvature', 'dimensions', 'start', 'start_y', 'goal', 'pass', 'draws', 'h', 'fault'],
  measuring: ['mode', 'test_batch', 'test_order', 'test_shift', 'test_contrast', 'threshold', 'watch'],
} as const satisfies Record<string, readonly KeyName[]>;

export type KeyGroup = keyof typeof keyGroups;
