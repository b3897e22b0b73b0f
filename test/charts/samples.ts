import type { ChartKind, chartKinds } from '../../src/charts/chart-kinds.ts';

type Input<Kind extends ChartKind> = Parameters<(typeof chartKinds)[Kind]>[0];

/** Inputs of a kind: the first as it is meant, the others at the edges of what can be. */
type Samples = { readonly [Kind in ChartKind]: readonly [Input<Kind>, ...Input<Kind>[]] };

const steps = Array.from({ length: 101 }, (_, k) => k * 20);
const falling = steps.map((step) => 0.7 * Math.exp(-step / 400) + 0.02);
const noisy = falling.map((y, k) => y * (1 + 0.6 * Math.sin(k * 1.7) * Math.cos(k * 0.9)));
const grid = (columns: number, rows: number, of: (x: number, y: number) => number) =>
  Float32Array.from({ length: columns * rows }, (_, k) =>
    of(-1 + (2 * ((k % columns) + 0.5)) / columns, 1 - (2 * (Math.floor(k / columns) + 0.5)) / rows),
  );
const unit = (label: string, of: (x: number, y: number) => number) => ({ label, values: grid(24, 24, of) });

/** Broken numbers of every sort, in an order that repeats. */
const broken = [Number.NaN, Infinity, -Infinity, 1e300, -1e300, 5e-324, 0, -0];

const line = (y: ArrayLike<number>) => ({ x: Float64Array.from(y, (_, k) => k), y });
const edges: readonly ArrayLike<number>[] = [[], [0.5], [3, 3, 3, 3], broken, [1, Number.NaN]];
const axes = { actualLabel: 'actual', predictedLabel: 'predicted', recallLabel: 'recall' };
const digits = Array.from({ length: 10 }, (_, k) => `${k}`);
const mistakes = (actual: number, predicted: number) =>
  actual === predicted ? 88 + actual : (actual * 7 + predicted * 3) % 11 === 0 ? 4 : 0;
const shares = Array.from({ length: 11 }, (_, k) => k / 10);
const depths = Array.from({ length: 10 }, (_, k) => k);
/** Quantiles of a bell curve, so that no chance is needed. */
const bell = (count: number) =>
  Array.from({ length: count }, (_, k) => {
    const share = (k + 0.5) / count;
    return Math.log(share / (1 - share)) / 1.7;
  });

