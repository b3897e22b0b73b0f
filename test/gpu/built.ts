import type { DeviceFiles } from '../../src/engine/gpu/device.ts';

const dist = new URL('../../dist/', import.meta.url);

/** What stands beside the built program. */
export const built: DeviceFiles = {
  bridge: new URL('gpu-bridge.js', dist),
  process: new URL('gpu-process.js', dist),
};

/** The same with a process of the test's own. */
export function builtWith(process: string): DeviceFiles {
  return { ...built, process: new URL(process, import.meta.url) };
}
