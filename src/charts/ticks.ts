/** Round values in a range: steps of 1, 2 or 5 times a power of ten, about `count` of them. */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  const step = niceStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.min(last - first + 1, 100) }, (_, k) => (first + k) * step + 0);
}

/** The least round step that divides a span into at most `count` parts. */
export function niceStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5].find((candidate) => raw <= candidate * power * (1 + 1e-9)) ?? 10;
  return factor * power;
}

/** Decades in a positive range; within a narrow one 1, 2 and 5 times them, or plain round values. */
export function logTicks(low: number, high: number, count: number): readonly number[] {
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  if (to - from >= 2) {
    const stride = Math.ceil((to - from + 1) / Math.max(2, count));
    const first = Math.ceil(from / stride) * stride;
    return Array.from(
      { length: Math.floor((to - first) / stride) + 1 },
      (_, k) => 10 ** (first + k * stride),
    );
  }
  const fine = [from - 1, from, to, to + 1]
    .flatMap((decade) => [1, 2, 5].map((factor) => factor * 10 ** decade))
    .filter(
      (value, k, all) => all.indexOf(value) === k && value >= low * 0.999999 && value <= high * 1.000001,
    );
  return fine.length >= 2 ? fine : niceTicks(low, high, count).filter((value) => value > 0);
}

/** A number in few characters: 0.693, 1.2e-5, 4,000. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return '?';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 0.00095 || size >= 999_999.5) return shortExponential(value, 1);
  if (size >= 999.5) return withCommas(value.toFixed(0));
  return trimZeros(value.toPrecision(3));
}

/** The ticks of an axis, all with as many decimals as their step asks for. */
export function formatTicks(ticks: readonly number[], isLog = false): readonly string[] {
  const steps = ticks.slice(1).map((tick, k) => tick - ticks[k]!);
  const step = Math.min(...steps);
  if (isLog || steps.length === 0 || step <= 0) return ticks.map(formatNumber);
  const largest = Math.max(...ticks.map(Math.abs));
  const decimals = Math.max(0, -Math.floor(Math.log10(step * (1 + 1e-9))));
  if (largest < 1_000_000 && decimals <= 4) return ticks.map((tick) => withCommas(tick.toFixed(decimals)));
  const digits = Math.min(15, Math.max(0, Math.ceil(Math.log10(largest / step) - 1e-9)));
  return ticks.map((tick) => (tick === 0 ? '0' : shortExponential(tick, digits)));
}

function shortExponential(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
  return `${trimZeros(mantissa)}e${exponent.replace('+', '')}`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function withCommas(text: string): string {
  const [whole = '', fraction] = text.replace(/^-(0(\.0+)?)$/, '$1').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
