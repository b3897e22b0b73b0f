/** Labels and sentences of charts. */
export const chart = {
  step: 'step',
  epoch: 'epoch',
  /** What curves lie along in place of steps. */
  axes: { layer: 'layer', degree: 'degree', width: 'width', dimension: 'dimension' },
  loss: 'loss',
  accuracy: 'accuracy',
  /** Measures that curves are drawn of, where their own names are too short. */
  measures: {
    loss: 'loss',
    acc: 'accuracy',
    told_acc: 'accuracy as it is told',
    leaky_acc: 'accuracy with the leak',
    loud: 'weight with loud noise',
    difference: 'difference from the finite differences',
    skew_before: 'skewness before',
    noise: 'noise',
    std: 'standard deviation',
    grad: 'mean size of the gradient',
    positive: 'share of minima',
    test_loss: 'test loss',
    test_acc: 'test accuracy',
  },
  /** Sides of a confusion matrix. */
  actual: 'truth',
  actualTest: 'truth (test)',
  predicted: 'answer',
  recall: 'recall',
  weight: 'w',
  trainLoss: 'training loss',
  diverged: 'diverged',
  stopped: 'stopped early',
  /** What the learner expects, on the chart. */
  expected: 'your prediction',
  rate: 'rate',
  /** What a chart shows, for those who cannot see it; `number` writes a value in few characters. */
  sentences: {
    bars: (bars: readonly { label: string; value: number }[], number: Write) =>
      `${bars.map(({ label, value }) => `${label}: ${number(value)}`).join(', ')}.`,
    confusion: ({ total, right, worst }: ConfusionFacts) =>
      `${right} of ${total} are answered rightly${worst ? `; most often ${worst.actual} is taken for ${worst.predicted}, ${worst.count} times` : ''}.`,
    contours: ({ steps, end, height, lowest, divergedAt }: ContoursFacts, number: Write) => {
      if (divergedAt !== null) return `At step ${divergedAt} the path is no number any more.`;
      if (!end) return 'There is no step yet.';
      const level =
        height === null || lowest === null
          ? ', beyond the picture'
          : `, at a height of ${number(height)}; the lowest here is ${number(lowest)}`;
      return `After ${steps} steps it stands at (${number(end.x)}, ${number(end.y)})${level}.`;
    },
    curves: ({ series }: { series: readonly CurveFacts[] }, number: Write) =>
      series
        .map(({ label, first, last, turn, brokenAt }) => {
          if (first === null || last === null) return `${label} has no number yet.`;
          const broken = brokenAt === null ? '' : `, and is no number at ${number(brokenAt)}`;
          const by = turn ? ` by way of ${number(turn.y)} at ${number(turn.x)}` : '';
          return `${label} goes from ${number(first)} to ${number(last)}${by}${broken}.`;
        })
        .join(' '),
    fit: ({ points, meanSquare }: { points: number; meanSquare: number | null }, number: Write) =>
      `The curve of the network over ${points} points${meanSquare === null ? '' : `, at a mean squared distance of ${number(meanSquare)}`}.`,
    functions: (
      { functions }: { functions: readonly { label: string; range: readonly [number, number] | null }[] },
      number: Write,
    ) =>
      functions
        .map(({ label, range }) =>
          range === null
            ? `${label} has no value here.`
            : `${label} runs between ${number(range[0])} and ${number(range[1])}.`,
        )
        .join(' '),
    histogram: (groups: readonly GroupFacts[], number: Write) =>
      groups
        .map(({ label, count, mean, std, zeros, broken }) => {
          const named = label === '' ? '' : `${label}: `;
          if (count === 0) return `${named}no finite value.`;
          const off = zeros > 0 ? `, ${Math.round((100 * zeros) / count)} % exactly 0` : '';
          const lost = broken > 0 ? `, and ${broken} that are no number` : '';
          return `${named}${count} values with mean ${number(mean)} and standard deviation ${number(std)}${off}${lost}.`;
        })
        .join(' '),
    network: ({ units, links, positive, broken, largest }: NetworkFacts, number: Write) => {
      const lost = broken > 0 ? `, ${broken} are no number` : '';
      const most = largest
        ? `; the largest in size is ${number(largest.weight)}, behind layer ${largest.layer}`
        : '';
      return `A network of ${units.join(', ')} units from layer to layer; of its ${links} weights ${positive} are positive${lost}${most}.`;
    },
    path: (
      { steps, end, divergedAt }: { steps: number; end: { x: number } | null; divergedAt: number | null },
      number: Write,
    ) =>
      divergedAt !== null
        ? `At step ${divergedAt} w is no number any more.`
        : `After ${steps} steps w is ${number(end?.x ?? Number.NaN)}.`,
    precisionRecall: (curves: readonly AreaFacts[], number: Write) =>
      curves
        .map(({ label, area }) => `${label ? `${label}: ` : ''}average precision ${number(area)}.`)
        .join(' ') || 'There is no curve.',
    profile: (series: readonly ProfileFacts[], number: Write) =>
      series
        .map(({ label, layers, first, last }) =>
          first === null || last === null
            ? `${label} is not a number in every layer.`
            : `${label} goes from ${number(first)} in the first to ${number(last)} in the last of ${layers} layers.`,
        )
        .join(' '),
    reliability: ({ count, error, excess }: ReliabilityFacts, number: Write) => {
      if (error === null || excess === null) return 'There are no answers yet.';
      const side = excess > 0 ? 'more than they keep' : 'less than they keep';
      return `The chances of ${count} answers miss what comes true by ${number(error)} on average and promise ${side}, by ${number(Math.abs(excess))}.`;
    },
    roc: (curves: readonly AreaFacts[], number: Write) =>
      curves
        .map(
          ({ label, area }) =>
            `${label ? `${label}: ` : ''}area below the ROC curve ${number(area)}, where chance gives 0.5.`,
        )
        .join(' ') || 'There is no curve.',
    surface: ({ points, wrong }: { points: number; wrong: number }) =>
      `${points - wrong} of ${points} points lie on their own side of the boundary.`,
    units: ({ layers, units, flat }: { layers: number; units: number; flat: number }) =>
      `${units} hidden units in ${layers} ${layers === 1 ? 'layer' : 'layers'}; ${flat === 0 ? 'each answers differently from place to place' : `${flat} of them ${flat === 1 ? 'answers' : 'answer'} the same everywhere`}.`,
  },
};

