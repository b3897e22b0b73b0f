/**
 * What a reader of common interview notes on deep learning meets, numbered by section, and the blocks that take it up
 * (`lesson#block`). Where the notes are wrong, one of the blocks corrects them.
 */
export const inventory: Readonly<Record<string, { readonly says: string; readonly blocks: string }>> = {
  // Framing
  '0.1': {
    says: 'notes from memory may be wrong',
    blocks: 'weight-init#linear-and-conv batch-norm#covariate-not-covariance regularization#decay-is-l2',
  },

  // Machine learning and deep learning
  '1.1': {
    says: 'deep learning is one way of machine learning, by neural networks',
    blocks: 'ml-and-dl#circles-in-circles',
  },
  '1.2': {
    says: 'a multilayer perceptron: inputs times weights plus bias, in layers',
    blocks:
      'neuron-and-backprop#sliders-counted neuron-and-backprop#parts-of-a-neuron ml-and-dl#how-many-numbers',
  },
  '1.3': {
    says: 'loss, forward, backpropagation, gradient descent',
    blocks:
      'neuron-and-backprop#the-loop neuron-and-backprop#one-unit-by-hand neuron-and-backprop#uphill neuron-and-backprop#not-the-learning-rule',
  },
  '1.4': {
    says: 'deep learning needs more data, and rose with cheap hardware',
    blocks: 'ml-and-dl#dl-is-not-a-law ml-and-dl#why-2012 ml-and-dl#who-flattens',
  },
  '1.5': {
    says: 'machine learning finds regularities in data',
    blocks: 'ml-and-dl#regularities ml-and-dl#by-heart-score',
  },
  '1.6': { says: 'supervised and unsupervised', blocks: 'ml-and-dl#given-labels ml-and-dl#made-from-itself' },
  '1.7': { says: 'reinforcement learning learns from reward', blocks: 'ml-and-dl#made-from-itself' },
  '1.8': {
    says: 'the supervised classics',
    blocks:
      'ml-and-dl#rent-of-neighbours ml-and-dl#logistic-is-a-classifier ml-and-dl#spam-by-hand ml-and-dl#forests-regress ml-and-dl#straight-or-not',
  },
  '1.9': {
    says: 'k-means',
    blocks: 'ml-and-dl#second-centre ml-and-dl#can-it-rise ml-and-dl#clusters-are-not-classes',
  },

  // Activation functions
  '2.1': { says: 'activations imitate a neuron that fires', blocks: 'activations#bounded' },
  '2.2': { says: 'they bound the output', blocks: 'activations#bounded-is-good activations#bounded-or-not' },
  '2.3': {
    says: 'sigmoid, tanh, ReLU, leaky ReLU, ELU, maxout',
    blocks: 'activations#family activations#who-does-what activations#absolute',
  },
  '2.4': { says: 'GELU in recent papers', blocks: 'activations#gelu-at-one activations#family' },
  '2.Q1': { says: 'why ReLU instead of sigmoid?', blocks: 'activations#why-relu' },
  '2.Q2': { says: "ReLU's drawbacks, and what replaces it", blocks: 'activations#relu-drawbacks' },

  // Nonlinearity
  '2-2.1': { says: 'nonlinear: no straight line', blocks: 'nonlinearity-xor#what-is-nonlinear' },
  '2-2.2': {
    says: 'without activations a network is a matrix product',
    blocks: 'nonlinearity-xor#two-into-one nonlinearity-xor#depth-without-bends',
  },
  '2-2.3': {
    says: 'complex functions need nonlinear transforms',
    blocks: 'nonlinearity-xor#what-breaks-it nonlinearity-xor#creases',
  },
  '2-2.4': {
    says: 'the bias moves the point of activation',
    blocks: 'nonlinearity-xor#what-bias-moves nonlinearity-xor#bias-is-optional',
  },
  '2-2.5': { says: 'XOR', blocks: 'nonlinearity-xor#one-neuron nonlinearity-xor#xor-history' },
  '2-3.1': {
    says: "bias and variance: not the parameter but the model's",
    blocks: 'bias-variance#b-is-not-bias bias-variance#two-meanings bias-variance#four-words',
  },

  // Initialization
  '3.1': { says: 'Xavier and He', blocks: 'weight-init#he-std weight-init#xavier-std' },
  '3.2': { says: 'PyTorch: Linear is Xavier, conv is He', blocks: 'weight-init#linear-and-conv' },
  '3.3': { says: 'the deviation is inverse to the number of neurons', blocks: 'weight-init#not-one-over-n' },
  '3.4': {
    says: 'transfer learning, pretrained weights',
    blocks: 'weight-init#twenty-labels weight-init#when-pretrained',
  },

  // Losses
  '4.1': {
    says: 'regression: MSE, MAE',
    blocks: 'losses#errors-by-hand losses#two-plans losses#best-constant losses#stray-line',
  },
  '4.2': {
    says: 'L1 and L2 also appear as a term of regularization',
    blocks: 'losses#which-job losses#l1-l2-alike regularization#two-prices',
  },
  '4.3': {
    says: 'classification: cross-entropy',
    blocks: 'losses#minus-ln losses#before-step-one losses#why-cross-entropy losses#mse-cannot-classify',
  },
  '4.4': {
    says: 'cosine similarity in self-supervised learning',
    blocks:
      'objectives#cosines-by-hand objectives#paid-to-agree objectives#pull-is-enough objectives#predictor-alone',
  },
  '4.Q1': {
    says: 'compare objectives of supervised and unsupervised learning',
    blocks: 'objectives#compare-objectives objectives#whose-objective',
  },

  // Gradient descent
  '5.1': {
    says: 'steps along the gradient; all data at once cost memory',
    blocks: 'gradient-descent#one-step-by-hand gradient-descent#memory-is-not-it',
  },
  '5.2': {
    says: 'batch training is plain gradient descent',
    blocks: 'gradient-descent#updates-in-order gradient-descent#sgd-is-not-one',
  },
  '5.3': {
    says: 'a batch of one is SGD',
    blocks: 'gradient-descent#sgd-is-not-one gradient-descent#what-sgd-does',
  },
  '5.4': {
    says: 'stochastic: drawn at random, noisy',
    blocks: 'gradient-descent#noise-shrinks gradient-descent#why-it-never-settles',
  },
  '5.5': {
    says: 'mini-batches, such as 256',
    blocks:
      'gradient-descent#steps-in-an-epoch gradient-descent#first-epoch gradient-descent#bigger-is-not-faster',
  },
  '5.6': {
    says: 'batch norm, weight regularization and dropout against overfitting',
    blocks: 'batch-norm#not-only-regularization regularization#who-does-what',
  },
  '5.7': {
    says: 'normalization, standardization, regularization',
    blocks: 'scaling#three-words scaling#normal-is-not-one-word scaling#tell-three-words-apart',
  },

  // Normalization
  '6.1': {
    says: 'normalization brings values into a range',
    blocks: 'scaling#two-eight-eleven scaling#who-decides scaling#why-scale-at-all',
  },
  '6.2': {
    says: 'standardization makes a standard normal',
    blocks: 'scaling#standard-is-not-normal scaling#bent-into-shape scaling#what-stays',
  },
  '6.BN.1': {
    says: 'batch norm against internal covariate shift',
    blocks: 'batch-norm#covariate-not-covariance batch-norm#the-word',
  },
  '6.BN.2': { says: 'mean 0, deviation 1 from the inputs', blocks: 'batch-norm#seven-by-hand' },
  '6.BN.3': { says: 'scale and shift', blocks: 'batch-norm#scaled-by-hand' },
  '6.BN.4': { says: 'why scale and shift', blocks: 'batch-norm#undo batch-norm#why-gamma-beta' },
  '6.BN.5': { says: 'the benefit is explained otherwise today', blocks: 'batch-norm#three-accounts' },
  '6.BN.6': {
    says: 'two modes, running statistics',
    blocks: 'batch-norm#running-by-hand batch-norm#answers-alone batch-norm#in-eval-mode',
  },
  '6.OT.1': {
    says: 'small batches and recurrence do not suit batch norm',
    blocks: 'other-norms#worst-of-two other-norms#two-images-a-card other-norms#why-layer-norm',
  },
  '6.LN': {
    says: 'layer norm',
    blocks: 'other-norms#row-by-hand other-norms#equal-lengths other-norms#lengths',
  },
  '6.IN': {
    says: 'instance norm, style',
    blocks: 'other-norms#grey-images other-norms#adain-by-hand other-norms#the-word',
  },

  // Generalization
  '7.1': {
    says: 'L1 and L2',
    blocks: 'regularization#two-prices regularization#four-of-twenty regularization#thresholds-by-hand',
  },
  '7.2': {
    says: 'regularizers beyond them',
    blocks: 'regularization#who-does-what regularization#tools-against-overfitting',
  },
  '7.3': { says: 'L2 is weight decay', blocks: 'regularization#decay-is-l2 regularization#quiet-weight' },
  '7.4': {
    says: 'dropout',
    blocks: 'regularization#dropout-scale regularization#dropped-loss regularization#dropout-in-use',
  },
  '7.5': {
    says: 'data augmentation',
    blocks: 'regularization#shifted-digits regularization#augmentation-always',
  },

  // Optimization
  '8.1': {
    says: 'Adam, RMSProp, AdaGrad',
    blocks:
      'optimizers#who-first optimizers#own-sizes optimizers#first-step optimizers#family-tree optimizers#from-descent-to-adam',
  },
  '8.2': {
    says: 'schedulers',
    blocks: 'optimizers#who-lands optimizers#half-way optimizers#schedule-shapes optimizers#large-first-step',
  },
  '8.Q1': {
    says: 'why does it work in spite of local minima?',
    blocks: 'loss-landscape#why-it-works loss-landscape#all-upwards loss-landscape#twenty-seeds',
  },

  // Input data
  '9.Q1': { says: 'imbalanced unstructured data', blocks: 'imbalance-and-practice#rare-and-unstructured' },
  '9.1': {
    says: 'weights and sampling',
    blocks: 'imbalance-and-practice#all-cures imbalance-and-practice#price-of-weights',
  },
  '9.2': {
    says: 'class weights with sampling',
    blocks: 'imbalance-and-practice#twice-is-too-much imbalance-and-practice#weight-of-the-rare',
  },
  '9.3': {
    says: 'focal loss',
    blocks: 'imbalance-and-practice#focal-is-for-hard imbalance-and-practice#easy-row',
  },
  '9.4': {
    says: 're-sampling when the training set is built',
    blocks: 'imbalance-and-practice#when-to-oversample',
  },

  // Reflection
  '10.Q1': {
    says: 'domain knowledge',
    blocks: 'imbalance-and-practice#domain-knowledge imbalance-and-practice#one-more-column',
  },
  '10.Q2': { says: 'what matters most?', blocks: 'imbalance-and-practice#what-matters-most' },
  '10.Q3': { says: 'a recent paper', blocks: 'imbalance-and-practice#a-recent-paper' },
};
