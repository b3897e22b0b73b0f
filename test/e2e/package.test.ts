import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const npm = (...words: readonly string[]) =>
  execFileSync('npm', [...words, '--silent'], { cwd: root, encoding: 'utf8' }).trim();

test('the package is one bundle: it installs without network or compiler, and trains by gpu.js', {
  timeout: 120_000,
}, () => {
  const tarball = join(folder, npm('pack', '--pack-destination', folder));
  expect(statSync(tarball).size).toBeLessThan(2_000_000);
  npm('install', '--offline', '--no-audit', '--no-fund', '--prefix', folder, tarball);
  const modules = join(folder, 'node_modules');
  expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['dl-tutor']);
  const words = [
    'run',
    '--data',
    'xor',
    '--net',
    '4',
    '--steps',
    '10',
    '--backend',
    'gpujs-webasm',
    '--json',
  ];
  const program = join(modules, 'dl-tutor/dist/cli.js');
  const told = execFileSync(process.execPath, [program, ...words, '--data-dir', folder], {
    encoding: 'utf8',
  });
  expect(told).toContain('"executor":"fused-sync"');
});

test('neither gl nor webgpu is fetched with it, and a checkout compiles no gl', () => {
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  expect(dependencies).toBeUndefined();
  expect(peerDependencies).toEqual({ webgpu: expect.any(String) });
  expect(peerDependenciesMeta).toEqual({ webgpu: { optional: true } });
  expect(existsSync(join(root, 'node_modules/gl/binding.gyp'))).toBe(false);
});
