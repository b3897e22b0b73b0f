import { useEffect, useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { formatNumber } from '../../charts/ticks.ts';
import type { Words } from '../../i18n/languages.ts';
import { type ClaimResult, checkClaim } from '../../training/claims.ts';
import type { RunEvent } from '../../training/events.ts';
import { signedText } from '../blocks/view.ts';
import type { CommandName } from '../keys.ts';
import { wrap } from '../layout/wrap.ts';
import type { Reader } from '../reader.ts';
import { footerLine, Screen, useDisplay } from '../screen.tsx';
import { usePaneKeys } from '../shell.ts';
import type { StartRun } from '../use-run.ts';
import { useRunView } from './use-run-view.ts';

/** What is being checked: claims of one page one after the other, or a run that stands for itself. */
export type Evidence = { readonly claims: readonly string[]; readonly run: string | null };

/** Runs a claim here and now, and says whether it held and by which numbers. */
export function ClaimPane({
  reader,
  evidence,
  startRun,
  onClose,
}: {
  reader: Reader;
  evidence: Evidence;
  startRun: StartRun;
  onClose: () => void;
}) {
  const display = useDisplay();
  const { area, setting, words, walk } = reader;
  const { claims, runs } = walk.lesson.lab;
  const [number, setNumber] = useState(0);
  const [end, setEnd] = useState<Extract<RunEvent, { type: 'finished' }> | null>(null);
  const id = evidence.claims[number % Math.max(1, evidence.claims.length)];
  const claim = id === undefined ? undefined : claims[id];
  const recipe = runs[claim?.run ?? evidence.run ?? ''];
  const result = claim && end ? checkClaim(claim, end.records) : null;
  const top = [...headLines(claim?.expect ?? null, reader), ...verdictLines(result, end, reader)];
  const size = { columns: area.columns, rows: Math.max(6, area.rows - top.length - 1) };
  const view = useRunView(startRun, size, { finished: setEnd, stopped: onClose });
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once for each claim
  useEffect(() => {
    setEnd(null);
    if (recipe) view.begin(recipe);
  }, [id]);
  const next: readonly CommandName[] = evidence.claims.length > 1 && end ? ['check'] : [];
  const commands: readonly CommandName[] = view.isOn
    ? view.commands.filter((command) => command !== 'seed' && command !== 'again')
    : [...next, 'close', 'again', ...view.commands.filter((command) => command === 'view')];
  const active = usePaneKeys('running', commands, {
    ...view.actions,
    again: () => {
      setEnd(null);
      view.actions.again?.('');
    },
    check: () => setNumber(number + 1),
    close: onClose,
  });
  return (
    <Screen
      header={reader.header}
      body={[...top, [], ...view.draw(size)]}
      footer={footerLine(active, display, area.columns)}
      notice={
        evidence.claims.length > 1
          ? [{ text: `${(number % evidence.claims.length) + 1}/${evidence.claims.length}`, tone: 'muted' }]
          : []
      }
    />
  );

  function headLines(expect: string | null, { area: { columns } }: Reader): readonly Line[] {
    const lines = expect === null ? [] : wrap([{ text: expect, tone: 'muted' }], columns);
    return [
      [{ text: `${setting.theme.marks.claim} ${id ?? evidence.run ?? ''}`, tone: 'accent', bold: true }],
      ...lines,
    ];
  }

  function verdictLines(
    checked: ClaimResult | null,
    finished: typeof end,
    { area: { columns } }: Reader,
  ): readonly Line[] {
    const say = words.screen.claim;
    if (!finished) return [[{ text: say.running, tone: 'muted' }]];
    const { marks } = setting.theme;
    const seeds = new Set(finished.records.map(({ member }) => member.seed)).size;
    const cost = say.seeds(seeds, finished.steps.toLocaleString('en-US'), formatNumber(finished.seconds));
    if (!checked) return [[{ text: cost, tone: 'muted' }]];
    return [
      ...signedText(
        checked.holds ? marks.right : marks.wrong,
        checked.holds ? 'good' : 'bad',
        checked.holds ? say.holds : say.fails,
        { ...setting, width: columns },
      ),
      ...Object.entries(checked.observed).flatMap(([name, value]) =>
        wrap([{ text: `  ${name} = ` }, { text: valueText(value, say), bold: true }], columns),
      ),
      [{ text: `  ${cost}`, tone: 'muted' }],
    ];
  }
}

function valueText(value: number | readonly number[], say: Words['screen']['claim']): string {
  if (typeof value === 'number') return formatNumber(value);
  return say.spread(formatNumber(Math.min(...value)), formatNumber(Math.max(...value)), value.length);
}
