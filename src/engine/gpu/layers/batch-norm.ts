import { cellsOf } from '../../layer.ts';
import { type GpuLayer, given, stepFields } from '../layer.ts';

/**
 * y = scale (x - mean) / sqrt(variance + 1e-5) + shift, channel by channel over the batch. Weights: [2, channels], scale and shift;
 * kept: [2, channels], mean and unbiased variance, a tenth of each batch's at every step.
 */
export const batchNorm: GpuLayer<{ readonly type: 'batchNorm' }> = (_spec, { x, rows, kernel }) => {
  const { width } = x;
  const cells = cellsOf(x);
  const sizes = { rows, cells, width, size: stepFields.size };
  // What is beyond the batch counts for nothing.
  const overBatch = (add: string) => `
    for (let r = 0; r < this.constants.rows; r++) {
      if (r < size) {
        for (let cell = 0; cell < this.constants.cells; cell++) { ${add} }
      }
    }`;
  const moments = kernel(
    `function moments(x, table, at) {
      const size = table[at[0]][this.constants.size];
      const count = size * this.constants.cells;
      let mean = 0;
      ${overBatch('mean += x[r][cell * this.constants.width + this.thread.x];')}
      mean = mean / count;
      if (this.thread.y === 0) return mean;
      let variance = 0;
      ${overBatch(`const distance = x[r][cell * this.constants.width + this.thread.x] - mean;
        variance += distance * distance;`)}
      return variance / count;
    }`,
    [width, 2],
    sizes,
  );
  const normalize = kernel(
    `function normalize(x, moments, w) {
      const c = this.thread.x - over(this.thread.x, this.constants.width) * this.constants.width;
      const distance = x[this.thread.y][this.thread.x] - moments[0][c];
      return w[0][c] * distance / Math.sqrt(moments[1][c] + 0.00001) + w[1][c];
    }`,
    [cells * width, rows],
    sizes,
  );
  const keep = kernel(
    `function keep(kept, moments, table, at) {
      const count = table[at[0]][this.constants.size] * this.constants.cells;
      const before = kept[this.thread.y][this.thread.x];
      let now = moments[this.thread.y][this.thread.x];
      if (count < 2) now = before;
      else if (this.thread.y === 1) now = now * count / (count - 1);
      return before + 0.1 * (now - before);
    }`,
    [width, 2],
    sizes,
  );
  const weightSlopes = kernel(
    `function weightSlopes(x, dy, moments, table, at) {
      const size = table[at[0]][this.constants.size];
      const mean = moments[0][this.thread.x];
      let sum = 0;
      if (this.thread.y === 1) {
        ${overBatch('sum += dy[r][cell * this.constants.width + this.thread.x];')}
        return sum;
      }
      ${overBatch(`sum += dy[r][cell * this.constants.width + this.thread.x]
        * (x[r][cell * this.constants.width + this.thread.x] - mean);`)}
      return sum / Math.sqrt(moments[1][this.thread.x] + 0.00001);
    }`,
    [width, 2],
    sizes,
  );
  const inputSlopes = kernel(
    `function inputSlopes(x, dy, moments, w, dw, table, at) {
      const size = table[at[0]][this.constants.size];
      const count = size * this.constants.cells;
      const c = this.thread.x - over(this.thread.x, this.constants.width) * this.constants.width;
      const inverse = 1 / Math.sqrt(moments[1][c] + 0.00001);
      const h = (x[this.thread.y][this.thread.x] - moments[0][c]) * inverse;
      if (this.thread.y >= size) return 0;
      return w[0][c] * inverse * (dy[this.thread.y][this.thread.x] - (dw[1][c] + h * dw[0][c]) / count);
    }`,
    [cells * width, rows],
    sizes,
  );
  return {
    forward(x, { weights, kept }, { table, at }) {
      const memo = moments(x, table, at);
      return { memo, y: normalize(x, memo, given(weights)), kept: keep(given(kept), memo, table, at) };
    },
    backward(dy, { x, own, step: { table, at }, memo, wantsSlopes }) {
      const gradient = weightSlopes(x, dy, given(memo), table, at);
      const dx = wantsSlopes
        ? inputSlopes(x, dy, given(memo), given(own.weights), gradient, table, at)
        : null;
      return { gradient, dx };
    },
  };
};
