import { z } from 'zod';
import { nearest } from '../training/recipe.ts';
import { type Position, type Problem, type ProblemCode, problemAt } from './problem.ts';
import type { Path, Sheet } from './sheet.ts';

/** A text of a lesson; numbers are taken as they were typed. */
export const text = z.union([z.string().min(1), z.number(), z.boolean()], {
  error: 'must be a text; put it in quotes where it holds ": " or begins with a sign',
});

/** A list of texts. */
export const texts = z
  .array(text, { error: 'must be a list of texts' })
  .min(1, 'must not be empty; leave it out instead');

/** Lower-case letters and digits, joined by hyphens. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const NO_ID = 'is no id; take lower-case letters and digits, joined by hyphens';

/** A text that is an id. */
export const id = z.string().regex(ID, NO_ID);

/** A record of ids. */
export function entries<Value extends z.ZodType>(value: Value) {
  return z.record(id, value, {
    error: (issue) => (issue.code === 'invalid_key' ? NO_ID : 'must be a record of ids'),
  });
}

/** Holds YAML against a shape: the value where it fits, and every fault where it stands. `around` is where a missing key is missed. */
export function checkShape<Value>(
  sheet: Sheet,
  shape: z.ZodType<Value>,
  around: Position = sheet.at([]),
): { readonly value: Value | null; readonly problems: readonly Problem[] } {
  if (sheet.problems.some(({ code }) => code === 'yaml')) return { value: null, problems: sheet.problems };
  const fitted = shape.safeParse(sheet.value ?? {});
  if (fitted.success) return { value: fitted.data, problems: sheet.problems };
  const problems = fitted.error.issues.flatMap((issue) => problemsOf(issue, sheet, shape, around));
  return { value: null, problems: [...sheet.problems, ...problems] };
}

/** What to say of a name that is not known: the nearest right one, or all of them. */
export function unknownName(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near ? `did you mean "${near}"?` : `known here: ${known.join(', ') || 'nothing'}`;
}

function problemsOf(issue: z.core.$ZodIssue, sheet: Sheet, shape: z.ZodType, around: Position): Problem[] {
  const path = issue.path as Path;
  const say = (at: Position, code: ProblemCode, message: string) => problemAt(sheet.file, at, code, message);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(shape, path);
    return issue.keys.map((key) =>
      say(
        sheet.atKey([...path, key]),
        'unknown-key',
        `"${key}" is not known here; ${unknownName(key, known)}`,
      ),
    );
  }
  if (path.length > 0 && valueAt(sheet.value, path) === undefined) {
    const at = path.length === 1 ? around : sheet.at(path.slice(0, -1));
    return [say(at, 'missing', `"${path.at(-1)}" is missing; add it`)];
  }
  return [say(sheet.at(path), 'shape', `${write(path)} ${issue.message}`)];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

/** The keys that a shape knows at a path. */
function keysAt(shape: unknown, path: Path): readonly string[] {
  if (shape instanceof z.ZodOptional) return keysAt(shape.unwrap(), path);
  const [first, ...rest] = path;
  if (shape instanceof z.ZodObject)
    return first === undefined ? Object.keys(shape.shape) : keysAt(shape.shape[first], rest);
  if (shape instanceof z.ZodArray && first !== undefined) return keysAt(shape.element, rest);
  if (shape instanceof z.ZodRecord && first !== undefined) return keysAt(shape.valueType, rest);
  return [];
}

function write(path: Path): string {
  const joined = path
    .map((key, i) => (typeof key === 'number' ? `[${key + 1}]` : `${i > 0 ? '.' : ''}${key}`))
    .join('');
  return joined === '' ? 'this' : `"${joined}"`;
}
