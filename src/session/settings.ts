/** What a learner can set, each with its values; the first is what holds until another is chosen. */
export const settings = {
  /** How many colours the screen uses; auto finds out what the terminal has. */
  colors: ['auto', 'full', '256', '16', 'none'],
  /** What charts are drawn with. */
  glyphs: ['auto', 'braille', 'blocks', 'ascii'],
  /** Seconds that the live part of a run takes. */
  pace: ['6', '3', '12', '25'],
  /** Whether pictures move while a run trains, or are renewed every second. */
  motion: ['full', 'reduced'],
  /** Whether the screen is told in lines for a screen reader; auto does as INK_SCREEN_READER says. */
  speech: ['auto', 'on', 'off'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type SettingName = keyof typeof settings;

export type Settings = { readonly [Name in SettingName]: (typeof settings)[Name][number] };

/** What holds where nothing was chosen. */
export const usualSettings: Settings = {
  colors: 'auto',
  glyphs: 'auto',
  pace: '6',
  motion: 'full',
  speech: 'auto',
};

/** The settings with one of them changed; a name or a value that is not known changes nothing. */
export function withSetting(before: Settings, name: string, value: string): Settings {
  const isKnown = isSettingName(name) && (settings[name] as readonly string[]).includes(value);
  return isKnown ? { ...before, [name]: value } : before;
}

/** The value that follows, round and round. */
export function nextValue(name: SettingName, value: string, by: 1 | -1): string {
  const values: readonly string[] = settings[name];
  return values[(values.indexOf(value) + by + values.length) % values.length] ?? value;
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}
