import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { textWidth } from '../../charts/spans.ts';
import { type Language, languageNames } from '../../i18n/languages.ts';
import { nextValue, type SettingName, settings } from '../../session/settings.ts';
import type { CommandName } from '../keys.ts';
import { wrap } from '../layout/wrap.ts';
import { areaOf, footerLine, MEASURE, moreNotice, Screen, useDisplay } from '../screen.tsx';
import { sheetOf } from '../sections.ts';
import { useKeys } from '../use-keys.ts';
import { useScroll } from '../use-scroll.ts';

export type SettingsScreenProps = {
  readonly onLanguage: () => void;
  readonly onSetting: (name: SettingName, value: string) => void;
  readonly onClose: () => void;
};

const names = Object.keys(settings) as readonly SettingName[];

/** What the learner wants of the program; each change holds at once. */
export function SettingsScreen({ onLanguage, onSetting, onClose }: SettingsScreenProps) {
  const display = useDisplay();
  const { theme, words, language } = display;
  const say = words.screen.settings;
  const area = areaOf(display);
  const width = Math.min(area.columns, MEASURE);
  const [cursor, setCursor] = useState(0);
  const change = (by: 1 | -1) => {
    const name = names[cursor - 1];
    if (name === undefined) onLanguage();
    else onSetting(name, nextValue(name, display.settings[name], by));
  };
  const active: readonly CommandName[] = ['nextValue', 'valueBefore', 'down', 'up', 'close'];
  useKeys({
    active,
    onCommand: (command) => {
      if (command === 'close') onClose();
      else if (command === 'down') setCursor(Math.min(names.length, cursor + 1));
      else if (command === 'up') setCursor(Math.max(0, cursor - 1));
      else change(command === 'nextValue' ? 1 : -1);
    },
  });
  const rows: readonly (readonly [string, string])[] = [
    [say.names.language, languageNames[language as Language]],
    ...names.map((name) => [say.names[name], valueName(say.values[name], display.settings[name])] as const),
  ];
  const lead = Math.max(...rows.map(([name]) => textWidth(name))) + 4;
  const sheet = sheetOf([
    ...rows.map(([name, value], i) => ({
      lines: rowLines(name, value, {
        isUnderCursor: i === cursor,
        lead,
        width,
        cursorMark: theme.marks.cursor,
      }),
      joined: i > 0,
      ...(i === cursor ? { mark: `setting:${i}` } : {}),
    })),
    { lines: wrap([{ text: say.kept, tone: 'muted' }], width) },
  ]);
  const { offset, below } = useScroll(sheet, 'settings', area.rows);
  return (
    <Screen
      header={[{ text: say.title, bold: true }]}
      body={sheet.lines.slice(offset, offset + area.rows)}
      footer={footerLine(active, display, area.columns)}
      notice={moreNotice(below, display)}
    />
  );
}

function valueName(values: Readonly<Record<string, string>>, value: string): string {
  return values[value] ?? value;
}

type RowStyle = {
  readonly isUnderCursor: boolean;
  readonly lead: number;
  readonly width: number;
  readonly cursorMark: string;
};

/** Name and value on one row, or one below the other where there is no room. */
function rowLines(
  name: string,
  value: string,
  { isUnderCursor, lead, width, cursorMark }: RowStyle,
): readonly Line[] {
  const sign: Line = [{ text: isUnderCursor ? `${cursorMark} ` : '  ', tone: 'accent', bold: true }];
  const bold = isUnderCursor ? ({ bold: true } as const) : {};
  const isWide = lead + textWidth(value) + 2 <= width;
  if (isWide)
    return [
      [
        ...sign,
        { text: name + ' '.repeat(lead - textWidth(name)), ...bold },
        { text: value, tone: 'accent' },
      ],
    ];
  return [
    [...sign, { text: name, ...bold }],
    [{ text: '    ' }, { text: value, tone: 'accent' }],
  ];
}
