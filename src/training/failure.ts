/** Why a run broke off: memory ran out, its thread ended by itself, or something was thrown. */
export type Failure =
  | { readonly cause: 'memory' }
  | { readonly cause: 'ended'; readonly code: number }
  | { readonly cause: 'thrown'; readonly message: string };

/** What an error of a run, or of its thread, comes down to. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { cause: 'thrown', message: String(error) };
  const isHeap = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  // What V8 says where a memory or a typed array cannot grow.
  const isBuffer = error instanceof RangeError && /memory|allocation/i.test(error.message);
  return isHeap || isBuffer ? { cause: 'memory' } : { cause: 'thrown', message: error.message };
}
