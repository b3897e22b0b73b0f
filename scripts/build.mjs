// Builds the program into dist: kernels to bytes, TypeScript to one bundle with lazy chunks, the bundled course to JSON.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildKernels } from './build-kernels.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { version } = (await import(pathToFileURL(join(root, 'package.json')), { with: { type: 'json' } }))
  .default;

// Ink reaches for its developer tools only when asked to, and for string-width at once: they stay out of the way.
const lean = {
  name: 'lean',
  setup(build) {
    build.onResolve({ filter: /\/devtools\.js$/ }, () => ({ path: join(root, 'scripts/no-devtools.mjs') }));
    build.onResolve({ filter: /^string-width$/ }, ({ kind }) =>
      kind === 'require-call' ? undefined : { path: join(root, 'scripts/quick-width.mjs') },
    );
  },
};

// What every bundle shares.
const shared = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  absWorkingDir: root,
  define: {
    'process.env.NODE_ENV': '"production"',
    __VERSION__: JSON.stringify(version),
    // Nothing here uses the network; the layout engine would load all of Node's fetch to read a data URL.
    fetch: 'undefined',
  },
  plugins: [lean],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

buildKernels();
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
cpSync(join(root, 'src/start.mjs'), join(dist, 'cli.js'));
cpSync(join(root, 'src/data/sets'), join(dist, 'sets'), { recursive: true });
await build({
  ...shared,
  entryPoints: { main: 'src/cli.ts', worker: 'src/training/worker.ts' },
  outdir: 'dist',
  splitting: true,
  minifyWhitespace: true,
  minifySyntax: true,
});
// The GPU's side of the program stands apart, so that nothing of it is loaded before it is wanted. gpu.js reads the text of
// functions: whitespace and names stay. Bindings to a GPU are the learner's own, or not there.
await build({
  ...shared,
  entryPoints: { 'gpu-process': 'src/engine/gpu/process.ts', 'gpu-bridge': 'src/engine/gpu/bridge.ts' },
  outdir: 'dist',
  external: ['gl', 'webgpu'],
});
await buildCourse();

/** The bundled course is parsed once, here, so that no parser is loaded when the tutor opens. */
async function buildCourse() {
  const outfile = join(dist, 'course-builder.mjs');
  await build({ ...shared, entryPoints: ['src/content/course.ts'], outfile });
  const { readCourse } = await import(pathToFileURL(outfile));
  const { value, problems } = readCourse(join(root, 'lessons'));
  for (const { file, line, column, message } of problems)
    console.error(`${file}:${line}:${column} ${message}`);
  if (!value || problems.length > 0) process.exitCode = 1;
  else writeFileSync(join(dist, 'course.json'), JSON.stringify(value));
  rmSync(outfile);
}
