export const lab = {
  title: 'Broken: find out why',
  which: 'What is the cause?',
  notTheCause: 'Not the cause.',
  repairTitle: 'Repair it',
  goal: 'Goal:',
  left: (tries: number) => (tries === 1 ? '1 try left' : `${tries} tries left`),
  unset: 'not set',
  repaired: 'Repaired: the run has reached its goal.',
  solution: 'What repairs it:',
  findings: {
    divergence: (value: string) => `Divergence: at step ${value} the loss is no finite number any more.`,
    exploding: (value: string, threshold: string, at: number) =>
      `Explosion: grown to ${value} times its start at ${at} (spoken of above ${threshold}).`,
    vanishing: (value: string, threshold: string, at: number) =>
      `Vanishing: ${value} of the signal is left at ${at} (spoken of below ${threshold}).`,
    dead: (value: string, threshold: string) =>
      `Dead units: a share of ${value} answers 0 to every row (spoken of above ${threshold}).`,
    saturated: (value: string, threshold: string) =>
      `Saturation: a share of ${value} of all outputs lies at an end of its range (spoken of above ${threshold}).`,
    plateau: (value: string, threshold: string, at: number) =>
      `Plateau: from step ${at} on the loss fell by ${value} of its start (spoken of below ${threshold}).`,
    overfitting: (value: string, threshold: string, at: number) =>
      `Overfitting: since step ${at} the test loss has risen to ${value} times its best while the training loss fell (spoken of above ${threshold}).`,
    'mode-mismatch': (value: string, threshold: string) =>
      `Mode mismatch: the same rows, answered in training and in evaluation mode, differ by ${value} in accuracy (spoken of above ${threshold}).`,
    leakage: (value: string, threshold: string) =>
      `Leakage suspected: the test rows do better than the training rows by ${value} (spoken of above ${threshold}).`,
  },
};

export const trace = {
  title: 'One step, by numbers',
  phases: { forward: 'forward', loss: 'loss', backward: 'backward', update: 'update' },
  place: (phase: string, at: number, of: number) => `By numbers: ${phase} (${at} of ${of})`,
  /** What a number is, of a unit or a weight. */
  kinds: {
    sum: (of: string) => `Weighted sum of ${of}`,
    activation: (of: string) => `Activation of ${of}`,
    chance: (of: string) => `Chance by ${of}`,
    loss: () => 'Loss',
    mean: () => 'Loss of the batch: the mean',
    bend: (of: string) => `Slope of the activation at ${of}`,
    delta: (of: string) => `Slope of the loss in z(${of})`,
    slope: (of: string) => `Slope of the loss in ${of}`,
    new: (of: string) => `${of} after the step`,
  },
  start: 'It starts from',
  known: 'Known:',
  difference: (value: string, apart: string) => `Finite difference: ${value} (apart by ${apart})`,
  left: (blanks: number) => (blanks === 1 ? '1 number to fill in' : `${blanks} numbers to fill in`),
  filled: 'All numbers are filled in.',
  wrong: 'Not yet. Try again, take a hint, or see the answer.',
  putIn: 'with the numbers put in:',
};
