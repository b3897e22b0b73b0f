import { type Adapter, messageOf, openAdapter } from './adapter.ts';
import { type GpuMode, loadGpuJs } from './gpu-js.ts';
import { endWithParent } from './lifeline.ts';
import { createProgram, type Program } from './program.ts';
import type { Reply, Request } from './protocol.ts';

/**
 * The process that has the GPU: drivers may hang or crash in it without harm to the one that asked. Requests are answered one
 * after the other.
 */
const programs = new Map<number, Program>();
let mode: GpuMode = 'webgpu';
let adapter: Adapter | null = null;
let last: Promise<void> = Promise.resolve();

process.on('message', (request: Request) => {
  last = last.then(async () => {
    const reply = await answer(request).catch(
      (error): Reply => ({ type: 'failed', reason: messageOf(error) }),
    );
    process.send?.(reply);
  });
});
endWithParent();

async function answer(request: Request): Promise<Reply> {
  switch (request.type) {
    case 'open':
      mode = request.mode;
      adapter = mode === 'webgpu' ? await openAdapter(request.places) : null;
      return { type: 'opened', adapter: adapter?.name ?? null };
    case 'program': {
      const gpuJs = await loadGpuJs();
      const gpu = new gpuJs.GPU({ mode });
      programs.set(request.id, createProgram(gpuJs, gpu, request.options, request.state));
      return { type: 'done' };
    }
    case 'train':
      return train(programOf(request.id), request.plan);
    case 'save':
      return { type: 'saved', state: programOf(request.id).save() };
    case 'load':
      programOf(request.id).load(request.state);
      return { type: 'done' };
    case 'free':
      await programOf(request.id).free();
      programs.delete(request.id);
      return { type: 'done' };
  }
}

async function train(program: Program, plan: Parameters<Program['train']>[0]): Promise<Reply> {
  const losses = await (adapter ? adapter.watch(() => program.train(plan)) : program.train(plan));
  const { executor } = program;
  // gpu.js goes on without a GPU where it cannot use one, and says so nowhere else.
  if (mode === 'webgpu' && executor?.kind !== 'fused-encoder')
    return { type: 'failed', reason: executor?.reason ?? `gpu.js ran on ${executor?.backend}` };
  return { type: 'trained', losses, executor };
}

function programOf(id: number): Program {
  const program = programs.get(id);
  if (!program) throw new Error(`there is no program ${id}`);
  return program;
}
