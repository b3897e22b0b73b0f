// The GPU's process, whose device is gone with the third plan, as after a reset of the driver.
import '../../../dist/gpu-process.js';

const devices = [];
let plans = 0;

process.on('message', ({ type }) => {
  if (type === 'program') hold(globalThis.GPUAdapter.prototype);
  if (type === 'train' && ++plans === 3) for (const device of devices) device.destroy();
});

/** Keeps what devices are had from an adapter. */
function hold(adapter) {
  const { requestDevice } = adapter;
  adapter.requestDevice = async function (...options) {
    const device = await requestDevice.apply(this, options);
    devices.push(device);
    return device;
  };
}
