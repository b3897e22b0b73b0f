import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { canGoOn } from '../../session/lesson-walk.ts';
import { questionSections } from '../blocks/question.ts';
import type { CommandName } from '../keys.ts';
import { marksInBlocks } from '../layout/marks.ts';
import { type Reader, sectionsOf } from '../reader.ts';
import type { Section } from '../sections.ts';
import { usePaneKeys } from '../shell.ts';
import { SheetScreen, useSheet } from './sheet.tsx';
import { useAnswerField } from './use-answer-field.ts';

/** A question of any kind. */
export function QuestionPane({ reader }: { reader: Reader }) {
  const { step, stage, item, walk, send, words } = reader;
  const [isOwed, setOwed] = useState(false);
  const { field, isPaused, setPaused, onPress } = useAnswerField(reader);
  if (step.type !== 'question') throw new TypeError(`${step.id} is no question`);
  const key = walk.lesson.lab.answers[step.id] ?? null;
  const isTyping = stage.type === 'answering' && step.kind === 'short' && !isPaused;
  const sections = sectionsOf(reader, (each, setting) =>
    each.type === 'question' ? questionSections(each, stage, item, key, field, setting) : [],
  );
  const isShown = step.kind !== 'short' || isTyping;
  const view = useSheet(reader, isShown ? sections : withoutCursor(sections), step.id);
  const claims = stage.type === 'settled' ? marksInBlocks(step.explain, 'claim') : [];
  const goOn = () => {
    if (!canGoOn(walk)) setOwed(true);
    else if (stage.type === 'settled' && view.isMore) view.scrollPage(1);
    else send({ type: 'went-forward' });
  };
  const active = usePaneKeys(
    stage.type === 'settled' ? 'settled' : 'question',
    [
      ...(isTyping ? [] : view.commands),
      ...(isTyping ? (['submit', 'stopTyping'] as const) : commandsOf(reader)),
      ...(claims.length > 0 ? (['check'] as const) : []),
    ],
    {
      ...view.actions,
      onward: () => send({ type: 'went-forward' }),
      forward: goOn,
      back: () => send({ type: 'went-back' }),
      up: () => send({ type: 'cursor-moved', by: -1 }),
      down: () => send({ type: 'cursor-moved', by: 1 }),
      choose: (number) => {
        send({ type: 'option-pointed', option: Number(number) - 1 });
        if (step.kind === 'multiple') send({ type: 'option-toggled' });
      },
      toggle: () => send({ type: 'option-toggled' }),
      nextCell: () => send({ type: 'cursor-moved', by: 1 }),
      hold: () => send({ type: 'option-toggled' }),
      drop: () => send({ type: 'option-toggled' }),
      submit: () => send({ type: 'submitted' }),
      hint: () => send({ type: 'hint-asked' }),
      answer: () => send({ type: 'answer-asked' }),
      retry: () => send({ type: 'tried-again' }),
      stopTyping: () => {
        setPaused(true);
        send({ type: 'writing-paused' });
      },
      startTyping: () => setPaused(false),
      skip: () => send({ type: 'skipped' }),
      check: () => reader.check(claims),
    },
    (press) => {
      setOwed(false);
      return onPress(press);
    },
  );
  const notice: Line | null = isOwed ? [{ text: words.screen.reader.owed, tone: 'warn' }] : null;
  // Going on is answered with a word until something is settled, and is not offered.
  const offered = canGoOn(walk) ? active : active.filter((command) => command !== 'forward');
  return <SheetScreen reader={reader} view={view} active={offered} notice={notice} />;
}

function withoutCursor(sections: readonly Section[]): readonly Section[] {
  return sections.map(({ cursor: _, ...section }) => section);
}

function commandsOf({ step, stage, item }: Reader): readonly CommandName[] {
  if (step.type !== 'question') return [];
  if (stage.type === 'settled') return ['onward', 'forward', 'back', 'retry'];
  const isHolding = stage.type === 'answering' && stage.isHolding;
  const carrying = isHolding ? 'drop' : 'hold';
  const pointing = ['up', 'down', 'choose'] as const;
  const handling = {
    single: pointing,
    spot: pointing,
    number: [],
    short: ['startTyping'],
    table: ['nextCell', 'up', 'down'],
    multiple: ['toggle', ...pointing],
    order: [carrying, ...pointing],
    match: [carrying, ...pointing],
  } as const satisfies Record<typeof step.kind, readonly CommandName[]>;
  const helping: readonly CommandName[] = [
    ...(item.hints < step.hints.length ? (['hint'] as const) : []),
    ...(item.tries.length > 0 ? (['answer'] as const) : []),
  ];
  return ['submit', ...handling[step.kind], ...helping, 'skip', 'back', 'forward'];
}
