import { directionsOf } from '../engine/pair-losses.ts';
import type { Table } from '../engine/table.ts';
import { standardDeviation } from './statistics.ts';

/** Directions of codes apart: the mean over its numbers of the standard deviation of z / |z|, times √width. Chen and He, 2021. */
export function spreadOf(codes: Float32Array, width: number): number {
  const units = directionsOf(codes, width).units;
  const rows = codes.length / width;
  const spreads = Array.from({ length: width }, (_, c) =>
    standardDeviation(Array.from({ length: rows }, (_, row) => units[row * width + c]!)),
  );
  return (Math.sqrt(width) * spreads.reduce((sum, each) => sum + each, 0)) / width;
}

/** Share of rows whose nearest other row by the cosine of their codes has the same label. */
export function neighbourAccuracy(codes: Float32Array, { targets, rows }: Table, width: number): number {
  const units = directionsOf(codes, width).units;
  let right = 0;
  for (let i = 0; i < rows; i++) {
    let best = -Infinity;
    let nearest = i;
    for (let k = 0; k < rows; k++) {
      if (k === i) continue;
      let cosine = 0;
      for (let c = 0; c < width; c++) cosine += units[i * width + c]! * units[k * width + c]!;
      if (cosine > best) [best, nearest] = [cosine, k];
    }
    right += Number(targets[i] === targets[nearest]);
  }
  return right / rows;
}
