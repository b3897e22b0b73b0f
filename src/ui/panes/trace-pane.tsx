import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { canGoOn } from '../../session/lesson-walk.ts';
import { hintsAt, nextStop, numberAt, openBlankAt, type TraceStage } from '../../session/tracing.ts';
import type { Walkthrough } from '../../training/trace/trace.ts';
import { traceSections } from '../blocks/trace.ts';
import type { CommandName } from '../keys.ts';
import { marksInBlocks } from '../layout/marks.ts';
import type { Reader } from '../reader.ts';
import { usePaneKeys } from '../shell.ts';
import { SheetScreen, useSheet } from './sheet.tsx';
import { useAnswerField } from './use-answer-field.ts';

/** A training step that is walked number by number, some of which the learner fills in. */
export function TracePane({ reader }: { reader: Reader }) {
  const { step, stage, item, walk, setting, send, words } = reader;
  const [isOwed, setOwed] = useState(false);
  const { field, onPress } = useAnswerField(reader);
  const walkthrough = walk.lesson.lab.traces[step.id];
  if (step.type !== 'trace' || stage.type !== 'tracing' || !walkthrough)
    throw new TypeError(`${step.id} is no step to walk`);
  const sections = traceSections(step, stage, item, walkthrough, field, reader.area.rows, setting);
  const view = useSheet(reader, sections, `${step.id} ${stage.place}`);
  const isOpen = openBlankAt(walkthrough, stage.place, item) !== null;
  const isEnd = stage.place > walkthrough.trace.numbers.length;
  const claims = isEnd ? marksInBlocks(step.seen, 'claim') : [];
  const next = () => {
    if (isOpen) setOwed(true);
    else if (view.isMore) view.scrollPage(1);
    else if (isEnd) send({ type: 'went-forward' });
    else send({ type: 'number-moved', by: 1 });
  };
  const active = usePaneKeys(
    'trace',
    [
      ...view.commands,
      ...commandsOf(reader, stage, walkthrough),
      ...(claims.length > 0 ? (['check'] as const) : []),
    ],
    {
      ...view.actions,
      forward: next,
      nextNumber: next,
      lastNumber: () => send(stage.place > 0 ? { type: 'number-moved', by: -1 } : { type: 'went-back' }),
      nextBlank: () => (isOpen ? setOwed(true) : send({ type: 'blank-sought' })),
      toEnd: () => send({ type: 'blank-sought' }),
      onward: () => send({ type: 'went-forward' }),
      submit: () => send({ type: 'submitted' }),
      hint: () => send({ type: 'hint-asked' }),
      answer: () => send({ type: 'answer-asked' }),
      skip: () => send({ type: 'skipped' }),
      check: () => reader.check(claims),
    },
    (press) => {
      setOwed(false);
      return isOpen && onPress(press);
    },
  );
  const notice: Line | null = isOwed ? [{ text: words.screen.reader.owed, tone: 'warn' }] : null;
  // Going on is answered with a word until the number is filled in, and is not offered.
  const offered = isOpen ? active.filter((command) => !GOING_ON.has(command)) : active;
  return <SheetScreen reader={reader} view={view} active={offered} notice={notice} />;
}

const GOING_ON: ReadonlySet<CommandName> = new Set(['nextNumber', 'nextBlank']);

function commandsOf(reader: Reader, stage: TraceStage, walkthrough: Walkthrough): readonly CommandName[] {
  const { step, item, walk } = reader;
  const number = numberAt(walkthrough, stage.place);
  const skip: readonly CommandName[] = canGoOn(walk) ? [] : ['skip'];
  if (stage.place > walkthrough.trace.numbers.length) return ['onward', 'forward', 'lastNumber', ...skip];
  if (number && openBlankAt(walkthrough, stage.place, item)) {
    const context = { step, item, walkthrough, key: null, repair: null };
    const hint: readonly CommandName[] = stage.hints < hintsAt(context, stage.place) ? ['hint'] : [];
    const answer: readonly CommandName[] = item.blanks?.[number.id] === 'wrong' ? ['answer'] : [];
    return ['submit', ...hint, ...answer, 'skip', 'lastNumber', 'nextNumber', 'nextBlank'];
  }
  const isLast = nextStop(walkthrough, stage.place, item) > walkthrough.trace.numbers.length;
  return ['nextNumber', isLast ? 'toEnd' : 'nextBlank', 'lastNumber', ...skip];
}
