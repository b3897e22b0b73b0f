/** Every command of the screens and the keys that give it; the first ones are shown in the footer and the help. */
export const keys = {
  forward: ['space', 'right', 'enter', 'pagedown', 'l'],
  /** Where the rest of a long step is not to be read. */
  onward: ['right', 'l'],
  back: ['left', 'backspace', 'pageup'],
  up: ['up', 'k'],
  down: ['down', 'j'],
  choose: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  open: ['enter', 'space', 'right'],
  submit: ['enter'],
  predict: ['enter'],
  name: ['enter'],
  tryIt: ['enter'],
  runSolution: ['enter'],
  less: ['left', '-'],
  more: ['right', '+', '='],
  retune: ['e'],
  nextNumber: ['space', 'enter', 'pagedown'],
  lastNumber: ['left', 'backspace', 'pageup'],
  nextBlank: ['right', 'l'],
  toEnd: ['right', 'l'],
  nextCell: ['tab'],
  toggle: ['space'],
  hold: ['space'],
  drop: ['space'],
  tick: ['space'],
  hint: ['h'],
  answer: ['a'],
  retry: ['r'],
  rewrite: ['e'],
  compare: ['enter'],
  newline: ['alt+enter'],
  stopTyping: ['escape'],
  startTyping: ['e', 'i'],
  skip: ['s'],
  check: ['v'],
  evidence: ['v'],
  run: ['enter', 'r'],
  pause: ['space', 'p'],
  resume: ['space', 'p'],
  step: ['s'],
  stop: ['x'],
  again: ['r'],
  seed: ['n'],
  faster: ['+', '='],
  slower: ['-'],
  flatOut: ['f'],
  view: ['tab'],
  scrollDown: ['pagedown', 'd'],
  scrollUp: ['pageup', 'u'],
  openHit: ['enter'],
  closeLookup: ['escape'],
  fiveMinutes: ['m'],
  settings: [','],
  nextValue: ['right', 'enter', 'space', 'l'],
  valueBefore: ['left'],
  saveNotes: ['w'],
  lookUp: ['/'],
  terms: ['g'],
  contents: ['c'],
  bothLanguages: ['b'],
  language: ['t'],
  help: ['?'],
  close: ['escape', 'q', 'enter', 'space'],
  leave: ['q', 'escape'],
  quit: ['q'],
} as const satisfies Record<string, readonly string[]>;

export type CommandName = keyof typeof keys;

/** The command that a key gives where these are active; of two with the same key, the first. */
export function commandOf(key: string, active: readonly CommandName[]): CommandName | null {
  return active.find((command) => (keys[command] as readonly string[]).includes(key)) ?? null;
}

/** The keys of a command that work where these are active, as they are shown: other commands may have taken some. */
export function shownKeys(
  command: CommandName,
  active: readonly CommandName[],
  most: number,
): readonly string[] {
  return keys[command].filter((key) => commandOf(key, active) === command).slice(0, most);
}
