/** Lines and columns count from 1. */
export type Position = { readonly line: number; readonly column: number };

/** What a fault is about, for programs; the message is for people. */
export type ProblemCode =
  | 'file'
  | 'yaml'
  | 'shape'
  | 'missing'
  | 'unknown-key'
  | 'id'
  | 'markdown'
  | 'control'
  | 'width'
  | 'recipe'
  | 'expression'
  | 'reference'
  | 'answer'
  | 'languages'
  | 'order'
  | 'unused';

/** A fault in a file of a course; the message says what is wrong and what to do. */
export type Problem = Position & {
  readonly file: string;
  readonly code: ProblemCode;
  readonly message: string;
};

/** What was understood, and everything that is wrong with it. */
export type Parsed<Value> = { readonly value: Value | null; readonly problems: readonly Problem[] };

/** A piece of a file that is read by itself, with the way back to where its characters stand. */
export type Excerpt = {
  readonly file: string;
  readonly value: string;
  readonly locate: (line: number, column: number) => Position;
};

/** A file as a whole, its line ends made equal. */
export function wholeFile(file: string, text: string): Excerpt {
  const value = text.replace(/\r\n?/g, '\n');
  return { file, value, locate: (line, column) => ({ line, column }) };
}

/** A fault at a place of a file. */
export function problemAt(file: string, at: Position, code: ProblemCode, message: string): Problem {
  return { file, line: at.line, column: at.column, code, message };
}

/** Without the characters that steer a terminal: a course from anywhere is shown, never obeyed. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '\uFFFD');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Each problem once, in the order in which a writer meets them: folder by folder, file by file, top to bottom. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
  const folders = [...new Set(once.map(folderOf))];
  return once.sort(
    (a, b) =>
      folders.indexOf(folderOf(a)) - folders.indexOf(folderOf(b)) ||
      Number(a.file > b.file) - Number(a.file < b.file) ||
      a.line - b.line ||
      a.column - b.column,
  );
}

function folderOf({ file }: Problem): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
