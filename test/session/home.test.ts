import { describe, expect, test } from 'vitest';
import { applyProgress, emptyProgress, type ProgressEvent } from '../../src/session/progress.ts';
import {
  nextValue,
  type SettingName,
  settings,
  usualSettings,
  withSetting,
} from '../../src/session/settings.ts';
import { sliceEnd } from '../../src/session/slice.ts';
import { localDay, streakOf } from '../../src/session/streak.ts';
import { lesson } from './lesson.ts';

const DAY = 24 * 60 * 60 * 1000;
const dayOf = (time: number) => Math.floor(time / DAY);

describe('a streak', () => {
  test.each([
    ['nothing was ever done', [], 10, 0],
    ['only today', [10], 10, 1],
    ['yesterday, and today is not over', [9], 10, 1],
    ['three days to today, with older ones behind a gap', [10, 9, 8, 6, 5], 10, 3],
    ['the day before yesterday', [8, 7], 10, 0],
  ])('where %s', (_, days, today, streak) => {
    const times = days.map((day) => day * DAY + 5000);
    expect(streakOf(times, today * DAY + 1, dayOf)).toBe(streak);
  });

  test('counts days by the clock on the wall', () => {
    const evening = new Date(2026, 2, 28, 23, 50).getTime();
    const morning = new Date(2026, 2, 29, 0, 10).getTime();
    expect(localDay(morning) - localDay(evening)).toBe(1);
    expect(localDay(new Date(2026, 2, 30, 12).getTime()) - localDay(morning)).toBe(1);
  });

  test('is kept in the progress as a time for each quarter of a day', () => {
    const at = (time: number): ProgressEvent => ({ at: time, type: 'lesson-opened', lesson: 'small' });
    const { active } = [at(1000), at(2000), at(DAY), at(DAY + 1)].reduce(applyProgress, emptyProgress);
    expect(active).toEqual([1000, DAY]);
  });
});

describe.each(Object.keys(settings) as SettingName[])('the setting %s', (name) => {
  test('goes through all of its values and back', () => {
    const walk = settings[name].map((value) => nextValue(name, value, 1));
    expect(new Set(walk)).toEqual(new Set(settings[name]));
    for (const value of settings[name]) expect(nextValue(name, nextValue(name, value, 1), -1)).toBe(value);
  });

  test('is kept, and a value that is not known is not', () => {
    const [, second] = settings[name];
    const chosen: ProgressEvent = { at: 1, type: 'setting-chosen', name, value: second };
    expect(applyProgress(emptyProgress, chosen).settings[name]).toBe(second);
    expect(withSetting(usualSettings, name, 'no such value')).toBe(usualSettings);
  });
});

describe('a piece of a lesson', () => {
  const { steps } = lesson.text.en;

  test('holds as many steps as its minutes allow, and one at least', () => {
    expect(sliceEnd(lesson, 0, 2)).toBe(2);
    expect(sliceEnd(lesson, 3, 0.01)).toBe(3);
  });

  test('ends with the lesson', () => {
    expect(sliceEnd(lesson, 0, 100)).toBe(steps.length - 1);
  });

  test('ends before a heading where one is near', () => {
    const [heading] = steps;
    const parted = [...steps.slice(0, 3), { ...heading!, id: 'second' }, ...steps.slice(3)];
    const longer = { ...lesson, text: { ...lesson.text, en: { ...lesson.text.en, steps: parted } } };
    expect(sliceEnd(longer, 0, 2.5)).toBe(2);
  });
});
