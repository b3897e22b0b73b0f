import type { Words } from '../../i18n/languages.ts';
import { chooseData, type DataChoice, type DataSettings, dataKeys, examplesOf } from '../data-choice.ts';
import type { GivenKeys, KeyProblem, Kind } from '../kind.ts';
import type { Learner, LearnerSettings } from '../learner.ts';
import { startLearner } from '../learner-run.ts';
import { type LearnerName, learners } from '../learners.ts';

type OwnSettings = { readonly [Key in keyof LearnerSettings]: LearnerSettings[Key] | null };

export type ClassicalSettings = DataSettings &
  OwnSettings & { readonly kind: 'classical'; readonly learner: LearnerName };

/** The keys of learners, each of which takes some. */
const ownKeys = ['k', 'trees', 'depth', 'seeding', 'restarts', 'decay', 'steps'] as const;

/** A learner that is not a network, on the data that networks get: what they are to be held against. */
export const classical: Kind = {
  keys: [...dataKeys, 'learner', ...ownKeys],
  prepare(given, words) {
    const data = chooseData(given, 'moons', words);
    const settings = withDefaults(given, data);
    const learner: Learner = learners[settings.learner];
    const span = { steps: learner.steps(settings as LearnerSettings), stepsPerEpoch: 0 };
    return {
      settings,
      problems: [...data.problems, ...conflicts(given, settings, data, words)],
      measures: { points: measuresOf(learner, data), totals: [] },
      span,
      memory: () => ({ n: data.bytes }),
      examples: (seed) => (settings.features <= 2 ? examplesOf(data, seed) : null),
      start: (seed) => startLearner({ learner, settings, data, seed, steps: span.steps }),
    };
  },
};

function withDefaults(given: GivenKeys, data: DataChoice): ClassicalSettings {
  const chosen = given as Partial<ClassicalSettings>;
  const learner = chosen.learner ?? 'knn';
  const { keys, defaults }: Learner = learners[learner];
  // As many clusters as there are classes to find again.
  const usual = {
    k: Math.max(2, data.classes),
    trees: null,
    depth: null,
    seeding: null,
    restarts: null,
    decay: null,
    steps: null,
    ...defaults,
  };
  const own = Object.fromEntries(
    Object.entries(usual).map(([key, value]) => [
      key,
      (keys as readonly string[]).includes(key) ? (given[key as keyof OwnSettings] ?? value) : null,
    ]),
  ) as OwnSettings;
  return { kind: 'classical', learner, ...data.settings, ...own };
}

function conflicts(
  given: GivenKeys,
  settings: ClassicalSettings,
  { set }: DataChoice,
  words: Words['problem'],
): KeyProblem[] {
  const { tasks, keys }: Learner = learners[settings.learner];
  const problems: KeyProblem[] = [];
  const fitting = Object.entries(learners as Record<string, Learner>).filter(([, each]) =>
    each.tasks.includes(set.task),
  );
  if (!tasks.includes(set.task)) {
    const names = fitting.map(([name]) => name);
    const message = words.learnerDoesNotFit(settings.learner, settings.data, names);
    problems.push({ key: 'learner', message });
  }
  for (const key of ownKeys) {
    if (given[key] === undefined || keys.includes(key)) continue;
    const users = Object.entries(learners as Record<string, Learner>).filter(([, each]) =>
      each.keys.includes(key),
    );
    const needed = `learner ${users.map(([name]) => name).join(', ')}`;
    problems.push({ key, message: words.onlyWith(key, needed, `learner ${settings.learner}`) });
  }
  return problems;
}

function measuresOf(learner: Learner, { set, settings }: DataChoice): readonly string[] {
  if (learner.measures) return learner.measures;
  const name = set.task === 'regression' ? 'loss' : 'acc';
  return settings.test > 0 ? [name, `test_${name}`] : [name];
}
