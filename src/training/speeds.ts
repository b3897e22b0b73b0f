import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** Training steps a second of one net on the processor and on the GPU. */
export type Speeds = { readonly cpu: number; readonly gpu: number };

/** What is remembered of the GPU in the data folder: speeds by machine and net, and whether GPU support was offered. */
export type GpuMemory = {
  speeds(net: string): Speeds | null;
  remember(net: string, speeds: Speeds): void;
  readonly all: Readonly<Record<string, Speeds>>;
  /** True the first time that it is asked, ever. */
  offers(): boolean;
};

type Stored = { speeds: Record<string, Speeds>; offered: boolean };

/** Opens what is remembered; where the folder cannot be written, it is remembered no longer than the program runs. */
export function openGpuMemory(folder: string): GpuMemory {
  const file = join(folder, 'gpu.json');
  const stored = read(file);
  // The same folder may be opened on several machines.
  const keyOf = (net: string) => `${cpus()[0]?.model.trim() ?? 'unknown'} | ${net}`;
  return {
    all: stored.speeds,
    speeds: (net) => stored.speeds[keyOf(net)] ?? null,
    remember(net, speeds) {
      stored.speeds[keyOf(net)] = speeds;
      write(file, folder, stored);
    },
    offers() {
      if (stored.offered) return false;
      stored.offered = true;
      write(file, folder, stored);
      return true;
    },
  };
}

function read(file: string): Stored {
  const nothing: Stored = { speeds: {}, offered: false };
  try {
    const { speeds, offered }: Partial<Stored> = JSON.parse(readFileSync(file, 'utf8'));
    const sound = Object.entries(speeds ?? {}).filter(([, { cpu, gpu }]) => cpu > 0 && gpu > 0);
    return { speeds: Object.fromEntries(sound), offered: offered === true };
  } catch {
    return nothing;
  }
}

function write(file: string, folder: string, stored: Stored): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(stored, null, 1));
  } catch {
    // A disk that cannot be written costs a measurement each time, and no more.
  }
}
