import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildKernels } from '../scripts/build-kernels.mjs';

/** The engine as it stands in the sources. */
export async function loadEngine() {
  buildKernels();
  const folder = mkdtempSync(join(tmpdir(), 'dl-tutor-bench-'));
  const outfile = join(folder, 'engine.mjs');
  const files = ['trainer', 'random', 'memory', 'kernels/kernels'];
  const contents = files.map((file) => `export * from './${file}.ts';`).join('\n');
  const resolveDir = fileURLToPath(new URL('../src/engine/', import.meta.url));
  try {
    await build({
      stdin: { contents, resolveDir, loader: 'ts' },
      ...{ bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'error' },
    });
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
