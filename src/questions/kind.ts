/** What every kind of question knows: which options it shows, how its key is written, and when an answer is right. */
export type QuestionKind<Key, Given, Grade extends { readonly correct: boolean }> = {
  /**
   * `explained`: every option says why it is right or wrong; `plain`: options are texts; `pairs`: each has a partner;
   * `lines`: explained lines of one whole; `cells`: the empty cells of a table; `none`: typed freely.
   */
  readonly options: 'explained' | 'plain' | 'pairs' | 'lines' | 'cells' | 'none';
  /** Reads the key as it stands in lab.yaml, where options, pairs, lines and cells count from 1; in a key they count from 0. */
  readonly readKey: (raw: unknown, optionCount: number) => KeyReading<Key>;
  readonly grade: (given: Given, key: Key) => Grade;
};

export type KeyReading<Key> = { readonly value: Key | null; readonly problems: readonly KeyProblem[] };

/** `path` leads from the key's entry to the fault. */
export type KeyProblem = { readonly path: readonly (string | number)[]; readonly message: string };

/** A key that can be used as it is. */
export function readable<Key>(value: Key): KeyReading<Key> {
  return { value, problems: [] };
}

/** A key with one fault. */
export function unreadable(message: string, path: KeyProblem['path'] = []): KeyReading<never> {
  return { value: null, problems: [{ path, message }] };
}

/** True for the number of an option as a writer counts them. */
export function isOptionNumber(raw: unknown, optionCount: number): raw is number {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= optionCount;
}

export function isFiniteNumber(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isFinite(raw);
}

export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
