import type { Lesson, Step } from '../content/lesson.ts';

/** The last step of a stretch that takes so many minutes: up to the heading that is nearest below, or as far as they reach. */
export function sliceEnd(lesson: Lesson, from: number, minutes: number): number {
  const { steps } = lesson.text.en;
  const perStep = lesson.minutes / steps.length;
  const reach = Math.min(steps.length - 1, from + Math.max(1, Math.floor(minutes / perStep)) - 1);
  if (reach === steps.length - 1) return reach;
  const heading = steps.findLastIndex((step, i) => i > from && i <= reach + 1 && beginsPart(step));
  return heading > from ? heading - 1 : reach;
}

function beginsPart(step: Step): boolean {
  const [first] = step.type === 'prose' ? step.blocks : [];
  return first?.type === 'heading' && first.depth <= 2;
}
