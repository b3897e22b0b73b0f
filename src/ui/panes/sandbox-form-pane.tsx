import { useContext, useState } from 'react';
import type { Line } from '../../charts/drawing.ts';
import { currentRecipe, type Sandbox, type SandboxEvent } from '../../session/sandbox.ts';
import { type Recipe, recipeCommand } from '../../training/recipe.ts';
import { readWritten, type WrittenRecipe } from '../../training/written-recipe.ts';
import { commandLines, type FormContext, formSections, keyLines } from '../blocks/sandbox-form.ts';
import type { Press } from '../key-press.ts';
import type { CommandName } from '../keys.ts';
import { sideBySide } from '../lab/lab-layout.ts';
import { type Area, areaOf, footerLine, moreNotice, Screen, useDisplay } from '../screen.tsx';
import { sheetOf } from '../sections.ts';
import { type CommandActions, ShellContext, usePaneKeys } from '../shell.ts';
import { editField, fieldOf, type TextField } from '../text-field.ts';
import { useScroll } from '../use-scroll.ts';

type SandboxFormPaneProps = {
  readonly sandbox: Sandbox;
  readonly send: (event: SandboxEvent) => void;
  readonly onRecipes: () => void;
  readonly onRun: (recipe: Recipe) => void;
  readonly keepRun: (recipe: WrittenRecipe) => void;
  readonly save: (name: string, recipe: WrittenRecipe) => void;
  readonly onClose: () => void;
};

/** The keys of a recipe, each with its value and what is wrong with it, and the command that runs it. */
export function SandboxFormPane(props: SandboxFormPaneProps) {
  const { sandbox, send } = props;
  const display = useDisplay();
  const { words, theme } = display;
  const area = areaOf(display);
  const [notice, setNotice] = useState<string | null>(null);
  const { typing } = sandbox;
  const { field, onPress } = useTyping(typing?.text ?? null, (text) => send({ type: 'text-edited', text }));
  const { value, problems } = readWritten(currentRecipe(sandbox), words.problem);
  const { body, cursor, below } = useForm(
    { sandbox, problems, field, theme, words, width: area.columns },
    area,
    value,
  );
  const actions = useFormActions(props, value, setNotice);
  const active = usePaneKeys(
    'sandbox',
    typing === null ? FORM_KEYS : typing.of === 'name' ? NAMING : TYPING,
    { ...actions },
    (press) => {
      if (notice !== null) setNotice(null);
      if (typing) return onPress(press);
      if (!startsTyping(press)) return false;
      send({ type: 'typing-begun', text: press.text });
      return true;
    },
  );
  return (
    <Screen
      header={[{ text: words.screen.sandbox.title, bold: true }]}
      body={body}
      footer={footerLine(active, display, area.columns)}
      notice={notice === null ? moreNotice(below, display) : [{ text: notice, tone: 'warn' }]}
      cursor={cursor}
    />
  );
}

const FORM_KEYS: readonly CommandName[] = [
  ...(['run', 'valueBefore', 'nextValue', 'typeValue', 'recipes', 'undo', 'clear', 'saveRecipe'] as const),
  ...(['copy', 'openLab', 'nextGroup', 'groupBefore', 'up', 'down', 'closeLab'] as const),
];
const TYPING: readonly CommandName[] = ['accept', 'stopTyping', 'up', 'down'];
const NAMING: readonly CommandName[] = ['accept', 'stopTyping'];

/** From this width on the key under the cursor is told of beside the form; below, in two lines under it. */
const WIDE = 66;
const FORM = 38;
const GAP = 2;
const MOST_BELOW = 2;

