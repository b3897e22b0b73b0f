import type { DataSet, ImageShape } from '../data/data-set.ts';
import { plainRow, type RowShape } from '../engine/layer.ts';
import { layerOf } from '../engine/layers.ts';
import type { LayerSpec } from '../engine/network.ts';
import type { Words } from '../i18n/languages.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';
import { type ActName, hiddenLayer, type NetworkSettings } from './network-keys.ts';
import type { KeyRule } from './recipe-keys.ts';

/** The keys that say how hidden layers are put together beyond a chain of dense ones: convolutions before them, skips around them. */
export const blockRules = {
  conv: { type: 'widths', to: 256, most: 8 },
  kernel: { type: 'whole', from: 1, to: 15 },
  stride: { type: 'whole', from: 1, to: 8 },
  padding: { type: 'whole', from: 0, to: 15 },
  pool: { type: 'choice', of: ['none', 'max', 'average'] },
  head: { type: 'choice', of: ['flatten', 'average'] },
  residual: { type: 'choice', of: ['no', 'yes'] },
} as const satisfies Record<string, KeyRule>;

type BlockKey = keyof typeof blockRules;

/** Names of those keys, in the order in which forms show them. */
export const blockKeys = Object.keys(blockRules) as BlockKey[];

/** The values of those keys; null where a key was not given. */
export type BlockSettings = {
  readonly conv: readonly number[] | null;
  readonly kernel: number | null;
  readonly stride: number | null;
  readonly padding: number | null;
  readonly pool: 'none' | 'max' | 'average' | null;
  readonly head: 'flatten' | 'average' | null;
  readonly residual: 'no' | 'yes' | null;
};

/** The settings that a recipe gives, the others null. */
export function blockSettings(given: GivenKeys): BlockSettings {
  return Object.fromEntries(blockKeys.map((key) => [key, given[key] ?? null])) as BlockSettings;
}

/** What the hidden layers are made of. */
type Hidden = BlockSettings &
  NetworkSettings & { readonly features: number; readonly net: readonly number[]; readonly act: ActName };

/**
 * All layers before the last: behind each convolution its norm, activation, dropout and pool, then the head that makes plain
 * rows of images, then the dense layers. A skip leads around each hidden layer that gives as many numbers as it takes.
 */
export function hiddenLayers(settings: Hidden, image: ImageShape | undefined): readonly LayerSpec[] {
  const { conv, net, act, pool, head, norm } = settings;
  const layers: LayerSpec[] = [];
  let shape: RowShape = image
    ? { width: image.channels, stride: image.channels, height: image.height, columns: image.columns }
    : plainRow(settings.features);
  const add = (block: readonly LayerSpec[]) => {
    layers.push(...block);
    shape = shapeBehind(shape, block);
  };
  if (image) {
    for (const units of conv ?? []) {
      add(skipped(hiddenLayer(units, act, settings, convolution(settings)), shape, settings));
      if (pool === 'max' || pool === 'average') add([{ type: `${pool}Pool`, size: POOL }]);
    }
    add([{ type: head === 'average' ? 'globalAverage' : 'flatten' }]);
  }
  // Plain rows have no pixels over which an instance could be levelled.
  const plain = norm === 'instance' ? { ...settings, norm: null } : settings;
  for (const units of net) add(skipped(hiddenLayer(units, act, plain), shape, settings));
  return layers;
}

/** Keys that do not go with the rest of their recipe or with its data. */
export function blockProblems(
  given: GivenKeys,
  settings: Hidden & { readonly data: string },
  { image }: DataSet,
  words: Words['problem'],
): readonly KeyProblem[] {
  const { conv, data } = settings;
  if (!conv || conv.length === 0) {
    const owned = (['kernel', 'stride', 'padding', 'pool', 'head'] as const).filter(
      (key) => given[key] !== undefined,
    );
    const orphans = owned.map((key) => ({ key, message: words.onlyWith(key, 'conv', 'conv none') }));
    return [...orphans, ...idleSkip(settings, undefined, words)];
  }
  if (!image) return [{ key: 'conv', message: words.noImages(data) }];
  const tooSmall = smallImage(settings, image, words);
  return tooSmall ? [tooSmall] : idleSkip(settings, image, words);
}

/** Length of the sides of a pool, and its step. */
const POOL = 2;
const USUAL_KERNEL = 3;

function convolution({ kernel, stride, padding }: BlockSettings) {
  const size = kernel ?? USUAL_KERNEL;
  return (units: number): LayerSpec => ({
    ...{ type: 'conv2d', units, size, step: stride ?? 1 },
    // As large as it was: half a window reaches beyond each side.
    padding: padding ?? Math.floor(size / 2),
  });
}

function shapeBehind(shape: RowShape, block: readonly LayerSpec[]): RowShape {
  return block.reduce((x, layer) => layerOf(layer).shape(layer, x), shape);
}

function skipped(block: readonly LayerSpec[], x: RowShape, { residual }: BlockSettings) {
  const y = shapeBehind(x, block);
  const isSame = x.width === y.width && x.height === y.height && x.columns === y.columns;
  return residual === 'yes' && isSame ? [...block, { type: 'residual', over: block.length } as const] : block;
}

/** The first image on the way that is too small for what comes next. */
function smallImage(settings: Hidden, image: ImageShape, words: Words['problem']): KeyProblem | null {
  const { conv, pool, norm, kernel, padding } = settings;
  const size = kernel ?? USUAL_KERNEL;
  let x: RowShape = { width: image.channels, stride: 0, height: image.height, columns: image.columns };
  for (const [i, units] of (conv ?? []).entries()) {
    const room = Math.min(x.height, x.columns) + 2 * (padding ?? Math.floor(size / 2));
    if (room < size)
      return { key: 'kernel', message: words.imageTooSmall('kernel', i + 1, x.height, x.columns) };
    x = shapeBehind(x, [convolution(settings)(units)]);
    if (norm === 'instance' && x.height * x.columns === 1)
      return { key: 'norm', message: words.imageTooSmall('norm', i + 1, x.height, x.columns) };
    if (pool !== 'max' && pool !== 'average') continue;
    if (Math.min(x.height, x.columns) < POOL)
      return { key: 'pool', message: words.imageTooSmall('pool', i + 1, x.height, x.columns) };
    x = shapeBehind(x, [{ type: 'maxPool', size: POOL }]);
  }
  return null;
}

function idleSkip(settings: Hidden, image: ImageShape | undefined, words: Words['problem']): KeyProblem[] {
  if (settings.residual !== 'yes') return [];
  const hasSkip = hiddenLayers(settings, image).some(({ type }) => type === 'residual');
  return hasSkip ? [] : [{ key: 'residual', message: words.nothingToSkip }];
}
