// Compiles the WebAssembly kernels into src/engine/kernels/bytes.ts, unless the file there was made from the same sources.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = join(root, 'src/engine/kernels/assembly');
const target = join(root, 'src/engine/kernels/bytes.ts');
const compiler = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js');

// No relaxed SIMD: its results may differ from one processor to the next. Warning 112 is about embeddings that do not
// know vectors, and no vector leaves the kernels.
const flags = [
  '-O3',
  '--enable',
  'simd',
  '--runtime',
  'stub',
  '--noAssert',
  '--importMemory',
  '--enable',
  'threads',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
  '--disableWarning',
  '112',
];

/** Writes bytes.ts; answers whether it had to. */
export function buildKernels() {
  const mark = `// Made by scripts/build-kernels.mjs from kernels/assembly, ${hashOfSources()}. Not to be edited.`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(`${mark}\n`)) return false;
  const bytes = compile();
  const lines = [
    mark,
    `const base64 =\n  '${bytes.toString('base64')}';`,
    '',
    '/** The compiled kernels. */',
    "export const kernelBytes = new Uint8Array(Buffer.from(base64, 'base64'));",
    '',
    '/** Which of these bytes says what memory they take: 3 one that threads share, 1 one that they do not. */',
    `export const memoryKindAt = ${memoryKindAt(bytes)};`,
  ];
  writeFileSync(target, `${lines.join('\n')}\n`);
  return true;
}

/** Behind the names of the import stand its kind, 2 for a memory, and the kind of that memory. */
function memoryKindAt(bytes) {
  const at = bytes.indexOf(Buffer.from('\x03env\x06memory\x02\x03', 'latin1')) + 12;
  if (bytes[at] !== 3) throw new Error('the kernels import no shared memory');
  return at;
}

function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-kernels-'));
  try {
    const output = join(folder, 'kernels.wasm');
    const command = [compiler, join(sources, 'index.ts'), ...flags, '-o', output];
    execFileSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hashOfSources() {
  const hash = createHash('sha256').update(flags.join(' '));
  const compilerVersion = readFileSync(join(dirname(compiler), '../package.json'), 'utf8');
  hash.update(JSON.parse(compilerVersion).version);
  const files = readdirSync(sources).filter((name) => name.endsWith('.ts'));
  for (const name of files.sort()) {
    // Line ends are the checkout's business, not the kernels'.
    hash.update(name).update(readFileSync(join(sources, name), 'utf8').replaceAll('\r\n', '\n'));
  }
  return hash.digest('hex').slice(0, 16);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(buildKernels() ? 'kernels compiled' : 'kernels are up to date');
}
