// Prepares a graphics adapter in software (Mesa's lavapipe), so that the GPU tests run where there is no GPU. Needs x64 Linux with
// apt and, where the C library is older than 2.38, g++. Says what is missing and exits with 0 where it cannot be had: the tests
// then report that they were skipped.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { weakenVersions } from './weaken.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
/** The tests find what was prepared here: a data folder with the package `webgpu`, and what is to be loaded before it. */
const folder = join(root, 'node_modules/.cache/software-adapter');
const DRIVERS = '/usr/share/vulkan/icd.d';
const BINDING = 'linux-x64.dawn.node';

try {
  prepare();
} catch (error) {
  rmSync(folder, { recursive: true, force: true });
  console.log(`no software adapter: ${error.message}`);
}

function prepare() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only x64 Linux is prepared');
  rmSync(folder, { recursive: true, force: true });
  if (!hasDriver()) install(['mesa-vulkan-drivers', 'libvulkan1']);
  if (!hasDriver()) throw new Error('mesa-vulkan-drivers has no lavapipe');
  const target = join(folder, 'gpu/node_modules/webgpu');
  const source = join(root, 'node_modules/webgpu');
  mkdirSync(join(target, 'dist'), { recursive: true });
  for (const file of ['package.json', 'index.js']) cpSync(join(source, file), join(target, file));
  const binding = join(target, 'dist', BINDING);
  cpSync(join(source, 'dist', BINDING), binding);
  const preload = isLibraryOld() ? suitOldLibrary(binding) : '';
  writeFileSync(join(folder, 'adapter.json'), JSON.stringify({ folder, preload }));
  console.log(`software adapter in ${folder}`);
}

function hasDriver() {
  return existsSync(DRIVERS) && readdirSync(DRIVERS).some((name) => name.startsWith('lvp'));
}

function install(packages) {
  const apt = (...words) => execFileSync('apt-get', words, { stdio: 'ignore' });
  apt('update', '-qq');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

function isLibraryOld() {
  const { glibcVersionRuntime = '0' } = process.report.getReport().header;
  const [major, minor = 0] = glibcVersionRuntime.split('.').map(Number);
  return major < 2 || (major === 2 && minor < 38);
}

/** Makes the binding load on an older C library; answers the library that has to be loaded before it. */
function suitOldLibrary(binding) {
  writeFileSync(binding, weakenVersions(readFileSync(binding), ['GLIBCXX_3.4.32', 'GLIBC_2.38']));
  const library = join(folder, 'old-library.so');
  execFileSync('g++', ['-shared', '-fPIC', '-O1', '-o', library, join(here, 'old-library.cpp')]);
  return library;
}
