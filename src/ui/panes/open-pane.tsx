import { useState } from 'react';
import { openSections } from '../blocks/open.ts';
import type { Press } from '../key-press.ts';
import type { CommandName } from '../keys.ts';
import { type Reader, sectionsOf } from '../reader.ts';
import { usePaneKeys } from '../shell.ts';
import { editField, fieldOf } from '../text-field.ts';
import { SheetScreen, useSheet } from './sheet.tsx';

/** An open question: written, compared, ticked. */
export function OpenPane({ reader }: { reader: Reader }) {
  const { step, stage, item, send } = reader;
  const text = stage.type === 'writing' ? stage.text : '';
  const [edited, setField] = useState(fieldOf(text));
  const field = edited.text === text ? edited : fieldOf(text);
  const [isPaused, setPaused] = useState(false);
  if (step.type !== 'open') throw new TypeError(`${step.id} is no open question`);
  const isTyping = stage.type === 'writing' && !isPaused;
  const sections = sectionsOf(reader, (each, setting) =>
    each.type === 'open' ? openSections(each, stage, item, field, setting) : [],
  );
  const view = useSheet(reader, isTyping ? sections : withoutCursor(sections), `${step.id} ${stage.type}`);
  const onPress = (press: Press) => {
    const next = editField(field, press);
    if (!next) return false;
    setField(next);
    send({ type: 'text-edited', text: next.text });
    return true;
  };
  const commands: readonly CommandName[] =
    stage.type === 'comparing'
      ? ['tick', 'up', 'down', 'choose', 'onward', 'forward', 'rewrite', 'back']
      : isTyping
        ? ['compare', 'stopTyping', 'newline']
        : ['compare', 'startTyping', 'skip', 'back', 'forward'];
  const active = usePaneKeys(
    'open',
    [...view.commands, ...commands],
    {
      ...view.actions,
      onward: () => send({ type: 'went-forward' }),
      forward: () => (view.isMore ? view.scrollPage(1) : send({ type: 'went-forward' })),
      back: () => send({ type: 'went-back' }),
      up: () => send({ type: 'cursor-moved', by: -1 }),
      down: () => send({ type: 'cursor-moved', by: 1 }),
      choose: (number) => send({ type: 'option-pointed', option: Number(number) - 1 }),
      tick: () => send({ type: 'option-toggled' }),
      compare: () => send({ type: 'submitted' }),
      rewrite: () => {
        setPaused(false);
        send({ type: 'tried-again' });
      },
      stopTyping: () => {
        setPaused(true);
        send({ type: 'writing-paused' });
      },
      startTyping: () => setPaused(false),
      skip: () => send({ type: 'skipped' }),
    },
    isTyping ? onPress : undefined,
  );
  return <SheetScreen reader={reader} view={view} active={active} />;
}

function withoutCursor(sections: ReturnType<typeof openSections>): ReturnType<typeof openSections> {
  return sections.map(({ cursor: _, ...section }) => section);
}
