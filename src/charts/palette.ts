import type { Rgb, Tone } from './drawing.ts';

// Blue and orange are told apart by every common kind of colour blindness. The middle is dark, so that
// uncertainty looks like shadow and points shine on it.
const stops: readonly (readonly [number, number, number])[] = [
  [0x3f, 0x8f, 0xe8],
  [0x2c, 0x69, 0xb4],
  [0x20, 0x44, 0x74],
  [0x1b, 0x1f, 0x27],
  [0x78, 0x41, 0x17],
  [0xb8, 0x63, 0x18],
  [0xf0, 0x8c, 0x28],
];

const levels = 48;
const diverging = Array.from({ length: levels + 1 }, (_, k) => blend(stops, k / levels));

const classHues: readonly (readonly [number, number, number])[] = [
  [0x3f, 0x8f, 0xe8],
  [0xf0, 0x8c, 0x28],
  [0x3f, 0xb0, 0x7a],
  [0xb0, 0x6c, 0xd8],
];
const shadow = [0x1b, 0x1f, 0x27] as const;
const classRamps = classHues.map((hue) =>
  Array.from({ length: levels + 1 }, (_, k) => blend([shadow, hue], k / levels)),
);

/** The line between two classes. */
export const boundaryColor: Rgb = 0xf2f4f6;

/** A point that the network gets wrong. */
export const wrongColor: Rgb = 0xd7263d;

/** The tone of a class. */
export function classTone(label: number): Tone {
  return (['class0', 'class1', 'class2', 'class3'] as const)[label & 3]!;
}

/** Points of a class, bright enough to stand out on any heat. */
export function pointColor(label: number): Rgb {
  return [0xbfe0ff, 0xffe0b0, 0xc8f5d8, 0xead2ff][label & 3]!;
}

/** The colour of a chance between 0 (blue) and 1 (orange); the dark middle is doubt. */
export function heat(chance: number): Rgb {
  return diverging[Math.round(Math.min(1, Math.max(0, chance)) * levels)]!;
}

/** The colour of one of several classes, the brighter the surer (0 to 1). */
export function classHeat(label: number, sureness: number): Rgb {
  return classRamps[label & 3]![Math.round(Math.min(1, Math.max(0, sureness)) * levels)]!;
}

/** Halfway between two colours. */
export function mix(a: Rgb, b: Rgb): Rgb {
  return ((a & 0xfefefe) >> 1) + ((b & 0xfefefe) >> 1);
}

function blend(colors: readonly (readonly [number, number, number])[], along: number): Rgb {
  const at = along * (colors.length - 1);
  const k = Math.min(colors.length - 2, Math.floor(at));
  const [a, b] = [colors[k]!, colors[k + 1]!];
  const channel = (c: 0 | 1 | 2) => Math.round(a[c] + (b[c] - a[c]) * (at - k));
  return (channel(0) << 16) | (channel(1) << 8) | channel(2);
}
