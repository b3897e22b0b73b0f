export const reader = {
  place: (step: number, steps: number) => `${step}/${steps}`,
  left: (minutes: number) => `about ${minutes} min left`,
  owed: 'Answer first, or press s to skip.',
  more: (rows: number) => `${rows} more below`,
  sources: 'Sources',
};

export const correction = {
  title: 'Corrected note',
  note: 'Often written',
  right: 'What is so',
  evidence: 'Evidence',
  claim: 'a run you can repeat here with v',
};

export const claim = {
  running: 'Running the claim ...',
  holds: 'Held, just now, on this machine.',
  fails: 'Not held on this machine. That should not be: please report it.',
  seeds: (seeds: number, steps: string, seconds: string) =>
    `${seeds === 1 ? '1 seed' : `${seeds} seeds`}, ${steps} steps, ${seconds} s`,
  spread: (low: string, high: string, count: number) => `${low} … ${high}  (${count} values)`,
};

export const predict = {
  title: 'Predict, then run',
  chosen: (option: string) => `You said: ${option}`,
  right: 'You saw it coming.',
  wrong: (option: string) => `The run says otherwise: it is option ${option}.`,
  undecided: 'The seeds disagree: there is no one answer.',
  /** `value` is null where each option has its own. */
  observed: (value: string | null, agreed: number, seeds: number) => {
    const measured = value === null ? 'Measured just now' : `Measured: ${value}`;
    return seeds === 1
      ? measured
      : `${measured} (${value === null ? 'medians' : 'median'}); ${agreed} of ${seeds} seeds agree`;
  },
  reflect: 'To think about',
};

export const run = {
  title: 'Watch it train',
  states: {
    running: 'training',
    paused: 'paused',
    rest: 'other seeds',
    finished: 'finished',
    failed: 'failed',
  },
  step: (step: string, steps: string) => `step ${step}/${steps}`,
  along: (axis: string, at: string, of: string) => `${axis} ${at}/${of}`,
  epoch: (epoch: string) => `epoch ${epoch}`,
  seeds: (done: number, all: number) => `runs ${done}/${all}`,
  rate: (steps: string) => `${steps} steps/s`,
  hash: (hash: string) => `result ${hash}`,
  failed: (
    failure:
      | { readonly cause: 'memory' }
      | { readonly cause: 'ended'; readonly code: number }
      | { readonly cause: 'thrown'; readonly message: string },
  ) => {
    switch (failure.cause) {
      case 'memory':
        return 'The run broke off: memory ran out. Take a smaller net, batch or n.';
      case 'ended':
        return `The run broke off: its thread ended by itself (code ${failure.code}). Run it again.`;
      case 'thrown':
        return `The run broke off: ${failure.message}`;
    }
  },
  waiting: 'Starting ...',
  diverged: 'diverged',
  repeat: 'Repeat it:',
  loss: 'loss',
};
