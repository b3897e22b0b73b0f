import { describe, expect, test } from 'vitest';
import { parseCourse } from '../../src/content/course.ts';
import { plainBlock } from '../../src/content/plain-text.ts';
import { type Hit, searchOf } from '../../src/content/search.ts';
import { withCourseFiles } from './course-files.ts';

const course = parseCourse(withCourseFiles()).value!;
const english = searchOf(course, 'en');
const korean = searchOf(course, 'ko');
await Promise.all([english.whenRead, korean.whenRead]);

function placesOf(hits: readonly Hit[]): readonly string[] {
  return hits.flatMap((hit) => (hit.type === 'place' ? [`${hit.lesson}#${hit.step}`] : []));
}

describe('a search', () => {
  test('finds nothing for nothing', () => {
    expect(english.find('', 10)).toEqual([]);
    expect(english.find('  ', 10)).toEqual([]);
  });

  test('finds a term by any of its names, in either language', () => {
    const [term] = course.glossary;
    for (const name of [term!.en, term!.ko, ...term!.also])
      expect(english.find(name, 5)[0]).toMatchObject({ type: 'term', term: { id: term!.id } });
  });

  test('finds a word by its beginning, and the same place in the other language by its word there', () => {
    expect(placesOf(english.find('straight', 10))).not.toEqual([]);
    expect(placesOf(english.find('straig', 10))).toEqual(placesOf(english.find('straight', 10)));
  });

  test('finds a word whose last syllable is still being composed', () => {
    const [term] = course.glossary;
    const half = term!.ko.slice(0, -1) + 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'[onsetOf(term!.ko.at(-1)!)]!;
    expect(korean.find(half, 5)[0]).toMatchObject({ type: 'term', term: { id: term!.id } });
  });

  test('finds terms alone where it is asked for them', () => {
    expect(placesOf(english.find('the', 50))).not.toEqual([]);
    const terms = english.find('the', 50, true);
    expect(terms).not.toEqual([]);
    expect(placesOf(terms)).toEqual([]);
  });

  test('is made once for a course and a language, and answers before it has read everything', async () => {
    expect(searchOf(course, 'en')).toBe(english);
    expect(searchOf(course, 'ko')).toBe(korean);
    const fresh = searchOf({ ...course }, 'en');
    expect(fresh.find('straight', 10)).toEqual([]);
    await fresh.whenRead;
    expect(fresh.find('straight', 10)).toEqual(english.find('straight', 10));
  });

  test('gives no more than asked for, and the heading that each place stands under', () => {
    const hits = english.find('the', 3);
    expect(hits).toHaveLength(3);
    for (const hit of hits) if (hit.type === 'place') expect(hit.heading).not.toBe('');
  });

  test('does not lead to a question by what is told only after its answer', () => {
    for (const { id, text } of course.lessons)
      for (const step of text.en.steps)
        if (step.type === 'open')
          expect(placesOf(english.find(step.model.map(plainBlock).join(' '), 50))).not.toContain(
            `${id}#${step.id}`,
          );
  });
});

/** The plain onset of a syllable among the fourteen basic consonants. */
function onsetOf(syllable: string): number {
  const onset = Math.floor((syllable.charCodeAt(0) - 0xac00) / 588);
  return [0, 0, 1, 2, 2, 3, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12, 13][onset]!;
}
