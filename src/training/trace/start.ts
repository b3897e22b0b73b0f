import type { ActivationName } from '../../engine/activations.ts';
import { losses } from '../../engine/losses.ts';
import { createRandom } from '../../engine/random.ts';
import { rateAt } from '../../engine/schedules.ts';
import { en } from '../../i18n/en.ts';
import type { Words } from '../../i18n/languages.ts';
import { createBatches } from '../batches.ts';
import { chooseData, type DataChoice, dataKeys } from '../data-choice.ts';
import { networkOf, type TrainSettings, trainSettings } from '../kinds/train.ts';
import { lossSettingsOf, scheduleOf } from '../network-keys.ts';
import { trainerFor } from '../network-run.ts';
import type { Recipe } from '../recipe.ts';
import { formatValue } from '../recipe-keys.ts';
import type { DenseNumbers, TracedRow, TracedStep } from './step.ts';
import { type Trace, traceStep } from './trace.ts';

/** Numbers that stand in place of the run's own, so that they can be followed by hand: weights in the order of `Trainer.flat`, and the rows of the step. */
export type TraceStart = {
  readonly weights?: readonly number[] | undefined;
  readonly rows?: readonly { readonly x: readonly number[]; readonly y: number }[] | undefined;
};

/** `key` says what of the trace is at fault. */
type Reading = {
  readonly value: Trace | null;
  readonly problems: readonly { readonly key: 'run' | 'weights' | 'rows'; readonly message: string }[];
};

/** As much as can be followed: units or inputs of a layer, hidden layers, and rows of the step. */
export const MOST = { units: 4, hidden: 3, rows: 4 } as const;

/** The first step of a small run under its first seed, by numbers; what is too large or not walked is refused. */
export function traceRun(
  recipe: Recipe,
  start: TraceStart = {},
  { trace: words }: Words['problem'] = en.problem,
): Reading {
  if (recipe.kind !== 'train' || recipe.vary.length > 1) return refused('run', words.oneRun);
  const data = chooseData({ ...recipe.given, ...recipe.vary[0] }, 'moons', en.problem);
  const settings = trainSettings({ ...recipe.given, ...recipe.vary[0] }, data);
  const problem = problemOf(settings, data, recipe, start, words);
  if (problem) return problem;
  const step = stepOf(settings, data, recipe.seeds[0] ?? 1, start);
  const fault = faultOf(step, start, words);
  if (fault) return fault;
  const trace = traceStep(step);
  const lost = trace.numbers.find(({ value, difference }) => !Number.isFinite(value + (difference ?? 0)));
  return lost ? refused('run', words.notFinite(lost.name)) : { value: trace, problems: [] };
}

/** The keys of recipes that a trace knows what to do with. */
const WALKED: ReadonlySet<string> = new Set([
  ...dataKeys,
  ...[
    'net',
    'act',
    'init',
    'std',
    'value',
    'bias',
    'out_bias',
    'loss',
    'opt',
    'lr',
    'batch',
    'steps',
    'epochs',
  ],
  ...[
    'smoothing',
    'gamma',
    'alpha',
    'delta',
    'pos_weight',
    'schedule',
    'warmup',
    'lr_gamma',
    'lr_every',
    'lr_patience',
  ],
]);

function problemOf(
  settings: TrainSettings,
  { inputs, set, classes }: DataChoice,
  { given }: Recipe,
  { rows }: TraceStart,
  words: Words['problem']['trace'],
): Reading | null {
  const { act, opt, net, loss } = settings;
  const strange = Object.entries(given).find(([key]) => !WALKED.has(key));
  if (strange) return refused('run', words.notWalked(strange[0], formatValue(strange[1])));
  if (opt !== 'gd' && opt !== 'sgd') return refused('run', words.notWalked('opt', opt));
  if (act === 'prelu' || act === 'maxout') return refused('run', words.notWalked('act', act));
  const widest = Math.max(inputs, ...net, losses[loss].outputs(set.task, classes));
  if (widest > MOST.units) return refused('run', words.tooWide(widest, MOST.units));
  if (net.length > MOST.hidden) return refused('run', words.tooDeep(net.length, MOST.hidden));
  const count = rows?.length ?? settings.batch;
  return count > MOST.rows ? refused(rows ? 'rows' : 'run', words.tooManyRows(count, MOST.rows)) : null;
}

/** Given weights and rows that do not go into the network. */
function faultOf(
  step: TracedStep,
  { weights, rows }: TraceStart,
  words: Words['problem']['trace'],
): Reading | null {
  const needed = step.layers.reduce((sum, { weights: own, bias }) => sum + (own.length + 1) * bias.length, 0);
  if (weights && weights.length !== needed) return refused('weights', words.weights(weights.length, needed));
  const inputs = step.layers[0]?.weights.length ?? 0;
  const uneven = rows?.find(({ x }) => x.length !== inputs);
  if (uneven) return refused('rows', words.inputs(uneven.x.length, inputs));
  const { answer } = losses[step.loss];
  const classes = answer === 'class' ? (step.layers.at(-1)?.bias.length ?? 0) : 2;
  const isTarget = (y: number) => answer === 'number' || (Number.isInteger(y) && y >= 0 && y < classes);
  const wrong = rows?.find(({ y }) => !isTarget(y));
  const allowed = Array.from({ length: classes }, (_, c) => `${c}`).join(', ');
  return wrong ? refused('rows', words.target(wrong.y, allowed)) : null;
}

/** The step with the run's own start, where nothing else is given. */
function stepOf(
  settings: TrainSettings,
  data: DataChoice,
  seed: number,
  { weights, rows }: TraceStart,
): TracedStep {
  const random = createRandom(seed);
  const { train } = data.tables(seed);
  const spec = networkOf(settings, data);
  const trainer = trainerFor({ settings, spec, train }, random.fork('weights'));
  const own = Array.from(trainer.flat());
  const { shapes } = trainer;
  trainer.free();
  const { order } = createBatches(random.fork('batches'), train.rows, settings.batch).next(1);
  const chosen = order === 'all' ? Array.from({ length: train.rows }, (_, row) => row) : [...order];
  const { features } = train;
  const drawn = chosen.map((row) => ({
    inputs: [...train.inputs.slice(row * features, (row + 1) * features)],
    target: train.targets[row] ?? 0,
  }));
  return {
    layers: layersOf(weights ?? own, shapes),
    // What a trace walks has an activation of one number.
    act: settings.act as ActivationName,
    loss: settings.loss,
    lossSettings: lossSettingsOf(settings),
    rate: rateAt(scheduleOf(settings.schedule, settings), settings.lr, 0, settings.steps),
    rows: rows?.map(({ x, y }): TracedRow => ({ inputs: x, target: y })) ?? drawn,
  };
}

/** Weights and bias of each dense layer, out of the flat list of all. */
function layersOf(
  flat: readonly number[],
  shapes: readonly { readonly shape: readonly number[] }[],
): readonly DenseNumbers[] {
  let at = 0;
  const take = (count: number) => Array.from({ length: count }, () => flat[at++] ?? 0);
  const layers: DenseNumbers[] = [];
  for (const { shape } of shapes) {
    const [inputs = 1, units] = shape;
    if (units === undefined) continue;
    const weights = Array.from({ length: inputs }, () => take(units));
    layers.push({ weights, bias: take(units) });
  }
  return layers;
}

function refused(key: 'run' | 'weights' | 'rows', message: string): Reading {
  return { value: null, problems: [{ key, message }] };
}
