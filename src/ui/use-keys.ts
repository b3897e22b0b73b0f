import { useInput } from 'ink';
import { createContext, useContext, useInsertionEffect, useLayoutEffect, useRef, useState } from 'react';
import { latinKeys, type Press, pressesOf } from './key-press.ts';
import { type CommandName, commandOf } from './keys.ts';
import { answerIn } from './line-pace.ts';

/** What a screen does with keys: the commands that work now, and text where some is being written. */
export type KeyUse = {
  readonly active: readonly CommandName[];
  readonly onCommand: (command: CommandName, key: string) => void;
  /** Takes text, or editing keys, before they are commands; false leaves them to be commands. */
  readonly onPress?: (press: Press) => boolean;
  /** True where all letters are text. */
  readonly isWriting?: boolean;
};

type Registry = { readonly uses: { current: KeyUse }[] };

const KeyContext = createContext<Registry>({ uses: [] });

/** Where the keys of the screens below are collected. */
export const KeyProvider = KeyContext.Provider;

/** A place for the uses of the screens; the one that came last is asked first. */
export function createRegistry(): Registry {
  return { uses: [] };
}

/** Lets a screen use keys while it is shown. */
export function useKeys(use: KeyUse): void {
  const { uses } = useContext(KeyContext);
  const latest = useRef(use);
  useInsertionEffect(() => {
    latest.current = use;
  });
  useLayoutEffect(() => {
    uses.push(latest);
    return () => {
      uses.splice(uses.indexOf(latest), 1);
    };
  }, [uses]);
}

/** Reads the keyboard. Keys are handed on one by one, each after the screen has taken in the one before it; some mean the same `always`, and answers of the terminal come the same way. */
export function useKeyboard(
  { uses }: Registry,
  always: Readonly<Record<string, () => void>>,
  onAnswer: () => void,
): void {
  const waiting = useRef<Press[]>([]);
  const pasted = useRef<string | null>(null);
  const [taken, setTaken] = useState(0);
  const isTaking = useRef(false);
  const drain = () => {
    const press = isTaking.current ? undefined : waiting.current.shift();
    if (!press) return;
    isTaking.current = true;
    setTaken((count) => count + 1);
    const use = uses.at(-1)?.current;
    const act = always[press.key];
    if (act) act();
    else handle(use?.isWriting ? withTextAfter(press, waiting.current) : press, use);
  };
  // The commit that this effect belongs to holds all that the key before has changed: the next one finds the new screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: drained once a commit, not whenever drain is made anew
  useLayoutEffect(() => {
    isTaking.current = false;
    drain();
  }, [taken]);
  useInput((input, key) => {
    const answer = answerIn(input);
    if (answer !== 'none') {
      onAnswer();
      if (answer === 'escape and answer') waiting.current.push({ key: 'escape', text: '' });
    } else if (input === '[200~') pasted.current = '';
    else if (input === '[201~') {
      waiting.current.push({ key: 'paste', text: pasted.current ?? '' });
      pasted.current = null;
    } else if (pasted.current !== null) pasted.current += key.return ? '\n' : input.replace(/\r\n?/g, '\n');
    else waiting.current.push(...pressesOf(input, key));
    drain();
  });
}

/** Text that is typed faster than it is drawn is taken in at once. */
function withTextAfter(first: Press, waiting: Press[]): Press {
  if (!isText(first)) return first;
  const end = waiting.findIndex((press) => !isText(press));
  const rest = waiting.splice(0, end < 0 ? waiting.length : end);
  return rest.length > 0 ? { key: 'paste', text: [first, ...rest].map(({ text }) => text).join('') } : first;
}

function isText({ key, text }: Press): boolean {
  return text !== '' && key !== 'enter' && key !== 'tab';
}

function handle(press: Press, use: KeyUse | undefined): void {
  if (!use || use.onPress?.(press)) return;
  for (const key of latinKeys(press)) {
    const command = commandOf(key, use.active);
    if (command) use.onCommand(command, key);
  }
}
