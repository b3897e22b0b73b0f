import type { Size } from '../charts/drawing.ts';
import { truncateLine } from '../charts/spans.ts';
import { gridFor } from '../charts/surface.ts';
import type { Words } from '../i18n/languages.ts';
import type { BackendWish } from '../training/backend.ts';
import { startRun } from '../training/client.ts';
import type { RunEvent } from '../training/events.ts';
import type { Recipe } from '../training/recipe.ts';
import { lookSize, runLines } from './blocks/run.ts';
import { usualLook } from './blocks/run-look.ts';
import { applyRun, freshRun } from './run-state.ts';
import { paint, type TerminalChoice, themeOfTerminal } from './theme.ts';

type Finished = Extract<RunEvent, { type: 'finished' }>;

type WatchOptions = {
  readonly terminal: TerminalChoice;
  readonly words: Words;
  readonly wish: BackendWish;
};

/** Draws a run among the lines of the terminal while it trains flat out, and leaves the last picture there; null if it failed. */
export function watchRun(recipe: Recipe, { terminal, words, wish }: WatchOptions): Promise<Finished | null> {
  const { stdout } = process;
  const theme = themeOfTerminal(terminal, stdout);
  const size = sizeOf(stdout);
  const picture = createPicture(stdout);
  let run = freshRun(recipe, performance.now());
  return new Promise((resolve) => {
    const handle = startRun(recipe, {
      pace: 'max',
      wish,
      look: { member: 0, at: null, looks: [{ name: usualLook(recipe), ...gridFor(lookSize(size), theme) }] },
      onEvents: (events) => {
        run = applyRun(run, events, performance.now());
        const lines = runLines(run, 0, sizeOf(stdout), theme, words);
        picture.draw(lines.map((line) => paint(truncateLine(line, sizeOf(stdout).columns), theme)));
        if (run.finished === null && run.failure === null) return;
        handle.stop();
        resolve(run.finished);
      },
    });
  });
}

/** As wide as the terminal up to a comfortable width; a few of its rows stay for what was there before. */
function sizeOf({ columns = 80, rows = 24 }: NodeJS.WriteStream): Size {
  return { columns: Math.min(columns - 1, 110), rows: Math.max(8, Math.min(rows - 3, 20)) };
}

/** Lines that are written over again in their place. */
function createPicture(stdout: NodeJS.WriteStream) {
  let height = 0;
  return {
    draw(lines: readonly string[]) {
      const up = height > 0 ? `\u001b[${height}A` : '';
      const rows = lines.map((line) => `\r${line}\u001b[K\n`).join('');
      stdout.write(`\u001b[?2026h${up}${rows}\u001b[J\u001b[?2026l`);
      height = lines.length;
    },
  };
}
