import type { Line } from '../../charts/drawing.ts';
import { formatNumber } from '../../charts/ticks.ts';
import type { Words } from '../../i18n/languages.ts';
import type { ClaimResult } from '../../training/claims.ts';
import type { RunEvent } from '../../training/events.ts';
import type { Setting } from '../layout/prose.ts';
import { wrap } from '../layout/wrap.ts';
import { signedText } from './view.ts';

export type Finished = Extract<RunEvent, { type: 'finished' }>;

/** What is being run, and what it must come to. */
export function claimHead(name: string, expect: string | null, { theme, width }: Setting): readonly Line[] {
  return [
    [{ text: `${theme.marks.claim} ${name}`, tone: 'accent', bold: true }],
    ...(expect === null ? [] : wrap([{ text: expect, tone: 'muted' }], width)),
  ];
}

/** Whether a claim held, by which numbers, and what it took to find out; `result` is null for a run without a claim. */
export function verdictLines(
  result: ClaimResult | null,
  end: Finished | null,
  setting: Setting,
  say: Words['screen']['claim'],
): readonly Line[] {
  if (!end) return [[{ text: say.running, tone: 'muted' }]];
  const { marks } = setting.theme;
  const seeds = new Set(end.records.map(({ member }) => member.seed)).size;
  const cost: Line = [
    {
      text: `  ${say.seeds(seeds, end.steps.toLocaleString('en-US'), formatNumber(end.seconds))}`,
      tone: 'muted',
    },
  ];
  if (!result) return [cost];
  const verdict = result.holds
    ? signedText(marks.right, 'good', say.holds, setting)
    : signedText(marks.wrong, 'bad', say.fails, setting);
  const observed = Object.entries(result.observed).flatMap(([name, value]) =>
    wrap([{ text: `${name} = ` }, { text: valueText(value, say), bold: true }], setting.width - 2).map(
      (line): Line => [{ text: '  ' }, ...line],
    ),
  );
  return [...verdict, ...observed, cost];
}

function valueText(value: number | readonly number[], say: Words['screen']['claim']): string {
  if (typeof value === 'number') return formatNumber(value);
  return say.spread(formatNumber(Math.min(...value)), formatNumber(Math.max(...value)), value.length);
}
