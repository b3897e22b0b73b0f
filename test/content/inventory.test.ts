import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/content/course.ts';
import type { Step } from '../../src/content/lesson.ts';
import { inventory } from './inventory.ts';

/** How many numbered items each section of the notes has, beside those with names of their own. */
const SECTIONS = { 1: 9, 2: 4, '2-2': 5, '2-3': 1, 3: 4, 4: 4, 5: 7, 6: 2, '6.BN': 6, 7: 5, 8: 2, 9: 4 };
const NAMED = [
  '0.1',
  '2.Q1',
  '2.Q2',
  '4.Q1',
  '6.OT.1',
  '6.LN',
  '6.IN',
  '8.Q1',
  '9.Q1',
  '10.Q1',
  '10.Q2',
  '10.Q3',
];

const { value: course } = readCourse('lessons');
const stepIds = new Set(
  course?.lessons.flatMap(({ id, text }) => text.en.steps.flatMap(idsIn).map((name) => `${id}#${name}`)) ??
    [],
);

/** The step itself, and the figures in its prose. */
function idsIn(step: Step): readonly string[] {
  const figures = step.type === 'prose' ? step.blocks.flatMap((each) => ('id' in each ? [each.id] : [])) : [];
  return [step.id, ...figures];
}

describe('what common notes hold', () => {
  test('is in the table without a gap', () => {
    const numbered = Object.entries(SECTIONS).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, i) => `${section}.${i + 1}`),
    );
    expect(Object.keys(inventory).sort()).toEqual([...numbered, ...NAMED].sort());
  });

  test.each(Object.entries(inventory))('%s is taken up by blocks that exist', (_, { blocks }) => {
    const named = blocks.split(' ');
    expect(named.filter((block) => !stepIds.has(block))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});

/** Pages that the notes point to, by lesson: what stands at the end of both of its texts. */
const furtherReading: readonly (readonly [lesson: string, address: string])[] = [
  ['ml-and-dl', 'http://www.tcpschool.com/deep2018/deep2018_deeplearning_intro'],
  ['ml-and-dl', 'https://blog.naver.com/mhn_noonai/222285873816'],
  [
    'ml-and-dl',
    'https://tensorflow.blog/%ED%95%B8%EC%A6%88%EC%98%A8-%EB%A8%B8%EC%8B%A0%EB%9F%AC%EB%8B%9D-1%EC%9E%A5-2%EC%9E%A5/1-3-%EB%A8%B8%EC%8B%A0%EB%9F%AC%EB%8B%9D-%EC%8B%9C%EC%8A%A4%ED%85%9C%EC%9D%98-%EC%A2%85%EB%A5%98/',
  ],
  ['activations', 'https://deepinsight.tistory.com/113'],
  ['activations', 'https://hongl.tistory.com/236'],
  ['nonlinearity-xor', 'https://mole-starseeker.tistory.com/m/40'],
  ['bias-variance', 'https://gaussian37.github.io/machine-learning-concept-bias_and_variance/'],
  [
    'weight-init',
    'https://velog.io/@cha-suyeon/DL-%EA%B0%80%EC%A4%91%EC%B9%98-%EC%B4%88%EA%B8%B0%ED%99%94Weight-Initialization-',
  ],
  ['weight-init', 'https://kjhov195.github.io/2020-01-07-weight_initialization/'],
  ['losses', 'https://ynebula.tistory.com/28'],
  ['scaling', 'https://realblack0.github.io/2020/03/29/normalization-standardization-regularization.html'],
  ['scaling', 'https://sonsnotation.blogspot.com/2020/11/8-normalization.html'],
  ['batch-norm', 'https://sonsnotation.blogspot.com/2020/11/8-normalization.html'],
  ['batch-norm', 'https://eehoeskrap.tistory.com/m/430'],
  ['other-norms', 'https://subinium.github.io/introduction-to-normalization/'],
  [
    'regularization',
    'https://glanceyes.tistory.com/entry/Deep-Learning-%EC%B5%9C%EC%A0%81%ED%99%94Optimization',
  ],
  ['optimizers', 'https://glanceyes.tistory.com/entry/Deep-Learning-%EC%B5%9C%EC%A0%81%ED%99%94Optimization'],
  ['regularization', 'https://velog.io/@sp1rit/Regularization'],
  ['regularization', 'https://huidea.tistory.com/154'],
  [
    'regularization',
    'https://rain-bow.tistory.com/entry/Semi-Supervised-Learning-SSL-%EC%86%8C%EA%B0%9C-%EB%B0%8F-%EB%8F%99%ED%96%A5',
  ],
  ['regularization', 'https://sanghyu.tistory.com/88'],
  ['optimizers', 'https://velog.io/@chang0517/Optimizer-%EC%A2%85%EB%A5%98-%EB%B0%8F-%EC%A0%95%EB%A6%AC'],
  ['optimizers', 'https://wikidocs.net/36033'],
  [
    'optimizers',
    'https://velog.io/@reversesky/Optimizer%EC%9D%98-%EC%A2%85%EB%A5%98%EC%99%80-%EA%B0%84%EB%8B%A8%ED%95%9C-%EC%A0%95%EB%A6%AC',
  ],
  [
    'loss-landscape',
    'https://variety82p.tistory.com/entry/Local-Minima-%EB%AC%B8%EC%A0%9C%EC%97%90%EB%8F%84-%EB%B6%88%EA%B5%AC%ED%95%98%EA%B3%A0-%EB%94%A5%EB%9F%AC%EB%8B%9D%EC%9D%B4-%EC%9E%98-%EB%90%98%EB%8A%94-%EC%9D%B4%EC%9C%A0%EB%8A%94',
  ],
  ['imbalance-and-practice', 'https://techblog-history-younghunjo1.tistory.com/74'],
];

test.each(furtherReading)('%s points on to %s in both languages', (lesson, address) => {
  for (const language of ['en', 'ko']) {
    const file = `lessons/${lesson}/${language}.md`;
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(address);
  }
});

test('every lesson points to the textbook by Goodfellow, Bengio and Courville', () => {
  const silent = course?.lessons.filter(
    ({ id }) => !readFileSync(`lessons/${id}/en.md`, 'utf8').includes('https://www.deeplearningbook.org'),
  );
  expect(silent?.map(({ id }) => id)).toEqual([]);
});
