import { type CurveSeries, drawCurves } from '../charts/curves.ts';
import type { Tone } from '../charts/drawing.ts';
import { gpuFolder } from '../training/backend.ts';
import { type BenchEvent, bench, benchEngines, benchWidths } from '../training/bench.ts';
import { openGpuMemory } from '../training/speeds.ts';
import type { Context, ExitCode } from './command.ts';

/** Measures, and prints what comes of it: an event a line with --json, otherwise a table and a chart. */
export async function reportBench(context: Context): Promise<ExitCode> {
  const { dataFolder, print, words, arguments: given } = context;
  const isJson = given.switches.has('json');
  const events: BenchEvent[] = [];
  if (!isJson && !(await print(words.bench.setting))) return 0;
  for (const event of bench(gpuFolder(dataFolder), openGpuMemory(dataFolder))) {
    events.push(event);
    if (!(await print(isJson ? JSON.stringify(event) : line(event, words.bench)))) return 0;
  }
  if (!isJson) for (const each of chart(events, context)) if (!(await print(each))) return 0;
  return 0;
}

function line(event: BenchEvent, say: Context['words']['bench']): string {
  const name = say.engines[event.engine].padEnd(28);
  switch (event.type) {
    case 'measured':
      return `${name} ${String(event.width).padStart(5)}  ${say.rate(short(event.rate)).padStart(18)}`;
    case 'left-out':
      return `${name} ${String(event.width).padStart(5)}  ${say.leftOut}`;
    case 'absent':
      return `${name} ${say.absent(event.reason)}`;
    case 'found':
      return `${name} ${event.adapter}`;
  }
}

/** Rates over widths, both by their logarithms, and what leads at each width. */
function chart(events: readonly BenchEvent[], { words, arguments: given }: Context): readonly string[] {
  const measured = events.flatMap((event) => (event.type === 'measured' ? [event] : []));
  const series = benchEngines.flatMap((engine, i): CurveSeries[] => {
    const own = measured.filter((each) => each.engine === engine);
    if (own.length === 0) return [];
    const tone: Tone = `series${i as 0 | 1 | 2 | 3 | 4}`;
    const [x, y] = [own.map(({ width }) => Math.log2(width)), own.map(({ rate }) => rate)];
    return [{ label: words.bench.engines[engine], x, y, tone }];
  });
  const { lines } = drawCurves(
    { series, xLabel: words.bench.width, yLabel: words.bench.rateAxis, logY: true },
    { columns: Math.min(process.stdout.columns ?? 80, 100) - 1, rows: 16 },
    { glyphs: given.switches.has('ascii') ? 'ascii' : 'braille', colors: 'none' },
    () => '',
  );
  const leaders = benchWidths.map((width) => {
    const [best] = measured.filter((each) => each.width === width).sort((a, b) => b.rate - a.rate);
    return best ? words.bench.leader(width, words.bench.engines[best.engine]) : '';
  });
  return ['', ...lines.map((spans) => spans.map(({ text }) => text).join('')), '', ...leaders];
}

function short(rate: number): string {
  return rate >= 100 ? Math.round(rate).toLocaleString('en-US') : rate.toPrecision(2);
}
