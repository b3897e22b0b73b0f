import { useEffect, useState } from 'react';
import { checkClaim } from '../../training/claims.ts';
import { claimHead, type Finished, verdictLines } from '../blocks/claim.ts';
import type { CommandName } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { footerLine, Screen, useDisplay } from '../screen.tsx';
import { usePaneKeys } from '../shell.ts';
import type { StartRun } from '../use-run.ts';
import { useRunKeys } from './use-run-keys.ts';
import { useRunView } from './use-run-view.ts';

/** What is being checked: claims of one page one after the other, or a run that stands for itself. */
export type Evidence = { readonly claims: readonly string[]; readonly run: string | null };

type ClaimPaneProps = {
  readonly reader: Reader;
  readonly evidence: Evidence;
  readonly startRun: StartRun;
  readonly onClose: () => void;
};

/** Runs a claim here and now, and says whether it held and by which numbers. */
export function ClaimPane({ reader, evidence, startRun, onClose }: ClaimPaneProps) {
  const display = useDisplay();
  const { area, words, walk } = reader;
  const { claims, runs } = walk.lesson.lab;
  const [number, setNumber] = useState(0);
  const [end, setEnd] = useState<Finished | null>(null);
  const count = evidence.claims.length;
  const id = evidence.claims[number % Math.max(1, count)];
  const claim = id === undefined ? undefined : claims[id];
  const recipe = runs[claim?.run ?? evidence.run ?? ''];
  const setting = { ...reader.setting, width: area.columns };
  const top = [
    ...claimHead(id ?? evidence.run ?? '', claim?.expect ?? null, setting),
    ...verdictLines(claim && end ? checkClaim(claim, end.records) : null, end, setting, words.screen.claim),
  ];
  const size = { columns: area.columns, rows: Math.max(6, area.rows - top.length - 1) };
  const view = useRunView(startRun, size, { finished: setEnd, stopped: onClose });
  const begin = () => {
    setEnd(null);
    if (recipe) view.begin(recipe);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once for each claim
  useEffect(begin, [id]);
  const lab = useRunKeys(recipe);
  const active = usePaneKeys('running', [...commandsOf(view, count > 1 && end !== null), ...lab.commands], {
    ...view.actions,
    ...lab.actions,
    again: begin,
    check: () => setNumber(number + 1),
    close: onClose,
  });
  return (
    <Screen
      header={reader.header}
      body={[...top, [], ...view.draw(size)]}
      footer={footerLine(active, display, area.columns)}
      notice={count > 1 ? [{ text: `${(number % count) + 1}/${count}`, tone: 'muted' }] : []}
    />
  );
}

const ITS_OWN: ReadonlySet<CommandName> = new Set(['seed', 'again', 'stop', 'pause', 'resume', 'step']);

function commandsOf(view: ReturnType<typeof useRunView>, isMore: boolean): readonly CommandName[] {
  // The claim is about its own seeds.
  if (view.isOn) return ['close', ...view.commands.filter((command) => !ITS_OWN.has(command))];
  const turning = view.commands.filter((command) => command === 'view');
  return [...(isMore ? (['check'] as const) : []), 'close', 'again', ...turning];
}
