import type { GpuLayer } from '../layer.ts';

/** y = x + what flowed `over` layers before x. What flowed past gets its slopes from whoever plays the layers backward. */
export const residual: GpuLayer<{ readonly type: 'residual'; readonly over: number }> = (
  { over },
  { x, rows, kernel },
) => {
  const add = kernel(
    `function add(x, past) {
      return x[this.thread.y][this.thread.x] + past[this.thread.y][this.thread.x];
    }`,
    [x.height * x.columns * x.width, rows],
  );
  return {
    forward: (x, _own, _step, back) => ({ y: add(x, back(over)) }),
    backward: (dy) => ({ dx: dy }),
  };
};

/** Rows lie without padding, so that an image is a plain row already. */
export const flatten: GpuLayer<{ readonly type: 'flatten' }> = () => ({
  forward: (x) => ({ y: x }),
  backward: (dy) => ({ dx: dy }),
});
