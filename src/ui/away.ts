import { type Edited, editText } from './editor.ts';
import type { Terminal } from './terminal.ts';

/** Ways to leave the terminal to others for a while: to the shell, or to the learner's editor. */
export type Away = {
  /** Stops the job, as Ctrl-Z does; it comes back when the shell wakes it. */
  stop(): void;
  edit(text: string): Edited;
  /** Whether an interrupt from the keyboard was meant for the editor. */
  wasEditing(): boolean;
  close(): void;
};

/** Interrupts reach us as well as the editor, and are told of after it has ended. */
const AFTER_EDITOR_MS = 200;

/** Gives the terminal away whole, and takes it back whole. */
export function awayFrom(
  terminal: Pick<Terminal, 'enter' | 'leave'>,
  { stdin, env }: { readonly stdin: NodeJS.ReadStream; readonly env: NodeJS.ProcessEnv },
): Away {
  let waking: NodeJS.Timeout | undefined;
  let editedAt = Number.NEGATIVE_INFINITY;
  const leave = () => {
    // While we are away a stop stops us as it would any other program.
    process.off('SIGTSTP', stop);
    stdin.setRawMode(false);
    terminal.leave();
  };
  const comeBack = () => {
    process.off('SIGTSTP', stop).on('SIGTSTP', stop);
    stdin.setRawMode(true);
    terminal.enter();
  };
  const stop = () => {
    if (process.platform === 'win32') return;
    leave();
    // The whole job stops: a shell that started us through npx waits for npx.
    process.kill(0, 'SIGTSTP');
    // Where nobody could wake us the system does not let us stop; and after a stop it is time to go on.
    waking = setTimeout(comeBack, 100);
  };
  process.on('SIGTSTP', stop).on('SIGCONT', comeBack);
  return {
    stop,
    edit: (text) => {
      leave();
      const edited = editText(text, env);
      editedAt = performance.now();
      comeBack();
      return edited;
    },
    wasEditing: () => performance.now() - editedAt < AFTER_EDITOR_MS,
    close: () => {
      clearTimeout(waking);
      process.off('SIGTSTP', stop).off('SIGCONT', comeBack);
    },
  };
}
