import { useContext, useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import type { Words } from '../../i18n/languages.ts';
import { openSections } from '../blocks/open.ts';
import type { Edited } from '../editor.ts';
import type { Press } from '../key-press.ts';
import type { CommandName } from '../keys.ts';
import { type Reader, sectionsOf } from '../reader.ts';
import { ShellContext, usePaneKeys } from '../shell.ts';
import { editField, fieldOf } from '../text-field.ts';
import { SheetScreen, useSheet } from './sheet.tsx';

/** An open question: written, compared, ticked. */
export function OpenPane({ reader }: { reader: Reader }) {
  const { step, stage, item, send } = reader;
  const text = stage.type === 'writing' ? stage.text : '';
  const [edited, setField] = useState(fieldOf(text));
  const field = edited.text === text ? edited : fieldOf(text);
  const [isPaused, setPaused] = useState(false);
  const { editText } = useContext(ShellContext);
  const [said, setSaid] = useState('');
  if (step.type !== 'open') throw new TypeError(`${step.id} is no open question`);
  const isTyping = stage.type === 'writing' && !isPaused;
  const sections = sectionsOf(reader, (each, setting) =>
    each.type === 'open' ? openSections(each, stage, item, field, setting) : [],
  );
  const view = useSheet(reader, isTyping ? sections : withoutCursor(sections), `${step.id} ${stage.type}`);
  const onPress = (press: Press) => {
    setSaid('');
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
        ? ['compare', 'stopTyping', 'newline', 'editor']
        : ['compare', 'startTyping', 'editor', 'skip', 'back', 'forward'];
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
      editor: () => {
        const edited = editText(text);
        setSaid(faultOf(edited, reader.words.screen.open));
        if (edited.type !== 'edited') return;
        send({ type: 'text-edited', text: edited.text });
        // A page of writing is kept at once.
        send({ type: 'writing-paused' });
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
  const notice: Line | null = said === '' ? null : [{ text: said, tone: 'warn' }];
  return <SheetScreen {...{ reader, view, active, notice }} />;
}

function faultOf(edited: Edited, words: Words['screen']['open']): string {
  switch (edited.type) {
    case 'edited':
      return '';
    case 'no-editor':
      return words.noEditor;
    case 'failed':
      return words.editorFailed(edited.editor);
    case 'emptied':
      return words.emptied;
  }
}

function withoutCursor(sections: ReturnType<typeof openSections>): ReturnType<typeof openSections> {
  return sections.map(({ cursor: _, ...section }) => section);
}
