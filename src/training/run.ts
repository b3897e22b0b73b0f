import { createHash } from 'node:crypto';
import { type Backend, processor } from './backend.ts';
import type { Member, MemberRecord, Point, RunEvent } from './events.ts';
import type { Experiment, Grid } from './kind.ts';
import { allMeasures } from './measures.ts';
import { onProcessor, type Placement } from './placement.ts';
import { type Recipe, variantsOf } from './recipe.ts';

/** A run in the hands of whoever paces it: the live members (first seed of every variant) go in step, the rest follow. */
export type Run = {
  readonly started: RunEvent;
  /** Longest of the live members, in steps. */
  readonly liveSteps: number;
  /** Takes every live member on; `at` counts steps of the longest, and the others keep the same share of their way. */
  advanceLive(at: number): readonly RunEvent[];
  look(member: number, grid: Grid): RunEvent | null;
  /** The other seeds, a slice of work at a time; the last batch of events ends with `finished`. */
  rest(seconds: () => number): Generator<readonly RunEvent[], void, void>;
  free(): void;
};

/** Prepares all members of a recipe; nothing trains until it is advanced. */
export function createRun(recipe: Recipe, backend: Backend = processor): Run {
  const variants = variantsOf(recipe);
  const members = membersOf(recipe, variants);
  const records = members.map(
    (member): Collected => ({
      member,
      points: [],
      totals: {},
      bits: new Uint8Array(),
      steps: 0,
      hasEnded: false,
    }),
  );
  const live = members.filter(({ seed }) => seed === recipe.seeds[0]);
  const experiments = new Map<number, Experiment>();
  const start = (member: Member) => {
    const experiment = variants[member.variant]!.start(member.seed, (options) =>
      backend.make(options, member),
    );
    experiments.set(member.index, experiment);
    return experiment;
  };
  const advance = (member: Member, step: number) => {
    const record = records[member.index]!;
    if (record.hasEnded) return [];
    const events = advanceMember(experiments.get(member.index) ?? start(member), record, step);
    return [...replaced(), ...events];
  };
  let placement = onProcessor;
  /** Where the steps are taken, once that is another place than it was. */
  const replaced = (): readonly RunEvent[] => {
    if (backend.placement() === placement) return [];
    placement = backend.placement();
    return [{ type: 'placed', ...placement }];
  };

  const liveSteps = Math.max(...live.map(({ steps }) => steps));

  return {
    started: {
      type: 'started',
      recipe,
      members,
      examples: variants[0]?.examples(recipe.seeds[0] ?? 1) ?? null,
    },
    liveSteps,
    advanceLive: (at) =>
      live.flatMap((member) =>
        advance(member, Math.ceil((Math.min(at, liveSteps) * member.steps) / liveSteps)),
      ),
    look(index, grid) {
      const experiment = experiments.get(index);
      const look = experiment?.look(grid) ?? null;
      return look && experiment ? { type: 'looked', member: index, step: experiment.step, look } : null;
    },
    *rest(seconds) {
      for (const member of members.filter((each) => !live.includes(each))) {
        const slice = Math.max(1, Math.ceil(member.steps / 20));
        for (let step = slice; !records[member.index]!.hasEnded; step += slice)
          yield advance(member, Math.min(member.steps, step));
        experiments.get(member.index)?.free();
        experiments.delete(member.index);
      }
      yield [finish(recipe, records, placement, seconds())];
    },
    free: () => {
      for (const experiment of experiments.values()) experiment.free();
      backend.close();
    },
  };
}

/** Runs a recipe from start to end in this thread. */
export function* runRecipe(
  recipe: Recipe,
  seconds: () => number,
  backend?: Backend,
): Generator<RunEvent, void, void> {
  const run = createRun(recipe, backend);
  try {
    yield run.started;
    // In slices, so that whoever reads the events sees them come and can break off.
    for (let slice = 1; slice <= 50; slice++) yield* run.advanceLive(Math.ceil((slice * run.liveSteps) / 50));
    for (const events of run.rest(seconds)) yield* events;
  } finally {
    run.free();
  }
}

/** Every variant under every seed: variants outermost, seeds innermost. */
export function membersOf(recipe: Recipe, variants = variantsOf(recipe)): readonly Member[] {
  return variants.flatMap(({ label, span }, variant) =>
    recipe.seeds.map((seed, i) => ({
      index: variant * recipe.seeds.length + i,
      variant,
      vary: label,
      seed,
      ...span,
    })),
  );
}

type Collected = { -readonly [Key in keyof MemberRecord]: MemberRecord[Key] } & {
  points: Point[];
  bits: Uint8Array;
  steps: number;
  hasEnded: boolean;
};

function advanceMember(experiment: Experiment, record: Collected, step: number): RunEvent[] {
  const { index, steps } = record.member;
  const events: RunEvent[] = [];
  for (const point of experiment.advanceTo(step)) {
    record.points.push(point);
    events.push({ type: 'measured', member: index, ...point });
  }
  record.steps = experiment.step;
  if (experiment.diverged) events.push({ type: 'diverged', member: index, step: experiment.step });
  if (experiment.diverged || experiment.step >= steps) {
    const { totals, bits } = experiment.result();
    Object.assign(record, { totals, bits, hasEnded: true });
    events.push({ type: 'ended', member: index, step: experiment.step });
  }
  return events;
}

function finish(
  recipe: Recipe,
  records: readonly Collected[],
  placement: Placement,
  seconds: number,
): RunEvent {
  return {
    type: 'finished',
    recipe,
    measures: allMeasures(records),
    records: records.map(({ member, points, totals }) => ({ member, points, totals })),
    hash: hashOf(records),
    ...placement,
    steps: records.reduce((sum, { steps }) => sum + steps, 0),
    seconds,
  };
}

/** First 16 hex digits of SHA-256 over the weights and curves of all members, in their order. */
function hashOf(records: readonly Collected[]): string {
  const hash = createHash('sha256');
  for (const { bits } of records) hash.update(bits);
  return hash.digest('hex').slice(0, 16);
}
