export const en = {
  /** Reports and errors of the command line. */
  command: {},
  /** Screens: footer, map, reader, runs, questions. */
  screen: {},
  /** Labels and sentences of charts. */
  chart: {},
  /** What is wrong with a recipe, a flag or a file, and what to do. */
  problem: {
    notAllowed: (key: string, value: string, allowed: string) =>
      `${key}: ${value} is not allowed; it must be ${allowed}.`,
    notOneOf: (key: string, value: string, known: readonly string[], nearest: string | null) =>
      `${key}: there is no "${value}"${nearest ? `; did you mean "${nearest}"?` : ';'} Known are ${known.join(', ')}.`,
    unknownKey: (key: string, kind: string, known: readonly string[], nearest: string | null) =>
      `${key}: a recipe of kind ${kind} has no such key${nearest ? `; did you mean "${nearest}"?` : ';'} It has ${known.join(', ')}.`,
    numberAbove: (above: string, to: string) => `a number above ${above} and at most ${to}`,
    numberFrom: (from: string, to: string) => `a number from ${from} to ${to}`,
    wholeFrom: (from: string, to: string) => `a whole number from ${from} to ${to}`,
    widths: (to: string, most: string) =>
      `widths of the hidden layers such as 16 or 16,16, each from 1 to ${to}, at most ${most} of them, or none`,
    badSeeds: (value: string) =>
      `seeds: ${value} is not allowed; write one seed (7), a list (1,2,5) or a rising range (1..20), each seed once, at most 1000 of them.`,
    badVary:
      'vary: name a key with the values that it takes, such as net=2,4,8, or whole variants, such as "batch=1 lr=0.05; batch=32".',
    lossDoesNotFit: (loss: string, data: string, fitting: readonly string[]) =>
      `loss: ${loss} does not fit the data ${data}; take ${fitting.join(' or ')}.`,
    batchTooLarge: (batch: number, n: number) =>
      `batch: ${batch} is not allowed; the data has ${n} rows, so it must be from 1 to ${n}.`,
    gdTakesAll: (batch: number, n: number) =>
      `batch: ${batch} does not go with opt gd, which takes all ${n} rows at every step; leave batch out or take opt sgd.`,
    stepsOrEpochs: 'epochs: give steps or epochs, not both.',
    fixedFeatures: (data: string, features: number) =>
      `features: the data ${data} always has ${features}; leave features out.`,
    onlyWith: (key: string, needed: string, found: string) =>
      `${key}: it goes only with ${needed}, and this recipe has ${found}.`,
  },
};