/** What is said of one curve. */
type CurveFacts = {
  readonly label: string;
  readonly first: number | null;
  readonly last: number | null;
  readonly turn: { readonly x: number; readonly y: number } | null;
  readonly brokenAt: number | null;
};

type ConfusionFacts = {
  readonly total: number;
  readonly right: number;
  readonly worst: { readonly actual: string; readonly predicted: string; readonly count: number } | null;
};

type ContoursFacts = {
  readonly steps: number;
  readonly end: { readonly x: number; readonly y: number } | null;
  readonly height: number | null;
  readonly lowest: number | null;
  readonly divergedAt: number | null;
};

type GroupFacts = {
  readonly label: string;
  readonly count: number;
  readonly mean: number;
  readonly std: number;
  readonly zeros: number;
  readonly broken: number;
};

type NetworkFacts = {
  readonly units: readonly number[];
  readonly links: number;
  readonly positive: number;
  readonly broken: number;
  readonly largest: { readonly layer: number; readonly weight: number } | null;
};

type AreaFacts = { readonly label: string; readonly area: number };

type ReliabilityFacts = {
  readonly count: number;
  readonly error: number | null;
  readonly excess: number | null;
};

type ProfileFacts = {
  readonly label: string;
  readonly layers: number;
  readonly first: number | null;
  readonly last: number | null;
};

/** Writes a number in few characters. */
type Write = (value: number) => string;
