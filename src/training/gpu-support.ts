import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package that gives Node a GPU: which one was tested, what is fetched and what it takes on the disk, in megabytes. */
export const webGpu = { version: '0.2.9', download: 22, disk: 84 } as const;

/** Puts the package into a folder by the learner's own npm; answers why that failed, or null. */
export async function addGpuSupport(folder: string, command = 'npm'): Promise<string | null> {
  const isNew = !existsSync(folder);
  try {
    mkdirSync(folder, { recursive: true });
    // npm would otherwise look for a project in the folders above.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  } catch (error) {
    return String(error);
  }
  const problem = await install(folder, command);
  if (problem !== null && isNew) rmSync(folder, { recursive: true, force: true });
  return problem;
}

/** Takes it away again; false where there was none. */
export function removeGpuSupport(folder: string): boolean {
  if (!existsSync(folder)) return false;
  rmSync(folder, { recursive: true, force: true });
  return true;
}

function install(folder: string, command: string): Promise<string | null> {
  const words = [
    'install',
    `webgpu@${webGpu.version}`,
    '--save-exact',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  return new Promise((resolve) => {
    const npm = spawn(command, words, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      // On Windows npm is a batch file.
      shell: process.platform === 'win32',
    });
    let told = '';
    npm.stderr.on('data', (text) => {
      told += text;
    });
    npm.on('error', ({ message }) => resolve(message));
    npm.on('close', (code) =>
      resolve(code === 0 ? null : told.trim().split('\n')[0]?.replace('npm error ', '') || `npm: ${code}`),
    );
  });
}
