import type { TrainingPlan } from '../plan.ts';
import type { TrainerState } from '../state.ts';
import type { GpuMode } from './gpu-js.ts';
import type { Executor, ProgramOptions } from './program.ts';

/** What the GPU's process is asked for; programs are known by numbers. */
export type Request =
  /** `places` are folders in which the package `webgpu` may be installed. */
  | { readonly type: 'open'; readonly mode: GpuMode; readonly places: readonly string[] }
  | {
      readonly type: 'program';
      readonly id: number;
      readonly options: ProgramOptions;
      readonly state: TrainerState;
    }
  | { readonly type: 'train'; readonly id: number; readonly plan: TrainingPlan }
  | { readonly type: 'save'; readonly id: number }
  | { readonly type: 'load'; readonly id: number; readonly state: TrainerState }
  | { readonly type: 'free'; readonly id: number };

/** What it answers to each, in the order of the requests; `failed` tells why in the words of whoever failed. */
export type Reply =
  | { readonly type: 'opened'; readonly adapter: string | null }
  | { readonly type: 'done' }
  | { readonly type: 'trained'; readonly losses: Float32Array; readonly executor: Executor | null }
  | { readonly type: 'saved'; readonly state: TrainerState }
  | { readonly type: 'failed'; readonly reason: string };
