/** Where training steps are taken. */
export const backend = {
  names: {
    cpu: 'CPU',
    gpu: 'GPU',
    'gpujs-webasm': 'gpu.js on WebAssembly',
    'gpujs-cpu': 'gpu.js on plain JavaScript',
  },
  /** `by` says what plays the steps, and on a GPU its name. */
  on: (name: string, by: string) => `trained on ${name} (${by})`,
  bits: 'its bits may differ from those of the CPU',
  reasons: {
    small: 'the net or the run is too small for a GPU to win',
    key: (key: string, value: string) => `a GPU does not take ${key} ${value}`,
    missing: 'the package webgpu is not installed; dl-tutor gpu add fetches it',
    noAdapter: (detail: string) => `no GPU answered: ${detail}`,
    measured: (cpu: string, gpu: string) => `measured steps a second: CPU ${cpu}, GPU ${gpu}`,
    failed: (detail: string) => `the GPU failed (${detail}); the CPU took over, and nothing is lost`,
  },
  unknown: (name: string, known: readonly string[]) =>
    `There is no backend ${name}; --backend takes ${known.join(', ')}.`,
  offer:
    'A GPU might train a net of this size faster: dl-tutor gpu add says how large its support is, and fetches it if you agree. This is not said again.',
};

/** Engines side by side. */
export const bench = {
  setting:
    'Training steps a second: 64 inputs, two hidden layers of ReLU of this width, 10 classes, batch 128, Adam.',
  engines: {
    kernels: 'kernels, 1 thread',
    'kernels-2': 'kernels, 2 threads',
    gpu: 'gpu.js on WebGPU',
    'gpujs-webasm': 'gpu.js on WebAssembly',
    'gpujs-cpu': 'gpu.js on plain JavaScript',
  },
  rate: (rate: string) => `${rate} steps/s`,
  leftOut: 'and wider nets: left out, too slow',
  absent: (reason: string) => `absent: ${reason}`,
  width: 'width, as a power of two',
  rateAxis: 'steps/s',
  leader: (width: number, engine: string) => `width ${String(width).padStart(4)}: ${engine} leads`,
};

/** GPU support. */
export const gpu = {
  usage: 'gpu takes "add" or "remove": dl-tutor gpu add.',
  adding: (version: string, download: number, disk: number, folder: string) =>
    `webgpu ${version}: npm fetches ${download} MB, which take ${disk} MB in ${folder}.`,
  ask: 'Fetch it? (y/N)',
  refused: 'Nothing was fetched; training goes on without it, on the CPU.',
  notAdded: (reason: string) =>
    `npm could not fetch it (${reason}); training goes on without it, on the CPU.`,
  answers: (adapter: string) =>
    `A GPU answers: ${adapter}. Runs large enough to gain from it now use it by themselves; dl-tutor bench shows from which width on.`,
  silent: (reason: string) =>
    `It is installed, but no GPU answers (${reason}); training goes on on the CPU. dl-tutor gpu remove takes it away again.`,
  removed: (folder: string) => `GPU support is gone from ${folder}.`,
  nothing: (folder: string) => `There is no GPU support in ${folder}.`,
};
