import type { Course } from '../content/lesson.ts';
import type { Language, Words } from '../i18n/languages.ts';
import type { Store } from '../store/store.ts';
import type { BackendName } from '../training/placement.ts';
import type { Arguments, FlagRule } from './arguments.ts';

/** What a command may use of the world. */
export type Context = {
  readonly arguments: Arguments;
  readonly language: Language;
  readonly words: Words;
  readonly dataFolder: string;
  /** Progress in that folder; opened when it is first asked for. */
  readonly store: () => Promise<Store>;
  /** Where --backend wants runs to be trained; null where it was not given. */
  readonly backend: BackendName | null;
  readonly version: string;
  readonly env: NodeJS.ProcessEnv;
  /** Writes a line on standard output; false once nobody reads it any more. Awaiting it lets a closed pipe be noticed. */
  readonly print: (line: string) => Promise<boolean>;
  /** Writes a line on standard error. */
  readonly complain: (line: string) => void;
  /** The bundled course, or the one that --course names; null after its problems were printed. */
  readonly course: () => Promise<Course | null>;
};

/** 0 fine, 1 what was asked is false or failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A command of the command line; its words stand in i18n under the same name. */
export type Command = {
  readonly flags: Readonly<Record<string, FlagRule>>;
  /** Positional arguments as the help shows them; `...` takes any number. */
  readonly usage: string;
  readonly most: number;
  readonly run: (context: Context) => Promise<ExitCode>;
};
