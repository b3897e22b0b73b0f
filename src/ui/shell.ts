import { createContext, useContext } from 'react';
import type { Words } from '../i18n/languages.ts';
import type { Recipe } from '../training/recipe.ts';
import type { Expected } from './blocks/run-chart.ts';
import type { Edited } from './editor.ts';
import type { Press } from './key-press.ts';
import type { CommandName } from './keys.ts';
import { useKeys } from './use-keys.ts';

/** What can be explained by `?`. */
export type HelpTopic = keyof Words['screen']['help']['about'];

/** Where words are looked up: in everything, or among the terms of the glossary alone. */
export type LookupScope = 'all' | 'terms';

/** A run for the lab, and where the learner expects its loss to end. */
export type LabOrder = { readonly recipe: Recipe; readonly expected: Expected | null };

/** What every screen can ask of the app. */
export type Shell = {
  /** Has a text edited in the learner's own editor. */
  readonly editText: (text: string) => Edited;
  readonly switchLanguage: () => void;
  readonly openHelp: (topic: HelpTopic, active: readonly CommandName[]) => void;
  readonly openLookup: (scope: LookupScope) => void;
  readonly openSettings: () => void;
  /** Opens a run over the whole screen. */
  readonly openLab: (lab: LabOrder) => void;
  /** Opens the sandbox with a recipe, or with the one that was run there last. */
  readonly openSandbox: (recipe?: Recipe) => void;
  /** Hands a text to the clipboard of the terminal. */
  readonly copy: (text: string) => void;
  /** Whether GPU support is still to be offered, which it is once. */
  readonly offersGpu: () => boolean;
  /** Of the lesson that is being read. */
  readonly openContents?: () => void;
  /** Puts the other language beside this one, where there is room. */
  readonly switchBoth?: () => void;
  /** Leaves the screen; from the map, the program. */
  readonly leave: () => void;
  readonly quit: () => void;
};

const nothing = () => {};
/** What the screen around a pane can do for it. */
export const ShellContext = createContext<Shell>({
  editText: () => ({ type: 'no-editor' }),
  switchLanguage: nothing,
  openHelp: nothing,
  openLookup: nothing,
  openSettings: nothing,
  openLab: nothing,
  openSandbox: nothing,
  copy: nothing,
  offersGpu: () => false,
  leave: nothing,
  quit: nothing,
});

/** Gives the screens the app. */
export const ShellProvider = ShellContext.Provider;

/** What a pane does with its commands. */
export type CommandActions = Partial<Record<CommandName, (key: string) => void>>;

/** Uses keys for a pane, with those that work everywhere; gives all commands that work now, for the footer. */
export function usePaneKeys(
  topic: HelpTopic,
  active: readonly CommandName[],
  actions: CommandActions,
  onPress?: (press: Press) => boolean,
): readonly CommandName[] {
  const shell = useContext(ShellContext);
  const isTyping = onPress !== undefined && active.includes('stopTyping');
  const exit: CommandName = topic === 'map' || topic === 'language' ? 'quit' : 'leave';
  const reading: readonly CommandName[] = topic === 'language' ? [] : readingCommands(topic, shell);
  const all: readonly CommandName[] = isTyping ? active : [...active, 'language', ...reading, 'help', exit];
  useKeys({
    active: all,
    onCommand: (command, key) => {
      if (command === 'language') shell.switchLanguage();
      else if (command === 'help') shell.openHelp(topic, all);
      else if (command === 'lookUp') shell.openLookup('all');
      else if (command === 'terms') shell.openLookup('terms');
      else if (command === 'settings') shell.openSettings();
      else if (command === 'contents') shell.openContents?.();
      else if (command === 'bothLanguages') shell.switchBoth?.();
      else if (command === 'leave') shell.leave();
      else if (command === 'quit') shell.quit();
      else actions[command]?.(key);
    },
    isWriting: isTyping,
    ...(onPress ? { onPress } : {}),
  });
  return all;
}

/** What helps with reading where one stands. */
function readingCommands(topic: HelpTopic, { openContents, switchBoth }: Shell): readonly CommandName[] {
  return [
    ...(openContents ? (['contents'] as const) : []),
    ...(switchBoth ? (['bothLanguages'] as const) : []),
    'lookUp',
    'terms',
    ...(topic === 'map' ? (['settings'] as const) : []),
  ];
}