export const samples: Samples = {
  bars: [
    {
      bars: [
        { label: 'momentum', value: 0.5, tone: 'series0' },
        { label: 'adam', value: 1, tone: 'series1' },
      ],
    },
    { bars: [] },
    { bars: broken.map((value, k) => ({ label: `${k}`, value, tone: 'series0' })) },
  ],
  confusion: [
    { ...axes, classes: digits, counts: digits.flatMap((_, a) => digits.map((_, p) => mistakes(a, p))) },
    { ...axes, classes: ['cat', '강아지'], counts: [12_345, 3, 0, 999_999] },
    { ...axes, classes: [], counts: [] },
    { ...axes, classes: ['0', '1'], counts: [] },
    { ...axes, classes: ['0', '1', '2'], counts: broken },
    { ...axes, classes: Array.from({ length: 300 }, (_, k) => `${k}`), counts: steps },
  ],
  contours: [
    {
      values: grid(60, 40, (x, y) => 0.5 * (x * x + 10 * y * y)),
      ...{ columns: 60, rows: 40, x: [-1, 1], y: [-1, 1], xLabel: 'x', yLabel: 'y' },
      path: Array.from({ length: 20 }, (_, k) => ({ x: 0.9 * 0.85 ** k, y: 0.8 * (-0.7) ** k })),
    },
    { values: [], columns: 0, rows: 0, x: [0, 0], y: [0, 0], xLabel: '', yLabel: '', path: [] },
    {
      values: grid(9, 9, () => 3),
      ...{ columns: 9, rows: 9, x: [-1, 1], y: [-1, 1], xLabel: 'x', yLabel: 'y' },
      path: [{ x: 0, y: 0 }],
    },
    {
      values: broken,
      ...{ columns: 4, rows: 2, x: [-1, 1], y: [-1, 1], xLabel: 'x', yLabel: 'y' },
      path: broken.map((x, k) => ({ x, y: broken[(k + 1) % broken.length]! })),
    },
  ],
  curves: [
    {
      series: [
        { label: 'train', x: steps, y: falling, tone: 'series0' },
        { label: 'test', x: steps, y: falling.map((y, k) => y + k / 600), tone: 'series1' },
      ],
      xLabel: 'step',
      yLabel: 'loss',
    },
    {
      series: [
        { label: 'net=8 lr=0.1 opt=sgd', x: steps, y: noisy, tone: 'series0', best: 'lowest' },
        { label: 'net=8 lr=0.01 opt=sgd', x: steps, y: noisy.map((y) => y * 3), tone: 'series1' },
      ],
      ...{ xLabel: 'step', yLabel: 'loss', logY: true, smoothing: 0.8, cursor: 1210 },
      prediction: { low: 0.02, high: 0.06, label: 'predicted' },
      marks: [
        { x: 600, label: 'lr=0.05', tone: 'warn' },
        { x: 1800, label: 'stopped', tone: 'good' },
      ],
      strip: { label: 'lr', x: [0, 600, 1200], y: [0.1, 0.05, 0.025], tone: 'series3' },
    },
    ...edges.map((y) => ({
      series: [{ label: 'loss', ...line(y), tone: 'series0' as const, best: 'highest' as const }],
      xLabel: 'step',
      yLabel: 'loss',
      logY: y.length % 2 === 1,
      ...{ smoothing: 0.9, cursor: y[0] ?? Number.NaN },
      prediction: { low: y[0] ?? Number.NaN, high: Infinity, label: '예측' },
      strip: { label: 'lr', ...line(y), tone: 'series3' as const },
    })),
  ],
  fit: [
    {
      points: steps.slice(0, 30).map((_, k) => ({ x: k / 10, y: Math.sin(k / 5), held: k % 3 === 0 })),
      curve: { x: steps.map((step) => step / 600), y: steps.map((step) => Math.sin(step / 300)) },
      xLabel: 'x',
      yLabel: 'y',
    },
    ...edges.map((y) => ({
      points: Array.from(y)
        .slice(0, 20)
        .map((value, k) => ({ x: k, y: value })),
      curve: line(y),
      xLabel: 'x',
      yLabel: 'y',
    })),
  ],
  functions: [
    {
      functions: [
        { label: 'tanh', x: steps.map((x) => x / 300 - 3), y: steps.map((x) => Math.tanh(x / 300 - 3)) },
      ],
      xLabel: 'x',
    },
    ...edges.map((y) => ({ functions: [{ label: 'f', ...line(y) }] })),
  ],
  histogram: [
    {
      groups: [0, 1, 2, 3].map((depth) => ({
        label: `layer ${depth + 1}`,
        values: bell(2000).map((value) => Math.tanh(value * 1.6 ** depth)),
        tone: `series${depth as 0 | 1 | 2 | 3}` as const,
      })),
      xLabel: 'activation',
    },
    { groups: [], xLabel: 'x' },
    {
      groups: edges.map((values, k) => ({ label: `${k}`, values, tone: 'series0' as const })),
      xLabel: '기울기',
      logX: true,
    },
    ...edges.map((values) => ({ groups: [{ label: '', values, tone: 'series0' as const }], xLabel: 'x' })),
    {
      groups: Array.from({ length: 100 }, (_, k) => ({
        label: `${k}`,
        values: bell(9),
        tone: 'series0' as const,
      })),
      xLabel: 'x',
      xRange: [-1, 1],
    },
  ],
  network: [
    {
      layers: [
        { label: 'input', units: ['x', 'y'] },
        { label: 'layer 1', units: ['1', '2', '3', '4'], flat: [2] },
        { label: 'output', units: ['chance'] },
      ],
      weights: [
        [1.62, -0.71, 0.05, 2.4, -1.1, 3.2, 0.02, -0.4],
        [2.2, -2.9, 0, 0.8],
      ],
    },
    { layers: [], weights: [] },
    { layers: [{ label: '', units: [''] }], weights: [] },
    {
      layers: [
        { label: '입력', units: ['가로', '세로', 'a', 'b'] },
        { label: '출력', units: ['확률', 'c'] },
      ],
      weights: [broken],
    },
    {
      layers: [784, 128, 64, 10].map((count, k) => ({
        label: `${k}`,
        units: Array.from({ length: count }, (_, unit) => `${unit}`),
      })),
      weights: [784 * 128, 128 * 64, 64 * 10].map((count) => bell(count)),
    },
  ],
  path: [
    {
      curve: { x: steps.map((x) => x / 300 - 3), y: steps.map((x) => (x / 300 - 3) ** 2) },
      path: Array.from({ length: 8 }, (_, k) => ({ x: 3 * 0.6 ** k, y: 9 * 0.36 ** k })),
      xLabel: 'w',
      yLabel: 'loss',
    },
    ...edges.map((y) => ({
      curve: line(y),
      path: Array.from(y)
        .slice(0, 20)
        .map((value, k) => ({ x: k, y: value })),
      xLabel: 'w',
      yLabel: 'loss',
    })),
  ],
  precisionRecall: [
    {
      curves: [
        { label: 'tanh', x: shares, y: shares.map((r) => 1 - 0.7 * r ** 4), area: 0.86, tone: 'series0' },
      ],
      base: { y: 0.3, label: 'share of class 1' },
      ...{ xLabel: 'recall', yLabel: 'precision', areaLabel: 'AP' },
      at: { x: 0.8, y: 0.71, label: '0.5' },
    },
    { curves: [], base: { y: Number.NaN, label: '' }, xLabel: '', yLabel: '', areaLabel: '' },
    ...edges.map((y) => ({
      curves: [{ label: '', ...line(y), area: Number.NaN, tone: 'series0' as const }],
      base: { y: 0.5, label: '몫' },
      ...{ xLabel: '재현율', yLabel: '정밀도', areaLabel: 'AP' },
    })),
  ],
  profile: [
    {
      series: [
        { label: 'sigmoid', values: depths.map((k) => 0.3 ** k), tone: 'series0' },
        {
          label: 'ReLU, He',
          values: depths.map((k) => 1 - k / 40),
          low: depths.map((k) => 0.6 - k / 40),
          high: depths.map((k) => 1.6 - k / 40),
          tone: 'series1',
        },
      ],
      xLabel: 'layer',
      yLabel: 'gradient',
      logY: true,
    },
    { series: [], xLabel: '', yLabel: '' },
    ...edges.map((values) => ({
      series: [{ label: 'a', values, low: values, high: values, tone: 'series0' as const }],
      xLabel: 'layer',
      yLabel: 'gradient',
      logY: values.length > 2,
    })),
  ],
  reliability: [
    {
      bins: shares.slice(0, -1).map((share) => ({
        chance: share + 0.05,
        share: (share + 0.05) ** 1.6,
        count: 20 + Math.round(400 * (share - 0.5) ** 2),
      })),
      ...{ xLabel: 'chance', yLabel: 'share', countLabel: 'n' },
    },
    { bins: [], xLabel: '', yLabel: '', countLabel: '' },
    {
      bins: broken.map((value) => ({ chance: value, share: value, count: value })),
      ...{ xLabel: '확률', yLabel: '몫', countLabel: '개수' },
    },
  ],
  roc: [
    {
      curves: [
        { label: 'tanh', x: shares, y: shares.map((r) => r ** 0.3), area: 0.77, tone: 'series0' },
        { label: 'linear', x: shares, y: shares.map((r) => r ** 0.7), area: 0.59, tone: 'series1' },
      ],
      ...{ xLabel: 'false alarms', yLabel: 'recall', areaLabel: 'AUC' },
    },
    { curves: [], xLabel: '', yLabel: '', areaLabel: '' },
    ...edges.map((y) => ({
      curves: [{ label: '', ...line(y), area: Number.NaN, tone: 'series0' as const }],
      ...{ xLabel: '거짓 경보', yLabel: '재현율', areaLabel: 'AUC' },
    })),
  ],
  surface: [
    {
      values: grid(60, 40, (x, y) => 1 / (1 + Math.exp(-6 * (y - x * x + 0.3)))),
      ...{ columns: 60, rows: 40, classes: 2, x: [-1, 1], y: [-1, 1] },
      points: [
        { x: 0.1, y: 0.6, label: 1 },
        { x: -0.7, y: 0.4, label: 1, wrong: true },
        { x: 0.6, y: -0.5, label: 0 },
      ],
    },
    { values: [], columns: 0, rows: 0, classes: 2, x: [0, 0], y: [0, 0], points: [] },
    { values: broken, columns: 4, rows: 2, classes: 3, x: [0, 1], y: [0, 1], points: [] },
  ],
  units: [
    {
      layers: [
        {
          label: 'layer 1',
          units: [
            unit('1', (x) => Math.tanh(3 * x)),
            unit('2', (_, y) => Math.tanh(3 * y)),
            unit('3', (x, y) => Math.tanh(4 * (x + y))),
            unit('4', (x, y) => Math.max(0, x - y)),
            unit('5', () => 0),
            unit('6', (x, y) => Math.tanh(5 * (x - y) + 2)),
          ],
        },
        {
          label: 'layer 2',
          units: [
            unit('1', (x, y) => Math.tanh(8 * x * y)),
            unit('2', (x, y) => Math.tanh(6 * (x * x + y * y - 0.5))),
          ],
        },
      ],
      columns: 24,
      rows: 24,
    },
    { layers: [], columns: 0, rows: 0 },
    { layers: [{ label: '', units: [{ label: '', values: [] }] }], columns: 4, rows: 4 },
    { layers: [{ label: '층 1', units: [{ label: '1', values: broken }] }], columns: 4, rows: 2 },
    {
      layers: [
        { label: 'a', units: Array.from({ length: 300 }, (_, k) => unit(`${k}`, (x, y) => x * k - y)) },
      ],
      columns: 24,
      rows: 24,
    },
  ],
};
