/** A recipe after its defaults were filled in: flat, every key as in YAML, JSON and on the command line. */
export type Recipe = {
  readonly kind: string;
  readonly seeds: readonly number[];
  readonly vary: Readonly<Record<string, readonly unknown[]>>;
  readonly [key: string]: unknown;
};
