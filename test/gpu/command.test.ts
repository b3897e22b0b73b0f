import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function call(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...words, '--data-dir', folder, '--lang', 'en'],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const small = ['run', '--data', 'xor', '--net', '4', '--steps', '10'];

test('run --json says where it was trained, by what and why', () => {
  const { status, stdout } = call(...small, '--backend', 'gpujs-webasm', '--json');
  expect(status).toBe(0);
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map(({ type }) => type)).toContain('placed');
  expect(events.at(-1)).toMatchObject({
    ...{ type: 'finished', backend: 'gpujs-webasm', executor: 'fused-sync', adapter: null, reason: null },
  });
});

test('run says in a line that bits may differ', () => {
  const { stdout } = call(...small, '--backend', 'gpujs-cpu');
  expect(stdout).toMatch(/trained on gpu\.js on plain JavaScript \(generic\); its bits may differ/);
});

test('run names the key that keeps a recipe from the GPU', () => {
  const { status, stdout } = call(...small, '--act', 'prelu', '--backend', 'gpu');
  expect(status).toBe(0);
  expect(stdout).toMatch(/trained on CPU \(wasm\); a GPU does not take act prelu/);
});

test('an unknown backend is refused with those there are', () => {
  const { status, stderr } = call(...small, '--backend', 'tpu');
  expect(status).toBe(2);
  expect(stderr).toBe('There is no backend tpu; --backend takes auto, cpu, gpu, gpujs-webasm, gpujs-cpu.\n');
});

test('what is dumped is trained on the CPU: another backend beside it is refused', () => {
  const { status, stderr } = call(...small, '--dump', join(folder, 'dump.json'), '--backend', 'gpu');
  expect(status).toBe(2);
  expect(stderr).toBe('--dump writes down a run on the CPU; leave out --backend gpu.\n');
});

test('gpu wants to be told what to do', () => {
  expect(call('gpu', 'install')).toMatchObject({
    status: 2,
    stderr: 'gpu takes "add" or "remove": dl-tutor gpu add.\n',
  });
  expect(call('gpu', 'remove')).toMatchObject({ status: 0 });
});
