import { describe, expect, test } from 'vitest';
import { parseCourse } from '../../src/content/course.ts';
import { termNamed } from '../../src/content/terms.ts';
import { glossaryFile, withCourseFiles } from './course-files.ts';
import { faultsOf, smallCourse } from './small-course.ts';

const { value } = parseCourse(withCourseFiles());
const terms = value?.glossary ?? [];

describe('a glossary', () => {
  test('has its terms in both languages, each with the lesson where it lives', () => {
    expect(terms.map(({ id, en, ko, lesson }) => [id, en, ko, lesson])).toEqual([
      ['bias', 'bias', '편향', 'bending'],
      ['learning-rate', 'learning rate', '학습률', 'descent'],
    ]);
  });

  test.each([
    'learning rate',
    'Learning-Rate',
    'learning-rate',
    '학습률',
    '학습 률',
    '학습률'.normalize('NFD'),
  ])('finds a term by "%s"', (name) => expect(termNamed(name, terms)?.id).toBe('learning-rate'));

  test('finds a term by its other names, and nothing by a part of one', () => {
    expect(termNamed('B', terms)?.id).toBe('bias');
    expect(termNamed('learning', terms)).toBeNull();
  });

  test('is empty where a course has no such file', () => {
    expect(parseCourse(smallCourse).value?.glossary).toEqual([]);
  });
});

describe('a fault in a glossary', () => {
  test.each([
    [
      'lesson: bending',
      'lesson: bendin',
      'glossary.yaml:2:41 there is no lesson "bendin" in the course; did you mean "bending"?',
    ],
    [
      'also: [b]',
      'also: [Learning Rate]',
      'glossary.yaml:3:1 "learning-rate" and "bias" share the name "learningrate"; a name leads to one term',
    ],
    ['ko: 학습률', 'kr: 학습률', 'glossary.yaml:5:3 "kr" is not known here; did you mean "ko"?'],
    [
      'learning-rate:',
      'Learning rate:',
      'glossary.yaml:4:3 "Learning rate" is no id; take lower-case letters and digits, joined by hyphens',
    ],
    ['한 걸음의 크기입니다.}', '한 걸음의 크기입니다.', 'glossary.yaml:'],
  ])('%s, written as %s, is told', (from, to, fault) => {
    expect(faultsOf(withCourseFiles(glossaryFile.replace(from, to))).join('\n')).toContain(fault);
  });
});
