import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where all that is kept lies: the flag, then DL_TUTOR_HOME, then the user's data folder of this system. */
export function dataFolder(flag: string | undefined, env: NodeJS.ProcessEnv): string {
  const chosen = flag || env.DL_TUTOR_HOME;
  return chosen ? resolve(chosen) : envPaths('dl-tutor', { suffix: '' }).data;
}
