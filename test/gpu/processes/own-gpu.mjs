// Puts `navigator.gpu` there before the program looks for it, from the package `webgpu` in ADAPTER_FOLDER.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const path = createRequire(join(process.env.ADAPTER_FOLDER, 'gpu', 'program.js')).resolve('webgpu');
const { create, globals } = await import(pathToFileURL(path).href);
Object.assign(globalThis, globals);
globalThis.navigator ??= {};
Object.defineProperty(navigator, 'gpu', { value: create([]), configurable: true });

/** Has a change made to every device that is asked for from now on. */
export function changeDevices(change) {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const device = await requestDevice.call(this, descriptor);
    change(device);
    return device;
  };
}
