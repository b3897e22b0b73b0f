import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Operations of one time through the loop of the kernel. */
const OPERATIONS = 104;

/** No engine, but what one could reach: as many multiplications and additions, in registers alone. */
export async function createEngine() {
  const { multiplyThenAdd } = compiled();
  return {
    about: 'ceiling: multiply, then add',
    prepare({ product }) {
      if (!product) throw new Error('it only multiplies and adds');
      const times = Math.round((2 * product ** 3) / OPERATIONS);
      return { run: (products) => multiplyThenAdd(times * products) };
    },
  };
}

function compiled() {
  const compiler = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js');
  const source = fileURLToPath(new URL('ceiling-kernel.ts', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-bench-'));
  const output = join(folder, 'ceiling.wasm');
  const flags = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert', '-o', output];
  try {
    execFileSync(process.execPath, [compiler, source, ...flags], { stdio: ['ignore', 'ignore', 'inherit'] });
    return new WebAssembly.Instance(new WebAssembly.Module(readFileSync(output))).exports;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
