import type { Words } from '../i18n/languages.ts';

/** What a learner may ask for: where the training steps of a run are taken. */
export const backendNames = ['auto', 'cpu', 'gpu', 'gpujs-webasm', 'gpujs-cpu'] as const;

export type BackendName = (typeof backendNames)[number];

export function isBackend(name: string): name is BackendName {
  return backendNames.some((each) => each === name);
}

/** Where the training steps of a run are taken, by what, and why there. */
export type Placement = {
  readonly backend: Exclude<BackendName, 'auto'>;
  /** The kernels of this program, or what of gpu.js plays its plans: fused-encoder, fused-sync, generic. */
  readonly executor: string;
  /** The name of the graphics adapter; null on the processor. */
  readonly adapter: string | null;
  /** Null where it was asked for, or nothing else was. */
  readonly reason: PlacementReason | null;
};

export type PlacementReason =
  /** The net, or the whole run, is too small for a GPU to win anything. */
  | { readonly code: 'small' }
  /** A GPU does not take this key of the recipe, or not with this value. */
  | { readonly code: 'key'; readonly key: string; readonly value: string }
  /** The package `webgpu` is nowhere to be found; told each time only to who asked for a GPU. */
  | { readonly code: 'missing'; readonly isAsked: boolean }
  | { readonly code: 'no-adapter'; readonly detail: string }
  /** Training steps a second on both, measured. */
  | { readonly code: 'measured'; readonly cpu: number; readonly gpu: number }
  /** It began on a GPU, which failed. */
  | { readonly code: 'failed'; readonly detail: string };

/** The kernels of this program on the processor. */
export const onProcessor: Placement = { backend: 'cpu', executor: 'wasm', adapter: null, reason: null };

/** Why it is there, as a sentence without its full stop; null where nothing is to be said. */
export function reasonText(reason: PlacementReason | null, words: Words['backend']): string | null {
  const say = words.reasons;
  const write = (rate: number) => String(Number(rate.toPrecision(3)));
  switch (reason?.code) {
    case undefined:
      return null;
    case 'small':
    case 'missing':
      return say[reason.code];
    case 'key':
      return say.key(reason.key, reason.value);
    case 'no-adapter':
      return say.noAdapter(reason.detail);
    case 'measured':
      return say.measured(write(reason.cpu), write(reason.gpu));
    case 'failed':
      return say.failed(reason.detail);
  }
}

/** Where steps are taken and why, in a line; null for the usual place without anything to say of it. */
export function placementText(placement: Placement, words: Words['backend']): string | null {
  const { backend, executor, adapter, reason } = placement;
  const why = reasonText(reason, words);
  const isQuiet = reason?.code === 'small' || (reason?.code === 'missing' && !reason.isAsked);
  if (backend === 'cpu' && (why === null || isQuiet)) return null;
  const by = adapter === null ? executor : `${executor}, ${adapter}`;
  const parts = [words.on(words.names[backend], by), why, backend === 'cpu' ? null : words.bits];
  return parts.filter((part) => part !== null).join('; ');
}
