import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A GPU that answers. */
export type Adapter = {
  readonly name: string;
  /** Does what is to be done on it, and throws where a device has found fault with something or was lost. */
  watch<Result>(work: () => Promise<Result>): Promise<Result>;
};

/**
 * Makes `navigator.gpu` answer, as gpu.js expects: the one there is, or that of the package `webgpu` from the first of the folders
 * that has it. Throws where nothing answers, and says what was tried.
 */
export async function openAdapter(places: readonly string[]): Promise<Adapter> {
  const host = globalThis as unknown as Host;
  if (!host.navigator?.gpu) await installWebGpu(host, places);
  acceptErrorHandler(host);
  const adapter = await host.navigator?.gpu?.requestAdapter();
  if (!adapter) throw new Error('no graphics adapter answered');
  const devices = devicesOf(adapter);
  const lossOf = () => devices.map(({ loss }) => loss()).find((loss) => loss !== null) ?? null;
  return {
    name: nameOf(adapter.info),
    async watch(work) {
      const watched = devices.map(({ device }) => device);
      for (const device of watched) device.pushErrorScope('validation');
      // Work on a device that is lost is broken off without a word of why.
      const result = await work().catch((error) => Promise.reject(lossOf() ?? error));
      for (const device of watched) {
        const fault = await device.popErrorScope();
        if (fault) throw new Error(fault.message);
      }
      const loss = lossOf();
      if (loss) throw loss;
      return result;
    },
  };
}

/** The devices that are had from an adapter of this kind from now on, gpu.js's among them, and why one was lost. */
function devicesOf(adapter: WebGpuAdapter) {
  const devices: { readonly device: WebGpuDevice; readonly loss: () => Error | null }[] = [];
  const prototype: WebGpuAdapter = Object.getPrototypeOf(adapter);
  const { requestDevice } = prototype;
  prototype.requestDevice = async function (this: WebGpuAdapter, descriptor?: object) {
    const device = await requestDevice.call(this, descriptor);
    let loss: Error | null = null;
    void device.lost.then(({ message }) => {
      loss = new Error(message || 'the device was lost');
    });
    devices.push({ device, loss: () => loss });
    return device;
  };
  return devices;
}

/** Of these folders and of those beside the program and the learner's project, the ones that have a GPU within reach. */
export function webGpuPlaces(folder: string): readonly string[] {
  const host = globalThis as unknown as Host;
  const places = [fileURLToPath(new URL('.', import.meta.url)), process.cwd(), folder];
  return host.navigator?.gpu ? places : places.filter((place) => resolveIn(place) !== null);
}

type Host = { navigator?: { gpu?: WebGpu }; GPUDevice?: { prototype: object } };

type WebGpu = { requestAdapter(): Promise<WebGpuAdapter | null> };

type WebGpuAdapter = {
  readonly info: Partial<Record<'vendor' | 'architecture' | 'device' | 'description', string>>;
  requestDevice(descriptor?: object): Promise<WebGpuDevice>;
};

type WebGpuDevice = {
  readonly lost: Promise<{ readonly message: string }>;
  pushErrorScope(kind: 'validation'): void;
  popErrorScope(): Promise<{ readonly message: string } | null>;
};

type WebGpuPackage = {
  readonly create?: (options: readonly string[]) => WebGpu;
  readonly globals?: Readonly<Record<string, unknown>>;
};

async function installWebGpu(host: Host, places: readonly string[]): Promise<void> {
  const faults: string[] = [];
  for (const place of places) {
    const path = resolveIn(place);
    if (!path) continue;
    try {
      const { create, globals }: WebGpuPackage = await import(pathToFileURL(path).href);
      if (!create) continue;
      Object.assign(globalThis, globals);
      if (!host.navigator)
        Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true, writable: true });
      Object.defineProperty(host.navigator, 'gpu', { value: create([]), configurable: true });
      return;
    } catch (error) {
      faults.push(messageOf(error));
    }
  }
  throw new Error(faults[0] ?? 'the package webgpu is not installed');
}

/** gpu.js assigns this property, which `webgpu` 0.2.9 answers with a TypeError. */
function acceptErrorHandler({ GPUDevice }: Host): void {
  if (!GPUDevice) return;
  Object.defineProperty(GPUDevice.prototype, 'onuncapturederror', {
    ...{ configurable: true, get: () => null, set: () => {} },
  });
}

function resolveIn(place: string): string | null {
  try {
    return createRequire(join(place, 'program.js')).resolve('webgpu');
  } catch {
    return null;
  }
}

function nameOf({ vendor, architecture, device, description }: WebGpuAdapter['info']): string {
  return description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed';
}

/** What an error says, in one line: compilers of kernels quote all of them. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
