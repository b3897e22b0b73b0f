import { openDevice } from '../engine/gpu/device.ts';
import { gpuFolder } from '../training/backend.ts';
import type { Command, Context, ExitCode } from './command.ts';

/** GPU support into the data folder, once its size is agreed to, and out of it. */
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
  if (!(await isAgreed(say.ask))) {
    await print(say.refused);
    return 0;
  }
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

/** Asks whoever sits at the terminal; what is not a terminal has agreed by calling. */
async function isAgreed(question: string): Promise<boolean> {
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) return true;
  const { createInterface } = await import('node:readline');
  const asking = createInterface({ input, output });
  return new Promise((resolve) => {
    asking.question(`${question} `, (answer) => {
      resolve(YES.test(answer.trim()));
      asking.close();
    });
    // Left with Ctrl+C or Ctrl+D.
    asking.once('SIGINT', () => asking.close()).once('close', () => resolve(false));
  });
}

/** Also as it comes from the same key of a Korean keyboard. */
const YES = /^(y|yes|ㅛ|예|네)$/i;

async function remove({ dataFolder, print, words }: Context): Promise<ExitCode> {
  const { removeGpuSupport } = await import('../training/gpu-support.ts');
  const folder = gpuFolder(dataFolder);
  await print(removeGpuSupport(folder) ? words.gpu.removed(folder) : words.gpu.nothing(folder));
  return 0;
}
