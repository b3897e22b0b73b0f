// The process of the GPU, whose device refuses its first buffer: gpu.js then plays the plan kernel by kernel, and tells nobody.
import { changeDevices } from './own-gpu.mjs';

changeDevices((device) => {
  const { createBuffer } = device;
  device.createBuffer = () => {
    device.createBuffer = createBuffer;
    throw new Error('no room for a plan');
  };
});

await import('../../../dist/gpu-process.js');
