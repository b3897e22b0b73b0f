import type { Learner } from './learner.ts';
import { kMeans } from './learners/k-means.ts';
import { leastSquares } from './learners/least-squares.ts';
import { logistic } from './learners/logistic.ts';
import { naiveBayes } from './learners/naive-bayes.ts';
import { neighbours } from './learners/neighbours.ts';
import { svm } from './learners/svm.ts';
import { forest, tree } from './learners/tree.ts';

/** Every learner that is not a network, by the word that `learner:` takes in a recipe. */
export const learners = {
  knn: neighbours,
  'naive-bayes': naiveBayes,
  linear: leastSquares,
  logistic,
  tree,
  forest,
  kmeans: kMeans,
  svm,
} satisfies Record<string, Learner>;

export type LearnerName = keyof typeof learners;
