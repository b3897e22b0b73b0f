import type { Command } from './command.ts';

/** The same net at growing widths on every engine of this machine, as a table and a chart. */
export const bench: Command = {
  flags: {},
  usage: '',
  most: 0,
  run: async (context) => {
    const { reportBench } = await import('./bench-report.ts');
    return reportBench(context);
  },
};
