import { useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { type Language, languageNames, languages } from '../../i18n/languages.ts';
import { areaOf, footerLine, Screen, useDisplay } from '../screen.tsx';
import { usePaneKeys } from '../shell.ts';

const choices = Object.keys(languages) as readonly Language[];

/** Asked once, in every language at a time. */
export function LanguageScreen({ onChoose }: { onChoose: (language: Language) => void }) {
  const display = useDisplay();
  const { theme, language } = display;
  const area = areaOf(display);
  const [cursor, setCursor] = useState(choices.indexOf(language));
  const active = usePaneKeys('language', ['open', 'up', 'down', 'choose'], {
    open: () => onChoose(choices[cursor] ?? 'en'),
    up: () => setCursor(Math.max(0, cursor - 1)),
    down: () => setCursor(Math.min(choices.length - 1, cursor + 1)),
    choose: (number) => {
      const chosen = choices[Number(number) - 1];
      if (chosen) onChoose(chosen);
    },
  });
  const options = choices.map(
    (each, i): Line => [
      { text: i === cursor ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
      { text: `${i + 1} `, tone: 'accent' },
      { text: languageNames[each], ...(i === cursor ? { bold: true } : {}) },
    ],
  );
  const asks = choices.map((each): Line => [{ text: languages[each].screen.language.ask }]);
  const later = choices.map((each): Line => [{ text: languages[each].screen.language.later, tone: 'muted' }]);
  return (
    <Screen
      header={[{ text: 'dl-tutor', bold: true, tone: 'accent' }]}
      body={[[], ...asks, [], ...options, [], ...later]}
      footer={footerLine(
        active.filter((command) => command !== 'language'),
        display,
        area.columns,
      )}
    />
  );
}
