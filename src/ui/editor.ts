import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What came of a text that was given to the learner's editor. */
export type Edited =
  | { readonly type: 'edited'; readonly text: string }
  /** Neither VISUAL nor EDITOR is set. */
  | { readonly type: 'no-editor' }
  /** It could not be started, or ended with an error. */
  | { readonly type: 'failed'; readonly editor: string }
  | { readonly type: 'emptied' };

/**
 * Has a text edited in the editor that VISUAL or EDITOR names, arguments and all, and waits for it.
 * The keyboard is the editor's alone in the meantime: this thread reads nothing.
 */
export function editText(text: string, env: NodeJS.ProcessEnv): Edited {
  const editor = (env.VISUAL || env.EDITOR || '').trim();
  if (editor === '') return { type: 'no-editor' };
  const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-'));
  try {
    const file = join(folder, 'answer.md');
    writeFileSync(file, text === '' ? '' : `${text}\n`);
    if (!hasRun(editor, file)) return { type: 'failed', editor };
    const edited = textOf(readFileSync(file, 'utf8'));
    return edited === '' && text.trim() !== '' ? { type: 'emptied' } : { type: 'edited', text: edited };
  } catch {
    return { type: 'failed', editor };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasRun(editor: string, file: string): boolean {
  const { status } =
    process.platform === 'win32'
      ? spawnSync(`${editor} "${file}"`, { shell: true, stdio: 'inherit' })
      : spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
  return status === 0;
}

/** What stands in a file, as it is written on the screen: editors end it with a line end, some begin it with a mark. */
function textOf(file: string): string {
  return file
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '  ')
    .trimEnd();
}
