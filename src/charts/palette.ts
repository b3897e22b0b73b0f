import type { Rgb, Tone } from './drawing.ts';

// Blue and orange are told apart by every common kind of colour blindness. The middle is dark, so that doubt looks like
// shadow; even certainty stays below full brightness, so that the examples on top shine.
const stops: readonly (readonly [number, number, number])[] = [
  [0x2f, 0x74, 0xc4],
  [0x28, 0x58, 0x94],
  [0x1f, 0x37, 0x58],
  [0x16, 0x19, 0x20],
  [0x5c, 0x34, 0x12],
  [0x9a, 0x55, 0x10],
  [0xcf, 0x76, 0x16],
];

const levels = 48;
const diverging = Array.from({ length: levels + 1 }, (_, k) => blend(stops, k / levels));

const classHues: readonly (readonly [number, number, number])[] = [
  [0x2f, 0x74, 0xc4],
  [0xcf, 0x76, 0x16],
  [0x2f, 0x8f, 0x5c],
  [0x8c, 0x4f, 0xb4],
];
const shadow = [0x16, 0x19, 0x20] as const;
const classRamps = classHues.map((hue) =>
  Array.from({ length: levels + 1 }, (_, k) => blend([shadow, hue], k / levels)),
);

/** The line between two classes. */
export const boundaryColor: Rgb = 0xf2f4f6;

/** A point that the network gets wrong. */
export const wrongColor: Rgb = 0xd7263d;

// From the valley up: the lower, the darker, and nowhere so bright that a path over it would be lost.
const heightRamp = Array.from({ length: levels + 1 }, (_, k) =>
  blend(
    [
      [0x10, 0x17, 0x2b],
      [0x1d, 0x3a, 0x5c],
      [0x33, 0x5e, 0x6b],
      [0x6b, 0x70, 0x4c],
      [0x8a, 0x6a, 0x35],
    ],
    k / levels,
  ),
);

/** The colour of a height between 0 (the lowest) and 1. */
export function heightColor(height: number): Rgb {
  return heightRamp[Math.round(Math.min(1, Math.max(0, height || 0)) * levels)]!;
}

/** Lines of equal height. */
export const contourColor: Rgb = 0xb8c2cc;

/** The way of an optimizer over heights. */
export const pathColor: Rgb = 0xffe08a;

/** The tone of a class. */
export function classTone(label: number): Tone {
  return (['class0', 'class1', 'class2', 'class3'] as const)[label & 3]!;
}

/** Points of a class, bright enough to stand out on any heat. */
export function pointColor(label: number): Rgb {
  return [0xa8dcff, 0xffdf9a, 0xb4f5cc, 0xecccff][label & 3]!;
}

/** The colour of a chance between 0 (blue) and 1 (orange); the dark middle is doubt. */
export function heat(chance: number): Rgb {
  return diverging[Math.round(Math.min(1, Math.max(0, chance)) * levels)]!;
}

/** The colour of one of several classes, the brighter the surer (0 to 1). */
export function classHeat(label: number, sureness: number): Rgb {
  return classRamps[label & 3]![Math.round(Math.min(1, Math.max(0, sureness)) * levels)]!;
}

/** The ground of a point: what it stands on, in shadow. */
export function shade(color: Rgb): Rgb {
  return ((color >> 1) & 0x7f7f7f) + 0x04050a;
}

/** The colour of two that gives less light. */
export function darker(a: Rgb, b: Rgb): Rgb {
  return light(a) <= light(b) ? a : b;
}

function light(color: Rgb): number {
  return (color >> 16) * 2 + ((color >> 8) & 0xff) * 5 + (color & 0xff);
}

function blend(colors: readonly (readonly [number, number, number])[], along: number): Rgb {
  const at = along * (colors.length - 1);
  const k = Math.min(colors.length - 2, Math.floor(at));
  const [a, b] = [colors[k]!, colors[k + 1]!];
  const channel = (c: 0 | 1 | 2) => Math.round(a[c] + (b[c] - a[c]) * (at - k));
  return (channel(0) << 16) | (channel(1) << 8) | channel(2);
}
