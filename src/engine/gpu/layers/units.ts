import type { ActivationName } from '../../activations.ts';
import { gpuActivations } from '../activations.ts';
import { type GpuLayer, given } from '../layer.ts';

/** y = x w + b. x: [rows, in], w: [in + 1, units] with b as its last row -> [rows, units] */
export const dense: GpuLayer<{ readonly type: 'dense'; readonly units: number }> = (
  { units },
  { x, rows, kernel },
) => {
  const inputs = x.height * x.columns * x.width;
  const sums = kernel(
    `function sums(x, w) {
      let sum = w[this.constants.inputs][this.thread.x];
      for (let k = 0; k < this.constants.inputs; k++) sum += x[this.thread.y][k] * w[k][this.thread.x];
      return sum;
    }`,
    [units, rows],
    { inputs },
  );
  const weightSlopes = kernel(
    `function weightSlopes(x, dy) {
      let sum = 0;
      if (this.thread.y < this.constants.inputs) {
        for (let r = 0; r < this.constants.rows; r++) sum += x[r][this.thread.y] * dy[r][this.thread.x];
      } else {
        for (let r = 0; r < this.constants.rows; r++) sum += dy[r][this.thread.x];
      }
      return sum;
    }`,
    [units, inputs + 1],
    { inputs, rows },
  );
  const inputSlopes = kernel(
    `function inputSlopes(w, dy) {
      let sum = 0;
      for (let u = 0; u < this.constants.units; u++) sum += dy[this.thread.y][u] * w[this.thread.x][u];
      return sum;
    }`,
    [inputs, rows],
    { units },
  );
  return {
    forward: (x, { weights }) => ({ y: sums(x, given(weights)) }),
    backward: (dy, { x, own, wantsSlopes }) => ({
      gradient: weightSlopes(x, dy),
      dx: wantsSlopes ? inputSlopes(given(own.weights), dy) : null,
    }),
  };
};

/** y = f(x), each number by itself. */
export const activation: GpuLayer<{ readonly type: 'activation'; readonly name: ActivationName }> = (
  { name },
  { x, rows, kernel },
) => {
  const { value, slope } = gpuActivations[name];
  const floats = x.height * x.columns * x.width;
  const values = kernel(
    `function values(numbers) {
      const x = numbers[this.thread.y][this.thread.x];
      return ${value};
    }`,
    [floats, rows],
  );
  const slopes = kernel(
    `function slopes(numbers, dy) {
      const x = numbers[this.thread.y][this.thread.x];
      const slope = ${slope};
      return slope * dy[this.thread.y][this.thread.x];
    }`,
    [floats, rows],
  );
  return {
    forward: (x) => ({ y: values(x) }),
    backward: (dy, { x, wantsSlopes }) => ({ dx: wantsSlopes ? slopes(x, dy) : null }),
  };
};
