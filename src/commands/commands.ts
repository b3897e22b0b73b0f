import { author } from './author.ts';
import { bench } from './bench.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { glossary } from './glossary.ts';
import { gpu } from './gpu.ts';
import { lessons } from './lessons.ts';
import { play } from './play.ts';
import { progress } from './progress.ts';
import { run } from './run.ts';
import { verify } from './verify.ts';

/** Every command without a screen, by its word on the command line. */
export const commands = {
  run,
  play,
  verify,
  lessons,
  progress,
  glossary,
  author,
  bench,
  gpu,
  doctor,
} satisfies Record<string, Command>;
