import type { Band, Mark } from '../../charts/plot.ts';
import type { Strip } from '../../charts/strip.ts';
import { rateAt } from '../../engine/schedules.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Member } from '../../training/events.ts';
import type { TrainSettings } from '../../training/kinds/train.ts';
import { scheduleOf } from '../../training/network-keys.ts';
import { variantsOf } from '../../training/recipe.ts';
import { liveMembers, type RunState } from '../run-state.ts';

/** Moments of a run of a single network: where it diverged, and where early stopping ended it. */
export function runMarks(run: RunState, words: Words['chart']): readonly Mark[] {
  const [member, ...others] = liveMembers(run);
  if (!member || others.length > 0) return [];
  const divergedAt = run.curves[member.index]?.divergedAt;
  const stopped = run.finished?.records[member.index]?.totals.stopped;
  return [
    ...(divergedAt != null ? [{ x: divergedAt, label: words.diverged, tone: 'bad' as const }] : []),
    ...(stopped !== undefined && stopped < member.steps
      ? [{ x: stopped, label: words.stopped, tone: 'good' as const }]
      : []),
  ];
}

/** So many points tell the shape of any schedule. */
const RATES = 400;

/** The learning rate along the steps of a single network, where it is planned beforehand and not the same throughout. */
export function rateStrip(run: RunState, words: Words['chart']): Strip | null {
  const [member, ...others] = liveMembers(run);
  const settings = member && variantsOf(run.recipe)[member.variant]?.settings;
  if (!settings || others.length > 0 || !isTrained(settings)) return null;
  const schedule = scheduleOf(settings.schedule, settings);
  if (schedule.name === 'plateau') return null;
  const steps = Array.from({ length: RATES }, (_, k) => Math.floor((k * settings.steps) / RATES));
  const rates = steps.map((step) => rateAt(schedule, settings.lr, step, settings.steps));
  return new Set(rates).size > 1 ? { label: words.rate, x: steps, y: rates, tone: 'muted' } : null;
}

function isTrained(settings: object): settings is TrainSettings {
  return 'kind' in settings && settings.kind === 'train';
}

/** Fewer seeds than this are shown one by one. */
const FEWEST_SEEDS = 4;

/** The middle half of all seeds of a variant, once enough of them are known to their ends. */
export function seedBand(
  run: RunState,
  { variant }: Member,
  measure: string,
  isByEpoch: boolean,
): Band | null {
  const known = run.members.flatMap((member) => {
    const curve = run.curves[member.index];
    return member.variant === variant && curve?.hasEnded ? [curve] : [];
  });
  const [longest] = [...known].sort((a, b) => b.steps.length - a.steps.length);
  if (!longest || known.length < FEWEST_SEEDS) return null;
  const at = longest.steps.map((_, k) =>
    known
      .flatMap((curve) => curve.values[measure]?.[k] ?? [])
      .filter(Number.isFinite)
      .sort((a, b) => a - b),
  );
  const quantile = (values: readonly number[], share: number) =>
    values[Math.round(share * (values.length - 1))] ?? Number.NaN;
  return {
    x: isByEpoch ? longest.epochs : longest.steps,
    low: at.map((values) => quantile(values, 0.25)),
    high: at.map((values) => quantile(values, 0.75)),
  };
}
