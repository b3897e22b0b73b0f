import { createHash } from 'node:crypto';
import { type Backend, processor } from './backend.ts';
import { type BranchOrder, branchFrom } from './branch.ts';
import type { Member, RunEvent } from './events.ts';
import {
  type Asked,
  advanceMember,
  type Collected,
  freshRecord,
  type LiveMember,
  liveMember,
  lookAtMember,
} from './live-member.ts';
import { allMeasures } from './measures.ts';
import type { LookOrder } from './messages.ts';
import { onProcessor, type Placement } from './placement.ts';
import { type Recipe, variantsOf } from './recipe.ts';
import { recipeOfVariant } from './under-way.ts';

/** A run in the hands of whoever paces it: the live members (first seed of every variant, and branches) go in step, the rest follow. */
export type Run = {
  readonly started: RunEvent;
  /** Longest of the live members, in steps. */
  readonly liveSteps: number;
  /** Takes every live member on; `at` counts steps of the longest, and the others keep the same share of their way. */
  advanceLive(at: number): readonly RunEvent[];
  /** What a live member is like now, or at a step of its past where that is kept. */
  look(of: Asked, orders: readonly LookOrder[]): readonly RunEvent[];
  /** A new live member that goes on from a step of another with some keys changed; gives where all others have to wait for it. */
  branch(order: BranchOrder): { readonly events: readonly RunEvent[]; readonly at: number };
  /** False once a member was left standing for a branch in its place: the recipe will not be run to its end. */
  readonly isWhole: boolean;
  /** The other seeds, a slice of work at a time; the last batch of events ends with `finished`. */
  rest(seconds: () => number): Generator<readonly RunEvent[], void, void>;
  free(): void;
};

/** Prepares all members of a recipe; nothing trains until it is advanced. `memory`: bytes for the past of its live members. */
export function createRun(
  recipe: Recipe,
  { memory = 0, backend = processor }: { readonly memory?: number; readonly backend?: Backend } = {},
): Run {
  const variants = variantsOf(recipe);
  const members = membersOf(recipe, variants);
  const isLive = ({ seed }: Member) => seed === recipe.seeds[0];
  const budget = memory / members.filter(isLive).length;
  const begin = (member: Member, budget: number) => {
    const { variant, seed } = member;
    const own = recipeOfVariant(recipe, variant, seed);
    const experiment = variants[variant]!.start(seed, (options) => backend.make(options, member));
    return liveMember(member, own, experiment, budget);
  };
  const live: LiveMember[] = [];
  const records = members.map(freshRecord);
  const liveSteps = Math.max(...members.filter(isLive).map(({ steps }) => steps));

  const { placed, placement } = placementsOf(backend);

  function startLive(): void {
    if (live.length > 0) return;
    for (const member of members.filter(isLive)) {
      const started = begin(member, budget);
      live.push(started);
      records[member.index] = started.record;
    }
  }

  return {
    started: {
      type: 'started',
      recipe,
      members,
      examples: variants[0]?.examples(recipe.seeds[0] ?? 1) ?? null,
    },
    liveSteps,
    get isWhole() {
      return !live.some(({ isHeld, record }) => isHeld && !record.member.branch);
    },
    advanceLive(at) {
      startLive();
      const going = live.filter(({ isHeld }) => !isHeld);
      return going.flatMap((each) => {
        const { steps } = each.record.member;
        return placed(advanceMember(each, Math.ceil((Math.min(at, liveSteps) * steps) / liveSteps)));
      });
    },
    look: (of, orders) => lookAtMember(live, of, orders),
    branch(order) {
      const branch = branchFrom(order, live, budget, { variants: variants.length, members: members.length });
      live.push(branch.member);
      const { steps } = branch.member.record.member;
      return { events: branch.events, at: Math.floor((order.step * liveSteps) / steps) };
    },
    *rest(seconds) {
      for (const member of members.filter((each) => !isLive(each))) {
        const one = begin(member, 0);
        records[member.index] = one.record;
        const slice = Math.max(1, Math.ceil(member.steps / 20));
        for (let step = slice; !one.record.hasEnded; step += slice)
          yield placed(advanceMember(one, Math.min(member.steps, step)));
        one.experiment.free();
      }
      yield [finish(recipe, records, placement(), seconds())];
    },
    free: () => {
      for (const { experiment } of live) experiment.free();
      backend.close();
    },
  };
}

/** Tells where the steps are taken, once that is another place than it was, before what was measured there. */
function placementsOf(backend: Backend) {
  let last = onProcessor;
  return {
    placement: () => last,
    placed(events: readonly RunEvent[]): readonly RunEvent[] {
      if (backend.placement() === last) return events;
      last = backend.placement();
      return [{ type: 'placed', ...last }, ...events];
    },
  };
}

/** Runs a recipe from start to end in this thread. */
export function* runRecipe(
  recipe: Recipe,
  seconds: () => number,
  backend: Backend = processor,
): Generator<RunEvent, void, void> {
  const run = createRun(recipe, { backend });
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
