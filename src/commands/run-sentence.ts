import { type SeriesFacts, seriesFacts } from '../charts/curves.ts';
import { formatNumber } from '../charts/ticks.ts';
import type { Words } from '../i18n/languages.ts';
import type { MemberRecord, RunEvent } from '../training/events.ts';

/** What the chart of a finished run would show, for whoever has no screen: the first seed of every variant. */
export function runSentence(
  { records, recipe }: Extract<RunEvent, { type: 'finished' }>,
  words: Words['chart'],
): string {
  const live = records.filter(({ member }) => member.seed === recipe.seeds[0]);
  const series = live.flatMap((record) => {
    const names = Object.keys(record.points[0]?.values ?? {});
    const measure = names.includes('loss') ? 'loss' : names[0];
    if (measure === undefined) return [];
    const keys = Object.entries(record.member.vary).map(([key, value]) => `${key}=${value}`);
    const label = keys.length > 0 ? keys.join(' ') : measure === 'loss' ? words.trainLoss : measure;
    const isAlone = live.length === 1 && measure === 'loss' && names.includes('test_loss');
    return [
      factsOf(record, measure, label),
      ...(isAlone ? [factsOf(record, 'test_loss', words.measures.test_loss)] : []),
    ];
  });
  return words.sentences.curves({ series }, formatNumber);
}

function factsOf({ points }: MemberRecord, measure: string, label: string): SeriesFacts {
  const x = points.map(({ step }) => step);
  const y = points.map(({ values }) => values[measure] ?? Number.NaN);
  return seriesFacts({ label, x, y });
}
