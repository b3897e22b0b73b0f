import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/content/course.ts';
import type { Inline } from '../../src/content/lesson.ts';

const lessons = readCourse('lessons').value?.lessons ?? [];
const questions = lessons.flatMap(({ text, lab }) =>
  text.en.steps.flatMap((step) => (step.type === 'question' ? [{ step, key: lab.answers[step.id]! }] : [])),
);
const singles = questions.flatMap(({ step, key }) =>
  key.type === 'single'
    ? [{ right: key.option, lengths: step.options.map(({ text }) => lengthOf(text)) }]
    : [],
);

describe('the questions of the course', () => {
  test('are two hundred at least, no kind of them over half', () => {
    expect(questions.length).toBeGreaterThanOrEqual(200);
    for (const count of countBy(questions.map(({ step }) => step.kind)).values())
      expect(count).toBeLessThanOrEqual(questions.length / 2);
  });

  test('have the right option at every place, none of them over two fifths', () => {
    const places = countBy(singles.map(({ right }) => right));
    for (const place of [0, 1, 2]) expect(places.get(place) ?? 0).toBeGreaterThan(singles.length / 6);
    for (const count of places.values()) expect(count).toBeLessThanOrEqual(0.4 * singles.length);
  });

  test('do not give the right option away by its length', () => {
    const longest = singles.filter(({ right, lengths }) => lengths[right] === Math.max(...lengths));
    const shortest = singles.filter(({ right, lengths }) => lengths[right] === Math.min(...lengths));
    for (const { length } of [longest, shortest]) expect(length).toBeLessThanOrEqual(0.45 * singles.length);
  });
});

function countBy<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function lengthOf(text: readonly Inline[]): number {
  return text.reduce((sum, each) => {
    if ('value' in each) return sum + each.value.length;
    return 'content' in each ? sum + lengthOf(each.content) : sum;
  }, 0);
}
