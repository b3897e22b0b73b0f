import { type GpuLayer, given } from '../layer.ts';

type ConvSpec = {
  readonly type: 'conv2d';
  readonly units: number;
  readonly size: number;
  readonly step?: number;
  readonly padding?: number;
};

/** y = w patch + b. x: [rows, pixels channels], w: [size size channels + 1, units] with b as its last row -> [rows, pixels units] */
export const conv2d: GpuLayer<ConvSpec> = (
  { units, size, step = 1, padding = 0 },
  { x, y, rows, kernel },
) => {
  const sizes = {
    ...{ units, size, step, padding, rows, channels: x.width, weights: size * size * x.width },
    ...{ height: x.height, columns: x.columns, outHeight: y.height, outColumns: y.columns },
  };
  const convolve = kernel(
    `function convolve(x, w) {
      const cell = over(this.thread.x, this.constants.units);
      const u = this.thread.x - cell * this.constants.units;
      const down = over(cell, this.constants.outColumns);
      const right = cell - down * this.constants.outColumns;
      let sum = w[this.constants.weights][u];
      for (let i = 0; i < this.constants.size; i++) {
        const row = down * this.constants.step + i - this.constants.padding;
        if (row >= 0 && row < this.constants.height) {
          for (let j = 0; j < this.constants.size; j++) {
            const column = right * this.constants.step + j - this.constants.padding;
            if (column >= 0 && column < this.constants.columns) {
              const from = (row * this.constants.columns + column) * this.constants.channels;
              const weight = (i * this.constants.size + j) * this.constants.channels;
              for (let c = 0; c < this.constants.channels; c++) sum += x[this.thread.y][from + c] * w[weight + c][u];
            }
          }
        }
      }
      return sum;
    }`,
    [y.height * y.columns * units, rows],
    sizes,
  );
  const weightSlopes = kernel(
    `function weightSlopes(x, dy) {
      const u = this.thread.x;
      const place = over(this.thread.y, this.constants.channels);
      const c = this.thread.y - place * this.constants.channels;
      const i = over(place, this.constants.size);
      const j = place - i * this.constants.size;
      let sum = 0;
      for (let r = 0; r < this.constants.rows; r++) {
        for (let down = 0; down < this.constants.outHeight; down++) {
          const row = down * this.constants.step + i - this.constants.padding;
          for (let right = 0; right < this.constants.outColumns; right++) {
            const column = right * this.constants.step + j - this.constants.padding;
            const slope = dy[r][(down * this.constants.outColumns + right) * this.constants.units + u];
            if (this.thread.y === this.constants.weights) {
              sum += slope;
            } else if (row >= 0 && row < this.constants.height && column >= 0 && column < this.constants.columns) {
              sum += slope * x[r][(row * this.constants.columns + column) * this.constants.channels + c];
            }
          }
        }
      }
      return sum;
    }`,
    [units, sizes.weights + 1],
    sizes,
  );
  const inputSlopes = kernel(
    `function inputSlopes(w, dy) {
      const pixel = over(this.thread.x, this.constants.channels);
      const c = this.thread.x - pixel * this.constants.channels;
      const row = over(pixel, this.constants.columns);
      const column = pixel - row * this.constants.columns;
      let sum = 0;
      for (let i = 0; i < this.constants.size; i++) {
        const down = over(row + this.constants.padding - i, this.constants.step);
        const rest = row + this.constants.padding - i - down * this.constants.step;
        if (rest === 0 && down >= 0 && down < this.constants.outHeight) {
          for (let j = 0; j < this.constants.size; j++) {
            const right = over(column + this.constants.padding - j, this.constants.step);
            const left = column + this.constants.padding - j - right * this.constants.step;
            if (left === 0 && right >= 0 && right < this.constants.outColumns) {
              const from = (down * this.constants.outColumns + right) * this.constants.units;
              const weight = (i * this.constants.size + j) * this.constants.channels + c;
              for (let u = 0; u < this.constants.units; u++) sum += dy[this.thread.y][from + u] * w[weight][u];
            }
          }
        }
      }
      return sum;
    }`,
    [x.height * x.columns * x.width, rows],
    sizes,
  );
  return {
    forward: (x, { weights }) => ({ y: convolve(x, given(weights)) }),
    backward: (dy, { x, own, wantsSlopes }) => ({
      gradient: weightSlopes(x, dy),
      dx: wantsSlopes ? inputSlopes(given(own.weights), dy) : null,
    }),
  };
};
