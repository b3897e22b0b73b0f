import type { BuiltLayer, GpuLayer, Place } from '../layer.ts';

type PoolSpec<Type extends string> = { readonly type: Type; readonly size: number; readonly step?: number };

/** y = largest of each window, channel by channel; slopes go to the first largest. */
export const maxPool: GpuLayer<PoolSpec<'maxPool'>> = ({ size, step = size }, place) =>
  pool(place, { high: size, wide: size, step }, true);

/** y = mean of each window. */
export const averagePool: GpuLayer<PoolSpec<'averagePool'>> = ({ size, step = size }, place) =>
  pool(place, { high: size, wide: size, step }, false);

/** y = mean of all pixels, channel by channel. */
export const globalAverage: GpuLayer<{ readonly type: 'globalAverage' }> = (_spec, place) =>
  pool(place, { high: place.x.height, wide: place.x.columns, step: 1 }, false);

type Window = { readonly high: number; readonly wide: number; readonly step: number };

function pool({ x, y, rows, kernel }: Place, window: Window, isLargest: boolean): BuiltLayer {
  const sizes = {
    ...{ ...window, channels: x.width, height: x.height, columns: x.columns },
    ...{ outHeight: y.height, outColumns: y.columns },
  };
  const overWindow = (each: string) => `
    for (let i = 0; i < this.constants.high; i++) {
      for (let j = 0; j < this.constants.wide; j++) {
        const from = ((top + i) * this.constants.columns + left + j) * this.constants.channels + c;
        ${each}
      }
    }`;
  const gather = kernel(
    `function gather(x) {
      const cell = over(this.thread.x, this.constants.channels);
      const c = this.thread.x - cell * this.constants.channels;
      const down = over(cell, this.constants.outColumns);
      const top = down * this.constants.step;
      const left = (cell - down * this.constants.outColumns) * this.constants.step;
      ${
        isLargest
          ? `let best = x[this.thread.y][(top * this.constants.columns + left) * this.constants.channels + c];
      ${overWindow('best = Math.max(best, x[this.thread.y][from]);')}
      return best;`
          : `let sum = 0;
      ${overWindow('sum += x[this.thread.y][from];')}
      return sum / (this.constants.high * this.constants.wide);`
      }
    }`,
    [y.height * y.columns * y.width, rows],
    sizes,
  );
  const spread = kernel(
    `function spread(x, dy) {
      const pixel = over(this.thread.x, this.constants.channels);
      const c = this.thread.x - pixel * this.constants.channels;
      const row = over(pixel, this.constants.columns);
      const column = pixel - row * this.constants.columns;
      let sum = 0;
      for (let down = 0; down < this.constants.outHeight; down++) {
        const top = down * this.constants.step;
        if (row >= top && row < top + this.constants.high) {
          for (let right = 0; right < this.constants.outColumns; right++) {
            const left = right * this.constants.step;
            if (column >= left && column < left + this.constants.wide) {
              const slope = dy[this.thread.y][(down * this.constants.outColumns + right) * this.constants.channels + c];
              ${
                isLargest
                  ? `const own = x[this.thread.y][this.thread.x];
              let isFirst = 1;
              ${overWindow(`const other = x[this.thread.y][from];
              if (other > own || (other === own && from < this.thread.x)) isFirst = 0;`)}
              sum += isFirst * slope;`
                  : 'sum += slope / (this.constants.high * this.constants.wide);'
              }
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
    forward: (x) => ({ y: gather(x) }),
    backward: (dy, { x, wantsSlopes }) => ({ dx: wantsSlopes ? spread(x, dy) : null }),
  };
}
