import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { Words } from '../i18n/languages.ts';

type Read = { readonly value: Record<string, unknown> | null; readonly problem: string | null };

/** Reads a recipe from a YAML or JSON file. */
export function readRecipeFile(file: string, say: Words['command']): Read {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(code === 'ENOENT' ? say.noSuchFile(file) : say.unreadable(file, message));
  }
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error) {
    const { line = 1, col = 1 } = error.linePos?.[0] ?? {};
    return failed(
      say.brokenYaml(
        `${file}:${line}:${col}`,
        error.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '',
      ),
    );
  }
  const value: unknown = document.toJS();
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failed(say.notARecipe(file));
  return { value: value as Record<string, unknown>, problem: null };
}

function failed(problem: string): Read {
  return { value: null, problem };
}
