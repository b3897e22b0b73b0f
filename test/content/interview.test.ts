import { describe, expect, test } from 'vitest';
import { parseCourse } from '../../src/content/course.ts';
import { interviewFile, withCourseFiles } from './course-files.ts';
import { faultsOf, smallCourse } from './small-course.ts';

const { value } = parseCourse(withCourseFiles());

describe('a mock interview', () => {
  test('draws from open questions of lessons and from cases of its own', () => {
    expect(value?.interview?.rounds.map(({ id, draw, from }) => ({ id, draw, from }))).toEqual([
      { id: 'basics', draw: 1, from: ['bending/why-bend', 'stuck'] },
    ]);
  });

  test('has the texts of its cases read as prose, in both languages', () => {
    const [stuck] = value?.interview?.cases ?? [];
    expect(stuck?.text.ko.rubric).toEqual([[{ type: 'text', value: '신경망이 선형입니다.' }]]);
    expect(stuck?.text.en.ask).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', value: 'A loss stays at ' },
          { type: 'strong', content: [{ type: 'text', value: 'ln 2' }] },
          { type: 'text', value: '. Why?' },
        ],
      },
    ]);
  });

  test('is absent where a course has no such file', () => {
    expect(parseCourse(smallCourse).value?.interview).toBeNull();
  });
});

describe('a fault in a mock interview', () => {
  test.each([
    [
      'from: [bending/why-bend, stuck]',
      'from: [bending/why-ben, stuck]',
      'there is no open question and no case "bending/why-ben"; did you mean "bending/why-bend"?',
    ],
    [
      'from: [bending/why-bend, stuck]',
      'from: [bending/why-bend]',
      'no round draws from "stuck"; add it to one',
    ],
    [
      'from: [bending/why-bend, stuck]',
      'from: [stuck]',
      'no round draws from "bending/why-bend"; add it to one',
    ],
    ['draw: 1', 'draw: 3', '"draw" is more than the 2 it draws from; lower it'],
    ['lessons: [bending]', 'lessons: [bend]', 'there is no lesson "bend" in the course'],
    [
      'en: [And now?]',
      'en: [And now?, And then?]',
      '"followups" has 2 points in en and 1 in ko; make them equal',
    ],
    [
      'en: Nothing bends.',
      'en: "Nothing bends. [[claim:stuck]]"',
      'a case has no claims and sources of its own; take the mark out',
    ],
    ['minutes: 3', 'minutes: soon', '"cases.stuck.minutes" must be a number'],
  ])('%s, written as %s, is told', (from, to, fault) => {
    const faults = faultsOf(withCourseFiles(undefined, interviewFile.replace(from, to)));
    expect(faults.join('\n')).toContain(fault);
    expect(faults.every((each) => /^interview\.yaml:\d+:\d+ /.test(each))).toBe(true);
  });
});
