const MOST_SEEDS = 1000;
const LARGEST_SEED = 2 ** 32 - 1;

/** Reads seeds written as 7, [1, 2, 3], "1..20" or "1..3,7"; null where that is not what it is. */
export function parseSeeds(raw: unknown): readonly number[] | null {
  const parts = (Array.isArray(raw) ? raw : String(raw).split(',')).map((part) => String(part).trim());
  const seeds: number[] = [];
  for (const part of parts) {
    const match = /^(\d+)(?:\.\.(\d+))?$/.exec(part);
    if (!match) return null;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first || last > LARGEST_SEED || last - first >= MOST_SEEDS) return null;
    for (let seed = first; seed <= last; seed++) seeds.push(seed);
  }
  return seeds.length <= MOST_SEEDS && new Set(seeds).size === seeds.length ? seeds : null;
}

/** The shortest way to write seeds: 1..20, or 1,2,5. */
export function formatSeeds(seeds: readonly number[]): string {
  const first = seeds[0] ?? 1;
  const isRange = seeds.length > 2 && seeds.every((seed, i) => seed === first + i);
  return isRange ? `${first}..${seeds.at(-1)}` : seeds.join(',');
}
