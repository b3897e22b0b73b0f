import type { Line } from '../../charts/drawing.ts';
import { padLine } from '../../charts/spans.ts';
import type { Words } from '../../i18n/languages.ts';
import type { Sandbox } from '../../session/sandbox.ts';
import { type RowKey, rowsOf, type SandboxRow } from '../../session/sandbox-rows.ts';
import type { KeyProblem } from '../../training/kind.ts';
import { kinds } from '../../training/kinds.ts';
import { describeRule } from '../../training/recipe.ts';
import { type KeyRule, recipeKeys } from '../../training/recipe-keys.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import { layField, type TextField } from '../text-field.ts';
import type { Theme } from '../theme.ts';
import { fieldSections } from './field.ts';

export type FormContext = {
  readonly sandbox: Sandbox;
  readonly problems: readonly KeyProblem[];
  /** The text under the cursor, while it is typed. */
  readonly field: TextField | null;
  readonly theme: Theme;
  readonly words: Words;
  readonly width: number;
};

/** Columns of the cursor and of the longest key. */
const LEAD = 2 + 15;

/** The keys of a recipe with their values, each problem below its key; values that go without saying stand in brackets. */
export function formSections(context: FormContext): readonly Section[] {
  const { sandbox, problems, field, words, width } = context;
  const rows = rowsOf(sandbox.written);
  const shown = new Set<string>(rows.map(({ key }) => key));
  const elsewhere = problems.filter(({ key }) => !shown.has(key));
  const isNaming = sandbox.typing?.of === 'name';
  return [
    ...(isNaming && field ? fieldSections(words.screen.sandbox.name, field, { width }) : []),
    { lines: elsewhere.flatMap(({ message }) => problemLines(message, context)) },
    ...rows.flatMap((row, i): readonly Section[] => [
      ...(row.group === rows[i - 1]?.group
        ? []
        : [
            {
              lines: [[{ text: words.screen.sandbox.groups[row.group], tone: 'muted', bold: true }] as Line],
            },
          ]),
      rowSection(row, context),
    ]),
  ];
}

function rowSection(row: SandboxRow, context: FormContext): Section {
  const { sandbox, problems, field, theme, width } = context;
  const isUnder = row.key === sandbox.cursor;
  const head = padLine(
    [
      { text: isUnder ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
      { text: row.key, ...(isUnder ? { bold: true } : {}) },
    ],
    LEAD,
  );
  const typed =
    isUnder && field && sandbox.typing?.of === 'value' ? layField(field, Math.max(8, width - LEAD)) : null;
  const values: readonly Line[] = typed
    ? typed.lines.map((line) => line.map((span) => ({ ...span, bold: true })))
    : valueLines(row, width - LEAD);
  const own = problems.filter(({ key }) => key === row.key);
  return {
    lines: [
      ...values.map((line, i): Line => [...(i === 0 ? head : [{ text: ' '.repeat(LEAD) }]), ...line]),
      ...own.flatMap(({ message }) => problemLines(message, context)),
    ],
    joined: true,
    ...(isUnder ? { mark: `key:${row.key}:${own.length}` } : {}),
    ...(typed ? { cursor: { column: LEAD + typed.column, row: typed.row } } : {}),
  };
}

function valueLines({ written, usual }: SandboxRow, width: number): readonly Line[] {
  if (written !== null) return wrap([{ text: written, tone: 'accent', bold: true }], Math.max(8, width));
  return [[{ text: usual === null ? '-' : `(${usual})`, tone: 'muted' }]];
}

function problemLines(message: string, { width }: FormContext): readonly Line[] {
  return wrap([{ text: message, tone: 'bad' }], Math.max(8, width - 4)).map(
    (line): Line => [{ text: '    ' }, ...line],
  );
}

/** What the key under the cursor is about and what it may be. */
export function keyLines(key: RowKey, width: number, words: Words): readonly Line[] {
  const about: Readonly<Record<string, string>> = words.screen.sandbox.about;
  return [
    ...wrap([{ text: `${key}  `, bold: true }, { text: about[key] ?? '' }], width),
    ...wrap([{ text: allowed(key, words), tone: 'muted' }], width),
  ];
}

function allowed(key: RowKey, { problem, screen }: Words): string {
  if (key === 'kind') return Object.keys(kinds).join(', ');
  if (key === 'seeds' || key === 'vary') return screen.sandbox.written[key];
  const rule: KeyRule = recipeKeys[key];
  const text = describeRule(rule, problem);
  return 'orFile' in rule ? `${text}, ${screen.sandbox.orFile}` : text;
}

/** The command line that runs a recipe; where there is none yet, how much is to be put right. */
export function commandLines(
  command: string | null,
  { problems, width, words }: FormContext,
): readonly Line[] {
  if (command !== null) return wrap([{ text: command, tone: 'accent' }], width);
  return wrap([{ text: words.screen.sandbox.notYet(problems.length), tone: 'bad' }], width);
}
