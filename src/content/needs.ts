import { type Problem, problemAt } from './problem.ts';
import { unknownName } from './shape.ts';
import type { TextFile } from './text.ts';

/** Lessons in the order of the course. */
type Taught = readonly { readonly id: string; readonly texts: readonly TextFile[] }[];

/** Every lesson that is needed exists, comes before the one that needs it, and does not need it in turn. */
export function lintNeeds(taught: Taught): readonly Problem[] {
  const ids = taught.map(({ id }) => id);
  const needs = new Map(taught.map(({ id, texts }) => [id, texts[0]?.front?.needs ?? []]));
  return taught.flatMap(({ id, texts }, position) =>
    texts.flatMap(({ file, front, frontPlace }) =>
      (front?.needs ?? []).flatMap((need, i) => {
        const say = (message: string) => [problemAt(file, frontPlace(['needs', i]), 'order', message)];
        const circle = wayBack(need, id, needs);
        if (!ids.includes(need))
          return say(`there is no lesson "${need}" in the course; ${unknownName(need, ids)}`);
        if (circle)
          return say(
            `these lessons need each other in a circle: ${[id, ...circle].join(' needs ')}; take one need out`,
          );
        if (ids.indexOf(need) > position)
          return say(`"${need}" comes after this lesson in course.yaml; move it before, or do not need it`);
        return [];
      }),
    ),
  );
}

/** The lessons from one to another along what they need, both ends included. */
function wayBack(
  from: string,
  to: string,
  needs: ReadonlyMap<string, readonly string[]>,
  seen: readonly string[] = [],
): readonly string[] | null {
  if (from === to) return [to];
  if (seen.includes(from)) return null;
  for (const next of needs.get(from) ?? []) {
    const way = wayBack(next, to, needs, [...seen, from]);
    if (way) return [from, ...way];
  }
  return null;
}
