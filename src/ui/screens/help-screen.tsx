import type { Line } from '../../charts/drawing.ts';
import { textWidth } from '../../charts/spans.ts';
import { type CommandName, shownKeys } from '../keys.ts';
import { wrap } from '../layout/wrap.ts';
import { areaOf, footerLine, MEASURE, moreNotice, nameOfKey, Screen, useDisplay } from '../screen.tsx';
import type { HelpTopic } from '../shell.ts';
import { useKeys } from '../use-keys.ts';
import { useScroll } from '../use-scroll.ts';

/** Explains what is on the screen and every key that works there. */
export function HelpScreen({
  topic,
  active,
  onClose,
}: {
  topic: HelpTopic;
  active: readonly CommandName[];
  onClose: () => void;
}) {
  const display = useDisplay();
  const { words } = display;
  const { keys, keyNames, help } = words.screen;
  const area = areaOf(display);
  const width = Math.min(area.columns, MEASURE);
  const rows = active
    .map((command) => ({
      names: shownKeys(command, active, 3)
        .map((key) => nameOfKey(key, keyNames))
        .join(' '),
      text: keys[command].long,
    }))
    .filter(({ names }) => names !== '');
  const wide = Math.min(18, Math.max(...rows.map(({ names }) => textWidth(names))) + 3);
  const list = rows.flatMap(({ names, text }) =>
    wrap([{ text }], width - wide).map(
      (line, i): Line => [
        {
          text: i === 0 ? names + ' '.repeat(Math.max(1, wide - textWidth(names))) : ' '.repeat(wide),
          tone: 'accent',
        },
        ...line,
      ],
    ),
  );
  const about = wrap([{ text: help.about[topic] }], width);
  const body = [...about, [], ...list, [], ...wrap([{ text: help.hangul, tone: 'muted' }], width)];
  const view = useScroll({ lines: body, marks: new Map(), cursor: null }, topic, area.rows);
  useKeys({
    active: ['scrollDown', 'scrollUp', 'down', 'up', 'close', 'help'],
    onCommand: (command) => {
      if (command === 'close' || command === 'help') onClose();
      else
        view.scroll(
          command === 'down'
            ? 1
            : command === 'up'
              ? -1
              : command === 'scrollDown'
                ? area.rows - 1
                : 1 - area.rows,
        );
    },
  });
  return (
    <Screen
      header={[{ text: help.title, bold: true }]}
      body={body.slice(view.offset, view.offset + area.rows)}
      footer={footerLine(view.canScroll ? ['close', 'down'] : ['close'], display, area.columns)}
      notice={moreNotice(view.below, display, 'PgDn')}
    />
  );
}
