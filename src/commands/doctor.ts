import { webGpuPlaces } from '../engine/gpu/adapter.ts';
import { openDevice } from '../engine/gpu/device.ts';
import { gpuFolder } from '../training/backend.ts';
import { parseRecipe } from '../training/recipe.ts';
import { runRecipe } from '../training/run.ts';
import { openGpuMemory } from '../training/speeds.ts';
import type { Command, Context } from './command.ts';

/** What this machine and this terminal can do, in a form to paste into a bug report. */
export const doctor: Command = {
  flags: {},
  usage: '',
  most: 0,
  run: async (context) => {
    const report = await examine(context);
    const { arguments: given, print } = context;
    if (given.switches.has('json')) await print(JSON.stringify(report));
    else
      for (const [name, value] of Object.entries(report)) await print(`${name.padEnd(16)} ${plain(value)}`);
    return 0;
  },
};

async function examine(context: Context): Promise<Record<string, unknown>> {
  const { stdout, stdin, platform, arch, versions } = process;
  const store = await context.store();
  return {
    version: context.version,
    node: versions.node,
    system: `${platform} ${arch}`,
    language: context.language,
    terminal: {
      isTerminal: Boolean(stdout.isTTY && stdin.isTTY),
      columns: stdout.columns ?? null,
      rows: stdout.rows ?? null,
      colorBits: stdout.isTTY ? stdout.getColorDepth() : 1,
      term: context.env.TERM ?? null,
      locale: context.env.LC_ALL || context.env.LC_CTYPE || context.env.LANG || null,
    },
    data: { folder: context.dataFolder, warnings: store.warnings },
    engine: measureEngine(),
    gpu: examineGpu(context),
  };
}

/** The graphics adapter that answers, or why none does, and what was measured on it so far. */
function examineGpu({ dataFolder }: Context): Record<string, unknown> {
  const places = webGpuPlaces(gpuFolder(dataFolder));
  const measured = Object.entries(openGpuMemory(dataFolder).all).map(
    ([net, { cpu, gpu }]) => `${net}: cpu ${Math.round(cpu)}, gpu ${Math.round(gpu)} steps/s`,
  );
  if (places.length === 0) return { webgpu: null, adapter: null, measured };
  const device = openDevice('webgpu', places);
  const { adapter, failure } = device;
  device.close();
  return { webgpu: places, adapter, ...(failure === null ? {} : { problem: failure }), measured };
}

/** The tiny net of the benchmark on this machine: a number to compare, not to trust to the last digit. */
function measureEngine(): Record<string, unknown> {
  const { value: recipe } = parseRecipe({
    data: 'moons',
    net: [8, 8],
    opt: 'adam',
    batch: 16,
    steps: 20_000,
    test: 0,
  });
  if (!recipe) return { backend: 'none' };
  const startedAt = performance.now();
  for (const event of runRecipe(recipe, () => (performance.now() - startedAt) / 1000)) {
    if (event.type === 'finished')
      return {
        backend: event.backend,
        stepsPerSecond: Math.round(event.steps / event.seconds),
        hash: event.hash,
      };
  }
  return { backend: 'none' };
}

function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(plain).join('; ');
  return Object.entries(value)
    .map(([name, each]) => `${name} ${plain(each)}`)
    .join(', ');
}
