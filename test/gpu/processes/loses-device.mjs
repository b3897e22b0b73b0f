// The process of the GPU, whose device is lost in the midst of plan number LOSE_AT: behind the first work that is submitted for it.
import { changeDevices } from './own-gpu.mjs';

let plans = 0;
let isDue = false;
changeDevices((device) => {
  const { submit } = GPUQueue.prototype;
  GPUQueue.prototype.submit = function (work) {
    submit.call(this, work);
    if (isDue) device.destroy();
    isDue = false;
  };
});

await import('../../../dist/gpu-process.js');
process.on('message', ({ type }) => {
  if (type === 'train') isDue = plans++ === Number(process.env.LOSE_AT);
});
