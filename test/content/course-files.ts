import { smallCourse } from './small-course.ts';

/** A glossary that fits the small course. */
export const glossaryFile = `bias:
  {en: bias, ko: 편향, also: [b], lesson: bending, means: {en: It shifts the bend., ko: 꺾이는 곳을 옮깁니다.}}
learning-rate:
  en: learning rate
  ko: 학습률
  lesson: descent
  means: {en: How far a step goes., ko: 한 걸음의 크기입니다.}
`;

/** A mock interview that fits it, with a case of its own. */
export const interviewFile = `rounds:
  - {id: basics, title: {en: Basics, ko: 기초}, minutes: 5, draw: 1, from: [bending/why-bend, stuck]}
cases:
  stuck:
    minutes: 3
    lessons: [bending]
    ask: {en: A loss stays at **ln 2**. Why?, ko: 손실이 **ln 2**에 머뭅니다. 왜일까요?}
    rubric: {en: [The net is linear.], ko: [신경망이 선형입니다.]}
    model: {en: Nothing bends., ko: 꺾는 것이 없습니다.}
    followups: {en: [And now?], ko: [그다음은요?]}
    weak: {en: [Train longer.], ko: [더 오래 학습합니다.]}
`;

/** The small course with both. */
export function withCourseFiles(
  glossary: string = glossaryFile,
  interview: string = interviewFile,
): ReadonlyMap<string, string> {
  return new Map([...smallCourse, ['glossary.yaml', glossary], ['interview.yaml', interview]]);
}
