import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where notes were written, or what the system said where they could not be. */
export type SavedNotes = { readonly file: string } | { readonly problem: string };

/** Writes the notes of a lesson as a Markdown file below a folder, over those of last time. */
export function saveNotes(folder: string, lesson: string, text: string): SavedNotes {
  const file = join(folder, 'notes', `${lesson}.md`);
  try {
    mkdirSync(join(folder, 'notes'), { recursive: true });
    writeFileSync(file, text);
    return { file };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
