import { type ActivationName, activations } from '../engine/activations.ts';
import type { InitializerName } from '../engine/initializers.ts';
import { type LossName, type LossSettings, losses, type Task } from '../engine/losses.ts';
import type { LayerSpec } from '../engine/network.ts';
import {
  type L1Kind,
  l1Kinds,
  type OptimizerName,
  type OptimizerSpec,
  optimizers,
} from '../engine/optimizers.ts';
import { type ScheduleName, type ScheduleSpec, schedules } from '../engine/schedules.ts';
import type { InitSpec } from '../engine/weights.ts';
import type { Words } from '../i18n/languages.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';
import type { KeyName, KeyRule } from './recipe-keys.ts';

/** The keys that say how a network is built, judged and moved, beyond the commonest few; none of them has to be given. */
export const networkRules = {
  norm: { type: 'choice', of: ['none', 'batch', 'layer', 'group', 'instance'] },
  groups: { type: 'whole', from: 1, to: 1024 },
  pieces: { type: 'whole', from: 2, to: 16 },
  dropout: { type: 'number', from: 0, to: 0.95 },
  value: { type: 'number', from: -100, to: 100 },
  bias: { type: 'number', from: -100, to: 100 },
  out_bias: { type: 'number', from: -100, to: 100 },
  smoothing: { type: 'number', from: 0, to: 0.9 },
  gamma: { type: 'number', from: 0, to: 10 },
  alpha: { type: 'number', from: 0, to: 1 },
  delta: { type: 'number', above: 0, to: 1e6 },
  pos_weight: { type: 'number', above: 0, to: 1e4 },
  rho: { type: 'number', from: 0, to: 0.9999 },
  beta1: { type: 'number', from: 0, to: 0.9999 },
  beta2: { type: 'number', from: 0, to: 0.999999 },
  decay: { type: 'number', from: 0, to: 10 },
  l1: { type: 'number', from: 0, to: 10 },
  l1_kind: { type: 'choice', of: l1Kinds },
  clip: { type: 'number', above: 0, to: 1e6 },
  clip_value: { type: 'number', above: 0, to: 1e6 },
  warmup: { type: 'whole', from: 0, to: 1_000_000 },
  lr_gamma: { type: 'number', above: 0, to: 1 },
  lr_every: { type: 'whole', from: 1, to: 1_000_000 },
  lr_patience: { type: 'whole', from: 0, to: 100_000 },
} as const satisfies Record<string, KeyRule>;

type ExtraKey = keyof typeof networkRules;

/** Names of those keys, in the order in which forms show them. */
export const networkKeys = Object.keys(networkRules) as ExtraKey[];

/** Activations, and the layers that stand in the place of one. */
export const activationNames = [...Object.keys(activations), 'prelu', 'maxout'];

export type ActName = ActivationName | 'prelu' | 'maxout';

/** The values of those keys; null where a key was not given. */
export type NetworkSettings = { readonly [Key in Exclude<ExtraKey, 'norm' | 'l1_kind'>]: number | null } & {
  readonly l1_kind: L1Kind | null;
  readonly norm: 'none' | 'batch' | 'layer' | 'group' | 'instance' | null;
};

/** What the keys are held against. */
type Surroundings = {
  readonly act: ActName;
  readonly init: InitializerName;
  readonly loss: LossName;
  readonly opt: OptimizerName;
  readonly schedule: ScheduleName;
  readonly net: readonly number[];
  readonly steps: number;
};

/** The settings that a recipe gives, the others null. */
export function networkSettings(given: GivenKeys): NetworkSettings {
  return Object.fromEntries(networkKeys.map((key) => [key, given[key] ?? null])) as NetworkSettings;
}

/** The start that keeps signals alive behind an activation. */
export function suitedInit(act: ActName): InitializerName {
  if (act === 'prelu') return 'he';
  return act === 'maxout' ? 'xavier' : activations[act].suitedInit;
}

/** The loss that a task is trained with unless said. */
export const usualLosses = { binary: 'bce', classes: 'ce', regression: 'mse' } satisfies Record<
  Task,
  LossName
>;

/** How the weights start. */
export function initOf({
  init: name,
  std,
  value,
  bias: hiddenBias,
}: Pick<NetworkSettings, 'value' | 'bias'> & {
  readonly init: InitializerName;
  readonly std: number;
}): InitSpec {
  return { name, std, ...withoutNull({ value, hiddenBias }) };
}

/** A hidden layer: dense, or what sums in its place, then the norm, the activation and dropout where they are wanted. */
export function hiddenLayer(
  units: number,
  act: ActName,
  { norm, groups, pieces, dropout }: NetworkSettings,
  sum: (units: number) => LayerSpec = (units) => ({ type: 'dense', units }),
): readonly LayerSpec[] {
  const wide = act === 'maxout' ? units * (pieces ?? USUAL_PIECES) : units;
  const bend: LayerSpec =
    act === 'prelu'
      ? { type: 'prelu' }
      : act === 'maxout'
        ? { type: 'maxout', pieces: pieces ?? USUAL_PIECES }
        : { type: 'activation', name: act };
  const norms: Readonly<Record<string, LayerSpec>> = {
    batch: { type: 'batchNorm' },
    layer: { type: 'layerNorm' },
    group: { type: 'groupNorm', groups: groups ?? USUAL_GROUPS },
    instance: { type: 'instanceNorm' },
  };
  const level = norms[norm ?? 'none'];
  return [
    sum(wide),
    ...(level ? [level] : []),
    bend,
    ...(dropout ? [{ type: 'dropout', rate: dropout } as const] : []),
  ];
}

