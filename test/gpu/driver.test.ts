import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openDevice } from '../../src/engine/gpu/device.ts';
import { chooseBackend } from '../../src/training/backend.ts';
import { createRun } from '../../src/training/run.ts';
import { built } from './built.ts';
import { recipeOf } from './runs.ts';

const root = mkdtempSync(join(tmpdir(), 'dl-tutor-driver-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A data folder whose package `webgpu` is this text. */
function folderWith(name: string, webgpu: string): string {
  const place = join(root, name, 'gpu/node_modules/webgpu');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "type": "module", "main": "index.js" }');
  writeFileSync(join(place, 'index.js'), webgpu);
  return join(root, name);
}

const startOf = (name: string, webgpu: string) =>
  openDevice('webgpu', [join(folderWith(name, webgpu), 'gpu')], built, 2).failure;

test('why a driver does not start is told as it was told', () => {
  expect(startOf('broken', 'throw new Error("libvulkan.so.1 is missing")')).toBe('libvulkan.so.1 is missing');
  expect(startOf('alone', 'export const create = () => ({ requestAdapter: async () => null });')).toBe(
    'no graphics adapter answered',
  );
  expect(startOf('hung', 'for (;;);')).toBe('no answer in 2 s');
});

test('a driver that hangs keeps a run that did not ask for it waiting for some seconds, and no more', () => {
  const folder = folderWith('hung-in-auto', 'for (;;);');
  const large = recipeOf({ data: 'digits', net: [128, 128], act: 'relu', batch: 128, steps: 100_000 });
  const run = createRun(large, { backend: chooseBackend(large, { backend: 'auto', folder, files: built }) });
  const [first] = run.advanceLive(0);
  run.free();
  const reason = { code: 'no-adapter', detail: 'no answer in 5 s' };
  expect(first).toMatchObject({ type: 'placed', backend: 'cpu', reason });
});

test('a driver that hangs does not outlive a program that is killed', async () => {
  const note = join(root, 'pid');
  const folder = folderWith(
    'hung-for-good',
    `import { renameSync, writeFileSync } from 'node:fs';
    writeFileSync(${JSON.stringify(`${note}.part`)}, String(process.pid));
    renameSync(${JSON.stringify(`${note}.part`)}, ${JSON.stringify(note)});
    for (;;);`,
  );
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const words = ['run', '--data', 'xor', '--steps', '10', '--backend', 'gpu', '--data-dir', folder];
  const program = spawn(process.execPath, [cli, ...words], { stdio: 'ignore' });
  await expect.poll(() => existsSync(note), { timeout: 10_000 }).toBe(true);
  const pid = Number(readFileSync(note, 'utf8'));
  expect(isAlive(pid)).toBe(true);
  program.kill('SIGKILL');
  await once(program, 'exit');
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
