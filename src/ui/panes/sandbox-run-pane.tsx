import { useContext, useEffect, useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { commonFindings } from '../../training/diagnosis.ts';
import type { MemberRecord } from '../../training/events.ts';
import { type Recipe, recipeCommand } from '../../training/recipe.ts';
import { formatValue } from '../../training/recipe-keys.ts';
import { findingSections } from '../blocks/lab.ts';
import { wrap } from '../layout/wrap.ts';
import { areaOf, type Display, footerLine, moreNotice, Screen, useDisplay } from '../screen.tsx';
import { type Section, sheetOf } from '../sections.ts';
import { ShellContext, usePaneKeys } from '../shell.ts';
import type { StartRun } from '../use-run.ts';
import { useScroll } from '../use-scroll.ts';
import { useRunView } from './use-run-view.ts';

type SandboxRunPaneProps = {
  readonly recipe: Recipe;
  readonly startRun: StartRun;
  readonly onClose: () => void;
};

/** A recipe of the learner's own while it trains, and what can be found in it when it is done. */
export function SandboxRunPane({ recipe, startRun, onClose }: SandboxRunPaneProps) {
  const display = useDisplay();
  const shell = useContext(ShellContext);
  const area = areaOf(display);
  const [records, setRecords] = useState<readonly MemberRecord[] | null>(null);
  const [isCopied, setCopied] = useState(false);
  const [isOffered, setOffered] = useState(false);
  const findings = [
    ...(isOffered ? [{ lines: wrap([{ text: display.words.backend.offer }], area.columns) }] : []),
    ...(records === null ? [] : foundSections(records, area.columns, display)),
  ];
  const told = findings.reduce((sum, { lines }) => sum + lines.length, 0);
  const size = { columns: area.columns, rows: Math.max(Math.min(11, area.rows), area.rows - told - 1) };
  const view = useRunView(startRun, size, {
    finished({ records, reason }) {
      setRecords(records);
      setOffered(reason?.code === 'missing' && shell.offersGpu());
    },
    stopped: onClose,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun when the pane is opened
  useEffect(() => view.begin(recipe), []);
  const sheet = sheetOf([{ lines: view.draw(size), mark: 'run' }, ...findings]);
  const scroll = useScroll(sheet, `run ${area.columns} ${area.rows}`, area.rows);
  const restart = (how: 'again' | 'seed') => {
    setRecords(null);
    view.actions[how]?.('');
  };
  const scrolling = scroll.canScroll ? (['scrollDown', 'scrollUp'] as const) : [];
  const active = usePaneKeys(
    'running',
    [...view.commands, 'openLab', 'copy', ...scrolling, 'closeLab'],
    {
      ...view.actions,
      openLab: () => shell.openLab({ recipe: view.run?.recipe ?? recipe, expected: null }),
      again: () => restart('again'),
      seed: () => restart('seed'),
      copy: () => {
        shell.copy(recipeCommand(view.run?.recipe ?? recipe));
        setCopied(true);
      },
      scrollDown: () => scroll.scroll(area.rows - 2),
      scrollUp: () => scroll.scroll(2 - area.rows),
      closeLab: onClose,
    },
    () => {
      if (isCopied) setCopied(false);
      return false;
    },
  );
  const { sandbox } = display.words.screen;
  return (
    <Screen
      header={[{ text: recipeCommand(view.run?.recipe ?? recipe), bold: true }]}
      body={sheet.lines.slice(scroll.offset, scroll.offset + area.rows)}
      footer={footerLine(active, display, area.columns)}
      notice={isCopied ? [{ text: sandbox.copied, tone: 'warn' }] : moreNotice(scroll.below, display, 'PgDn')}
    />
  );
}

/** What is found in each variant of a run, with its evidence. */
function foundSections(
  records: readonly MemberRecord[],
  width: number,
  display: Display,
): readonly Section[] {
  const { theme, words } = display;
  const say = words.screen.sandbox;
  const variants = [...new Set(records.map(({ member }) => member.variant))];
  const found = variants.flatMap((variant): readonly Section[] => {
    const own = records.filter(({ member }) => member.variant === variant);
    const findings = commonFindings(own);
    if (findings.length === 0) return [];
    const label = Object.entries(own[0]?.member.vary ?? {}).map(
      ([key, value]) => `${key}=${formatValue(value)}`,
    );
    const heading: readonly Line[] = label.length > 0 ? [[{ text: label.join(' '), bold: true }]] : [];
    const setting = { theme, width, words: words.screen };
    const told = findingSections(findings, setting);
    return [{ lines: heading, joined: true }, ...told.map((section) => ({ ...section, joined: true }))];
  });
  return found.length > 0 ? found : [{ lines: wrap([{ text: say.nothingFound, tone: 'muted' }], width) }];
}