/** What the loss is told; `pos_weight` weighs class 1 against class 0. */
export function lossSettingsOf(settings: NetworkSettings): LossSettings {
  const { smoothing, gamma, alpha, delta, pos_weight: positive } = settings;
  const weights = positive === null ? null : [1, positive];
  return withoutNull({ smoothing, gamma, alpha, delta, weights }) as LossSettings;
}

/** The optimizer with what stands around its step. */
export function optimizerOf(
  { opt, momentum }: { readonly opt: OptimizerName; readonly momentum: number },
  { rho, beta1, beta2, decay, l1, l1_kind, clip, clip_value }: NetworkSettings,
): OptimizerSpec {
  const told = withoutNull({ rho, beta1, beta2, decay, l1, l1_kind, clip_norm: clip, clip_value });
  return { name: opt, momentum, ...told };
}

/** The schedule with its warm-up. */
export function scheduleOf(name: ScheduleName, settings: NetworkSettings): ScheduleSpec {
  const { warmup, lr_gamma: gamma, lr_every: every, lr_patience: patience } = settings;
  return { name, ...withoutNull({ warmup, gamma, every, patience }) };
}

/** A loss that cannot judge what the data ask for. */
export function lossProblems(
  { loss, data }: { readonly loss: LossName; readonly data: string },
  task: Task,
  words: Words['problem'],
): readonly KeyProblem[] {
  const fitting = Object.entries(losses).flatMap(([name, { tasks }]) =>
    (tasks as readonly string[]).includes(task) ? [name] : [],
  );
  return fitting.includes(loss) ? [] : [{ key: 'loss', message: words.lossDoesNotFit(loss, data, fitting) }];
}

/** Keys that do not go with the rest of their recipe. */
export function networkProblems(
  given: GivenKeys,
  around: Surroundings,
  words: Words['problem'],
): readonly KeyProblem[] {
  const owned = ownersOf().flatMap(([key, owner, names]): KeyProblem[] => {
    const found = String(owner === 'norm' ? (given.norm ?? 'none') : around[owner]);
    if (given[key] === undefined || names.includes(found)) return [];
    const needed = names.map((name) => `${owner} ${name}`).join(' / ');
    return [{ key, message: words.onlyWith(key, needed, `${owner} ${found}`) }];
  });
  return [...owned, ...misfits(given, around, words)];
}

const USUAL_PIECES = 2;
const USUAL_GROUPS = 2;

/** Which choices a key goes with, as the registries have it. */
function ownersOf() {
  const taking = (registry: Readonly<Record<string, { readonly settings: object }>>, setting: string) =>
    Object.keys(registry).filter((name) => Object.hasOwn(registry[name]?.settings ?? {}, setting));
  const weighing = Object.entries(losses).filter(([, { takesWeights }]) => takesWeights);
  const owners: [KeyName, keyof Surroundings | 'norm', readonly string[]][] = [
    ['groups', 'norm', ['group']],
    ['pieces', 'act', ['maxout']],
    ['std', 'init', ['normal', 'uniform'] satisfies InitializerName[]],
    ['value', 'init', ['constant']],
    ['pos_weight', 'loss', weighing.map(([name]) => name)],
    ['lr_gamma', 'schedule', taking(schedules, 'gamma')],
    ['lr_every', 'schedule', taking(schedules, 'every')],
    ['lr_patience', 'schedule', taking(schedules, 'patience')],
  ];
  for (const key of ['smoothing', 'gamma', 'alpha', 'delta'] as const)
    owners.push([key, 'loss', taking(losses, key)]);
  for (const key of ['momentum', 'rho', 'beta1', 'beta2'] as const)
    owners.push([key, 'opt', taking(optimizers, key)]);
  return owners;
}

function misfits(given: GivenKeys, { net, act, steps }: Surroundings, words: Words['problem']): KeyProblem[] {
  const problems: KeyProblem[] = [];
  const { warmup } = given;
  if (typeof warmup === 'number' && warmup >= steps) {
    const message = words.notAllowed('warmup', String(warmup), words.wholeFrom('0', String(steps - 1)));
    problems.push({ key: 'warmup', message });
  }
  if (given.l1_kind !== undefined && given.l1 === undefined)
    problems.push({ key: 'l1_kind', message: words.onlyWith('l1_kind', 'l1', 'l1 none') });
  const groups = Number(given.groups ?? USUAL_GROUPS);
  const pieces = act === 'maxout' ? Number(given.pieces ?? USUAL_PIECES) : 1;
  const widths = [...channelsOf(given), ...net];
  const odd = given.norm === 'group' ? widths.find((units) => (units * pieces) % groups !== 0) : undefined;
  if (odd !== undefined) {
    const message = words.notAllowed('groups', String(groups), words.divisorOf(String(odd * pieces)));
    problems.push({ key: 'groups', message });
  }
  if (given.norm === 'instance' && channelsOf(given).length === 0)
    problems.push({ key: 'norm', message: words.instanceNeedsImages });
  return problems;
}

function channelsOf({ conv }: GivenKeys): readonly number[] {
  return Array.isArray(conv) ? conv : [];
}

function withoutNull<Fields extends object>(fields: Fields) {
  const given = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(given) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> };
}
