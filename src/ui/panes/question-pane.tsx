import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { canGoOn } from '../../session/lesson-walk.ts';
import { questionSections } from '../blocks/question.ts';
import type { Press } from '../key-press.ts';
import type { CommandName } from '../keys.ts';
import { marksInBlocks } from '../layout/marks.ts';
import type { Reader } from '../reader.ts';
import { usePaneKeys } from '../shell.ts';
import { editField, fieldOf } from '../text-field.ts';
import { SheetScreen, useSheet } from './sheet.tsx';

/** A question of any kind. */
export function QuestionPane({ reader }: { reader: Reader }) {
  const { step, stage, item, walk, setting, send, words } = reader;
  const text = stage.type === 'answering' ? stage.text : '';
  const [edited, setField] = useState(fieldOf(text));
  const field = edited.text === text ? edited : fieldOf(text);
  const [isOwed, setOwed] = useState(false);
  if (step.type !== 'question') throw new TypeError(`${step.id} is no question`);
  const key = walk.lesson.lab.answers[step.id] ?? null;
  const view = useSheet(reader, questionSections(step, stage, item, key, field, setting), step.id);
  const onPress = (press: Press) => {
    setOwed(false);
    if (stage.type !== 'answering' || step.kind !== 'number') return false;
    // A syllable that was composed is text in the wrong place, and not the keys that it is made of.
    if (/[가-힣]/.test(press.text)) return true;
    // One backspace too many is no wish to leave.
    if (press.key === 'backspace' && field.text === '') return true;
    const isNumber = /^[\d０-９.,+\-−–eE/%\s]+$/.test(press.text) && press.key !== 'space';
    const isEditing = press.text === '' && field.text !== '' && EDITING.has(press.key);
    const next = isNumber || isEditing ? editField(field, press) : null;
    if (!next) return false;
    setField(next);
    send({ type: 'text-edited', text: next.text });
    return true;
  };
  const claims = stage.type === 'settled' ? marksInBlocks(step.explain, 'claim') : [];
  const goOn = () => {
    if (!canGoOn(walk)) setOwed(true);
    else if (stage.type === 'settled' && view.isMore) view.scrollPage(1);
    else send({ type: 'went-forward' });
  };
  const active = usePaneKeys(
    stage.type === 'settled' ? 'settled' : 'question',
    [...view.commands, ...commandsOf(reader), ...(claims.length > 0 ? (['check'] as const) : [])],
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
      hold: () => send({ type: 'option-toggled' }),
      drop: () => send({ type: 'option-toggled' }),
      submit: () => send({ type: 'submitted' }),
      hint: () => send({ type: 'hint-asked' }),
      answer: () => send({ type: 'answer-asked' }),
      retry: () => send({ type: 'tried-again' }),
      skip: () => send({ type: 'skipped' }),
      check: () => reader.check(claims),
    },
    onPress,
  );
  const notice: Line | null = isOwed ? [{ text: words.screen.reader.owed, tone: 'warn' }] : null;
  // Going on is answered with a word until something is settled, and is not offered.
  const offered = canGoOn(walk) ? active : active.filter((command) => command !== 'forward');
  return <SheetScreen reader={reader} view={view} active={offered} notice={notice} />;
}

const EDITING = new Set([
  'backspace',
  'left',
  'right',
  'home',
  'end',
  'ctrl+u',
  'ctrl+w',
  'ctrl+a',
  'ctrl+e',
]);

function commandsOf({ step, stage, item }: Reader): readonly CommandName[] {
  if (step.type !== 'question') return [];
  if (stage.type === 'settled') return ['onward', 'forward', 'back', 'retry'];
  const moving: readonly CommandName[] = step.kind === 'number' ? [] : ['up', 'down', 'choose'];
  const isHolding = stage.type === 'answering' && stage.isHolding;
  const marking = {
    single: [],
    number: [],
    multiple: ['toggle'],
    order: [isHolding ? 'drop' : 'hold'],
  } as const;
  const helping: readonly CommandName[] = [
    ...(item.hints < step.hints.length ? (['hint'] as const) : []),
    ...(item.tries.length > 0 ? (['answer'] as const) : []),
  ];
  return ['submit', ...marking[step.kind], ...moving, ...helping, 'skip', 'back', 'forward'];
}
