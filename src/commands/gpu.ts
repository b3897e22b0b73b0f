import { openDevice } from '../engine/gpu/device.ts';
import { gpuFolder } from '../training/backend.ts';
import type { Command, Context, ExitCode } from './command.ts';

/** GPU support into the data folder, and out of it. */
export const gpu: Command = {
  flags: {},
  usage: 'add | remove',
  most: 1,
  run: async (context) => {
    const [action] = context.arguments.positionals;
    if (action === 'add') return add(context);
    if (action === 'remove') return remove(context);
    context.complain(context.words.gpu.usage);
    return 2;
  },
};

async function add({ dataFolder, print, complain, words }: Context): Promise<ExitCode> {
  const { addGpuSupport, webGpu } = await import('../training/gpu-support.ts');
  const folder = gpuFolder(dataFolder);
  const say = words.gpu;
  await print(say.adding(webGpu.version, webGpu.download, webGpu.disk, folder));
  const problem = await addGpuSupport(folder);
  if (problem !== null) {
    complain(say.notAdded(problem));
    return 1;
  }
  const device = openDevice('webgpu', [folder]);
  await print(device.failure === null ? say.answers(device.adapter ?? '') : say.silent(device.failure));
  device.close();
  return 0;
}

async function remove({ dataFolder, print, words }: Context): Promise<ExitCode> {
  const { removeGpuSupport } = await import('../training/gpu-support.ts');
  const folder = gpuFolder(dataFolder);
  await print(removeGpuSupport(folder) ? words.gpu.removed(folder) : words.gpu.nothing(folder));
  return 0;
}
