import { losses } from '../engine/losses.ts';
import { en } from '../i18n/en.ts';
import type { Words } from '../i18n/languages.ts';
import type { GivenKeys, KeyProblem } from './kind.ts';
import type { TrainSettings } from './kinds/train.ts';
import { kinds } from './kinds.ts';
import { changeRecipe, type Recipe, variantsOf } from './recipe.ts';
import type { KeyName } from './recipe-keys.ts';

/** The keys that may change while a network trains: what is left as it is are its weights, its data and its batches. */
const CHANGEABLE: readonly KeyName[] = [
  ...([
    'opt',
    'lr',
    'momentum',
    'rho',
    'beta1',
    'beta2',
    'schedule',
    'warmup',
    'lr_gamma',
    'lr_every',
    'lr_patience',
  ] as const),
  ...(['decay', 'l1', 'l1_kind', 'clip', 'clip_value', 'dropout', 'input_noise', 'shift', 'mixup'] as const),
  ...(['act', 'loss', 'smoothing', 'gamma', 'alpha', 'delta', 'pos_weight', 'patience'] as const),
];

/** The keys of such a kind that may change, in the order in which forms show them; none where there is no way back. */
export function changeableKeys({ kind }: Recipe): readonly KeyName[] {
  const isOfNetwork = kind === 'train' || kind === 'autoencoder';
  return isOfNetwork ? CHANGEABLE.filter((key) => (kinds[kind].keys as readonly string[]).includes(key)) : [];
}

/** One variant of a recipe, under one seed, as a recipe of its own. */
export function recipeOfVariant(recipe: Recipe, variant: number, seed: number): Recipe {
  return { ...recipe, given: { ...recipe.given, ...recipe.vary[variant] }, vary: [{}], seeds: [seed] };
}

/** A recipe without variants with some keys changed, for a network that is under way; or why its weights cannot be taken along. */
export function changeUnderWay(
  recipe: Recipe,
  change: GivenKeys,
  words: Words['problem'] = en.problem,
): { readonly value: Recipe | null; readonly problems: readonly KeyProblem[] } {
  const allowed = changeableKeys(recipe);
  const settled = Object.keys(change).filter((key) => !(allowed as readonly string[]).includes(key));
  const problems = settled.map((key) => ({ key, message: words.settledAtStart(key, allowed) }));
  if (problems.length > 0) return { value: null, problems };
  const before = settingsOf(recipe);
  // An optimizer has a usual size of batch: the batches of this run are cut already.
  const changed = changeRecipe(recipe, { ...change, batch: before.batch }, words);
  if (!changed.value) return changed;
  const misfit = shapeProblem(before, settingsOf(changed.value), words);
  return misfit ? { value: null, problems: [misfit] } : changed;
}

function settingsOf(recipe: Recipe): TrainSettings {
  return variantsOf(recipe)[0]!.settings as TrainSettings;
}

/** Activations that learn or fold their inputs, and losses that ask for other outputs, would need other weights. */
function shapeProblem(
  before: TrainSettings,
  after: TrainSettings,
  words: Words['problem'],
): KeyProblem | null {
  const isOwn = (act: string) => act === 'prelu' || act === 'maxout';
  if (before.act !== after.act && (isOwn(before.act) || isOwn(after.act)))
    return { key: 'act', message: words.otherShapes('act', before.act, after.act) };
  const isOfClass = ({ loss }: TrainSettings) => losses[loss].answer === 'class';
  return isOfClass(before) === isOfClass(after)
    ? null
    : { key: 'loss', message: words.otherShapes('loss', before.loss, after.loss) };
}
