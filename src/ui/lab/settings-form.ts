import type { Line } from '../../charts/drawing.ts';
import { padLine } from '../../charts/spans.ts';
import type { GivenKeys } from '../../training/kind.ts';
import { type Recipe, variantsOf } from '../../training/recipe.ts';
import {
  formatValue,
  type KeyName,
  type KeyRule,
  type KeyValue,
  recipeKeys,
} from '../../training/recipe-keys.ts';
import { changeableKeys } from '../../training/under-way.ts';
import { type Display, moreLine } from '../screen.tsx';

/** Keys of a recipe that may change under way, each at one of its values; `start` is what the run has, null where it has none. */
export type SettingsForm = {
  readonly rows: readonly {
    readonly key: KeyName;
    readonly values: readonly KeyValue[];
    readonly start: number | null;
    readonly chosen: number | null;
  }[];
  readonly cursor: number;
};

/** A form with everything as the run has it. */
export function formOf(recipe: Recipe): SettingsForm {
  const settings = variantsOf(recipe)[0]?.settings ?? {};
  const rows = changeableKeys(recipe).map((key) => {
    const own = settings[key];
    const isOwn = typeof own === 'number' || typeof own === 'string';
    const values = valuesOf(recipeKeys[key], isOwn ? own : null);
    const at = isOwn ? values.indexOf(own) : -1;
    return { key, values, start: at < 0 ? null : at, chosen: at < 0 ? null : at };
  });
  return {
    rows,
    cursor: Math.max(
      0,
      rows.findIndex(({ key }) => key === 'lr'),
    ),
  };
}

/** The cursor on another key; it stops at the ends. */
export function movedBy(form: SettingsForm, by: number): SettingsForm {
  return { ...form, cursor: Math.min(form.rows.length - 1, Math.max(0, form.cursor + by)) };
}

/** The key under the cursor at its next value; one without a value begins at its first. */
export function turnedBy(form: SettingsForm, by: number): SettingsForm {
  const rows = form.rows.map((row, i) => {
    if (i !== form.cursor) return row;
    const last = row.values.length - 1;
    const chosen = row.chosen === null ? (by > 0 ? 0 : last) : Math.min(last, Math.max(0, row.chosen + by));
    return { ...row, chosen };
  });
  return { ...form, rows };
}

/** What was changed. */
export function changeIn({ rows }: SettingsForm): GivenKeys {
  return Object.fromEntries(
    rows.flatMap(({ key, values, start, chosen }) => {
      const value = chosen === null || chosen === start ? undefined : values[chosen];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** The keys around the cursor, each with its value; what was changed stands out. Where more are below, the last line says so. */
export function formLines(
  form: SettingsForm,
  rows: number,
  display: Pick<Display, 'theme' | 'words'>,
): readonly Line[] {
  const { theme, words } = display;
  const room = form.rows.length > rows ? rows - 1 : rows;
  const from = Math.max(0, Math.min(form.cursor - Math.floor(room / 2), form.rows.length - room));
  const below = Math.max(0, form.rows.length - from - room);
  const wide = Math.max(...form.rows.map(({ key }) => key.length)) + 2;
  const lines = form.rows.slice(from, from + room).map(({ key, values, start, chosen }, i): Line => {
    const isUnder = from + i === form.cursor;
    const value = chosen === null ? words.screen.lab.unset : formatValue(values[chosen]);
    const tone = chosen !== start ? 'warn' : isUnder ? 'accent' : 'text';
    return [
      { text: `${isUnder ? theme.marks.cursor : ' '} `, tone: 'accent', bold: true },
      ...padLine([{ text: key, tone: isUnder ? 'accent' : 'muted', bold: isUnder }], wide),
      { text: value, tone, bold: chosen !== start },
    ];
  });
  return [...lines, moreLine(below, display)].slice(0, rows);
}

const DECADES = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3] as const;

/** Values to choose from, the run's own among them: of numbers 1, 2 and 5 of each power of ten within the rule. */
export function valuesOf(rule: KeyRule, own: KeyValue | null): readonly KeyValue[] {
  if (rule.type === 'choice') return rule.of;
  if (rule.type !== 'number' && rule.type !== 'whole') return own === null ? [] : [own];
  const low = 'from' in rule ? (rule.from ?? Number.MIN_VALUE) : Number.MIN_VALUE;
  const steps = DECADES.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  const fitting = steps.filter(
    (value) => value >= low && value <= rule.to && (rule.type === 'number' || Number.isInteger(value)),
  );
  const zero = 'from' in rule && rule.from === 0 ? [0] : [];
  const mine = typeof own === 'number' ? [own] : [];
  return [...new Set([...zero, ...fitting, ...mine])].sort((a, b) => a - b);
}
