import type { Term } from './lesson.ts';

/** The term of this name; null where there is none. */
export function termNamed(name: string, terms: readonly Term[]): Term | null {
  return terms.find((term) => namesOf(term).includes(foldName(name))) ?? null;
}

/** All that a term is called, in the form in which names are compared: NFC, lower case, without spaces and hyphens. */
export function namesOf({ id, en, ko, also }: Term): readonly string[] {
  return [...new Set([id, en, ko, ...also].map(foldName))];
}

/** A name as it is compared with others. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s-]+/g, '');
}
