/** What is wrong with a recipe, a flag or a file, and what to do. */
export const problem = {
  notAllowed: (key: string, value: string, allowed: string) =>
    `${key}: ${value} is not allowed; it must be ${allowed}.`,
  notOneOf: (key: string, value: string, known: readonly string[], nearest: string | null) =>
    `${key}: there is no "${value}"${nearest ? `; did you mean "${nearest}"?` : '.'} Known are ${known.join(', ')}.`,
  unknownKey: (key: string, kind: string, known: readonly string[], nearest: string | null) =>
    `${key}: a recipe of kind ${kind} has no such key${nearest ? `; did you mean "${nearest}"?` : '.'} It has ${known.join(', ')}.`,
  numberAbove: (above: string, to: string) => `a number above ${above} and at most ${to}`,
  numberFrom: (from: string, to: string) => `a number from ${from} to ${to}`,
  wholeFrom: (from: string, to: string) => `a whole number from ${from} to ${to}`,
  evenFrom: (from: string) => `an even whole number from ${from}`,
  divisorOf: (width: string) => `a whole number that divides the width ${width} without a rest`,
  widths: (to: string, most: string) =>
    `widths of the layers such as 16 or 16,16, each from 1 to ${to}, at most ${most} of them, or none`,
  someOf: (known: readonly string[]) => `one or several of ${known.join(', ')}, each once`,
  text: (most: string) => `a text of at most ${most} letters`,
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
  tooLarge: (keys: readonly string[], needed: string, most: string) =>
    `${keys[0]}: this recipe would need ${needed} GB of memory and may need ${most} GB at most; take less of ${keys.join(', ')}.`,
  givenTwice: (key: string) => `${key}: it is given outright and among the varied keys; give it once.`,
  seedOrSeeds: 'seed: give seed or seeds, not both.',
  stepsOrEpochs: 'epochs: give steps or epochs, not both.',
  fixedFeatures: (data: string, features: number) =>
    `features: the data ${data} always has ${features}; leave features out.`,
  onlyWith: (key: string, needed: string, found: string) =>
    `${key}: it goes only with ${needed}, and this recipe has ${found}.`,
  learnerDoesNotFit: (learner: string, data: string, fitting: readonly string[]) =>
    `learner: ${learner} does not fit the data ${data}; take ${fitting.join(' or ')}.`,
  noImages: (data: string) =>
    `conv: the data ${data} has no images; take digits or an IDX file, or leave conv out.`,
  imageTooSmall: (key: string, layer: number, height: number, columns: number) =>
    `${key}: at layer ${layer} of conv the image is only ${height} x ${columns} pixels, too small for it; take fewer layers, a smaller stride or no pool.`,
  needsImages: (key: string, data: string) =>
    `${key}: it changes images, and the data ${data} has none; take digits or an IDX file, or leave ${key} out.`,
  instanceNeedsImages:
    'norm: instance norm levels the pixels of images, and this recipe has none; add conv or take layer or batch.',
  nothingToSkip:
    'residual: no hidden layer here gives as many numbers as it takes, so there is nothing to skip; repeat a width, as in net=16,16.',
  notOfData: (key: string, data: string) => `${key}: the data ${data} has no such setting; leave ${key} out.`,
  tooManyRows: (key: string, data: string, rows: number, most: number) =>
    `${key}: the data ${data} has ${rows} rows for training and testing together; ${key} may be ${most} at most here.`,
  onlyClasses: (key: string, data: string) =>
    `${key}: it is about classes, and the data ${data} has none; leave ${key} out.`,
  onlyPlane: (data: string, features: number) =>
    `extra: it is computed from two features, and the data ${data} has ${features}; leave extra out.`,
  emptyPart: (share: number, n: number) =>
    `validation: a share of ${share} of ${n} rows leaves too few on one side; take another share or more rows.`,
  classSides: (key: string) =>
    `${key}: a class is told by a threshold only where there are two; take data with two classes or leave ${key} out.`,
  /** Why a run cannot be walked number by number. */
  trace: {
    oneRun: 'a trace walks a run of kind train that varies nothing; name such a run.',
    notWalked: (key: string, value: string) =>
      `a trace walks dense layers and gd or sgd, and this run has ${key}: ${value}; leave it out.`,
    tooWide: (units: number, most: number) =>
      `a layer with ${units} numbers is too wide to follow; a trace takes at most ${most}.`,
    tooDeep: (layers: number, most: number) =>
      `${layers} hidden layers are too many to follow; a trace takes at most ${most}.`,
    tooManyRows: (rows: number, most: number) =>
      `a step on ${rows} rows is too long to follow; a trace takes at most ${most}: set n, or batch with opt sgd.`,
    weights: (has: number, needed: number) =>
      `the network has ${needed} weights and biases, and here stand ${has}; make them equal.`,
    inputs: (has: number, needed: number) =>
      `x must hold ${needed} numbers, one for each input, and holds ${has}.`,
    target: (value: number, allowed: string) => `y is ${value} and must be ${allowed}.`,
    notFinite: (name: string) => `${name} comes out as no finite number; take smaller ones.`,
  },
  settledAtStart: (key: string, changeable: readonly string[]) =>
    changeable.length === 0
      ? `${key}: this kind of experiment cannot be changed under way.`
      : `${key}: it is settled when a run begins and cannot change under way; what can are ${changeable.join(', ')}.`,
  otherShapes: (key: string, before: string, after: string) =>
    `${key}: from ${before} to ${after} the weights would change their shapes, so a run cannot go on with it; begin a new one.`,
  tooManyBranches: (most: number) => `A run has at most ${most} branches; begin a new one.`,
  /** What is wrong with a file of the learner's own. Rows are counted as in an editor, from 1. */
  file: {
    unreadable: (file: string, reason: string) => `${file}: it cannot be read (${reason}).`,
    noRows: (file: string) => `${file}: it needs at least two rows of values.`,
    openQuote: (file: string, row: number) =>
      `${file}, row ${row}: a quote is opened here and closed nowhere.`,
    unevenRow: (file: string, row: number, has: number, others: number) =>
      `${file}, row ${row}: it has ${has} columns, but the first row has ${others}.`,
    hole: (file: string, row: number, column: string) =>
      `${file}, row ${row}, column ${column}: the value is missing; fill it in or leave the row out.`,
    notNumber: (file: string, row: number, column: string, value: string) =>
      `${file}, row ${row}, column ${column}: "${value}" is not a number.`,
    wordColumns: (file: string, columns: readonly string[]) =>
      `${file}: words instead of numbers stand in ${columns.length === 1 ? 'the column' : 'the columns'} ${columns.join(', ')}; write numbers there or leave ${columns.length === 1 ? 'it' : 'them'} out.`,
    noColumn: (file: string, column: string, known: readonly string[]) =>
      `target: ${file} has no column "${column}"; it has ${known.join(', ')}.`,
    oneColumn: (file: string) =>
      `${file}: only one column is found; separate inputs and answer by commas, semicolons, tabs or bars.`,
    oneClass: (file: string, column: string) =>
      `${file}, column ${column}: the answer is the same in every row, so there is nothing to learn.`,
    tooManyClasses: (file: string, column: string, classes: number, rows: number) =>
      `${file}, column ${column}: ${classes} different words in ${rows} rows make no classes; name another column with target.`,
    notBytes: (file: string) => `${file}: of IDX files only those of unsigned bytes can be read.`,
    cutShort: (file: string, has: number, promised: number) =>
      `${file}: it has ${has} bytes, but its head promises ${promised}.`,
    noLabels: (file: string, labels: string) =>
      `${file}: its labels should lie in ${labels}, which cannot be read; name their file with target.`,
    otherLabels: (file: string, images: number, labels: string, count: number) =>
      `${labels}: it has ${count} labels, but ${file} has ${images} images.`,
    otherImages: (file: string, size: number, test: string, other: number) =>
      `${test}: its images have ${other} pixels, but those of ${file} have ${size}.`,
  },
};
