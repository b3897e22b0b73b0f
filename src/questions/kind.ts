/** What every kind of question knows: which options it shows, how its key is written, and when an answer is right. */
export type QuestionKind<Key, Given, Grade extends { readonly correct: boolean }> = {
  /** `explained`: every option says why it is right or wrong; `plain`: options are texts; `none`: typed freely. */
  readonly options: 'explained' | 'plain' | 'none';
  /** Reads the key as it stands in lab.yaml, where options count from 1; in a key they count from 0. */
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