/** The form with what is told of the key under the cursor and of the command. */
function useForm(context: FormContext, { columns, rows }: Area, recipe: Recipe | null) {
  const { sandbox, words } = context;
  const isWide = columns >= WIDE;
  const width = isWide ? Math.max(FORM, Math.floor(columns * 0.45)) : columns;
  const rest = isWide ? columns - width - GAP : columns;
  const about = keyLines(sandbox.cursor, rest, words);
  const command = commandLines(recipe && recipeCommand(recipe), { ...context, width: rest });
  const under: readonly Line[] = [[], ...about.slice(0, MOST_BELOW), ...command.slice(0, MOST_BELOW)];
  const height = isWide ? rows : Math.max(4, rows - under.length);
  const sheet = sheetOf(formSections({ ...context, width }));
  const { offset, below } = useScroll(sheet, `sandbox ${columns} ${rows}`, height);
  const form = Array.from({ length: height }, (_, i): Line => sheet.lines[offset + i] ?? []);
  const body = isWide
    ? sideBySide([
        { lines: form, columns: width },
        { lines: [...about, [], ...command], columns: rest },
      ])
    : [...form, ...under];
  return { body, below, cursor: sheet.cursor && { ...sheet.cursor, row: sheet.cursor.row - offset } };
}

/** What the keys do to the recipe. */
function useFormActions(
  { sandbox, send, onRecipes, onRun, keepRun, save, onClose }: SandboxFormPaneProps,
  recipe: Recipe | null,
  setNotice: (notice: string) => void,
): CommandActions {
  const shell = useContext(ShellContext);
  const say = useDisplay().words.screen.sandbox;
  const written = currentRecipe(sandbox);
  const withRecipe = (act: (recipe: Recipe) => void) => () =>
    recipe ? act(recipe) : setNotice(say.cannotRun);
  const accept = () => {
    const { typing } = sandbox;
    send({ type: 'typing-ended' });
    const name = typing?.of === 'name' ? typing.text.trim() : '';
    if (name === '') return;
    save(name, written);
    setNotice(say.saved(name));
  };
  const move = (by: number) => {
    if (sandbox.typing) send({ type: 'typing-ended' });
    send({ type: 'cursor-moved', by });
  };
  return {
    up: () => move(-1),
    down: () => move(1),
    nextGroup: () => send({ type: 'group-moved', by: 1 }),
    groupBefore: () => send({ type: 'group-moved', by: -1 }),
    nextValue: () => send({ type: 'value-turned', by: 1 }),
    valueBefore: () => send({ type: 'value-turned', by: -1 }),
    typeValue: () => send({ type: 'typing-begun' }),
    clear: () => send({ type: 'value-cleared' }),
    undo: () => send({ type: 'undone' }),
    accept,
    stopTyping: () => send({ type: 'typing-ended' }),
    saveRecipe: () => send({ type: 'naming-begun' }),
    recipes: onRecipes,
    run: withRecipe((valid) => {
      keepRun(written);
      onRun(valid);
    }),
    openLab: withRecipe((valid) => {
      keepRun(written);
      shell.openLab({ recipe: valid, expected: null });
    }),
    copy: withRecipe((valid) => {
      shell.copy(recipeCommand(valid));
      setNotice(say.copied);
    }),
    closeLab: onClose,
  };
}

/** A number, or what was pasted, is the beginning of a value. */
function startsTyping({ key, text }: Press): boolean {
  return (key === 'paste' && text !== '') || /^[\d.０-９]$/.test(text);
}

/** The field of the text that is typed, with its cursor; the text itself is kept in the sandbox. */
function useTyping(text: string | null, onText: (text: string) => void) {
  const [edited, setEdited] = useState<TextField>(fieldOf(''));
  const field = text === null || edited.text === text ? edited : fieldOf(text);
  const onPress = (press: Press) => {
    if (press.key === 'alt+enter') return true;
    const next = editField(field, { ...press, text: press.text.replace(/\s*\n\s*/g, ' ') });
    if (!next) return false;
    setEdited(next);
    if (next.text !== text) onText(next.text);
    return true;
  };
  return { field: text === null ? null : field, onPress };
}
