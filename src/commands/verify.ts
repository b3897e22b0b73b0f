import type { Lesson } from '../content/lesson.ts';
import { type Backend, type BackendWish, chooseBackend } from '../training/backend.ts';
import { type ClaimResult, checkClaim } from '../training/claims.ts';
import type { MemberRecord } from '../training/events.ts';
import type { Recipe } from '../training/recipe.ts';
import { runRecipe } from '../training/run.ts';
import { lessonWish } from './backend-wish.ts';
import type { Command, Context, ExitCode } from './command.ts';
import { lessonsNamed } from './lessons.ts';

/** Runs every claim of the course, or of the lessons named; 1 if one is false. */
export const verify: Command = {
  flags: {},
  usage: '[LESSON...]',
  most: Number.POSITIVE_INFINITY,
  run: async (context) => {
    const course = await context.course();
    if (!course) return 1;
    const lessons = lessonsNamed(context.arguments.positionals, course, context);
    return lessons ? verifyLessons(lessons, context) : 2;
  },
};

async function verifyLessons(lessons: readonly Lesson[], context: Context): Promise<ExitCode> {
  const { arguments: given, print, words } = context;
  const isJson = given.switches.has('json');
  const startedAt = performance.now();
  let claims = 0;
  let held = 0;
  for (const lesson of lessons) {
    if (!isJson) await print(lesson.id);
    for (const result of claimsOf(lesson, lessonWish(context))) {
      claims++;
      held += Number(result.holds);
      const line = isJson
        ? JSON.stringify({
            type: 'claim',
            lesson: lesson.id,
            claim: result.claim,
            holds: result.holds,
            observed: result.observed,
          })
        : `  ${result.holds ? '✓' : '✗'} ${result.claim.padEnd(28)} ${observedText(result.observed)}`;
      if (!(await print(line))) return 0;
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  await print(
    isJson
      ? JSON.stringify({ type: 'finished', claims, held })
      : words.command.verified(claims, held, seconds),
  );
  return held === claims ? 0 : 1;
}

/** The results of a lesson's claims as they come; each run is trained once, whatever hangs on it. */
function* claimsOf(
  lesson: Lesson,
  wish: BackendWish,
): Generator<ClaimResult & { readonly claim: string }, void, void> {
  const runs = new Map<string, readonly MemberRecord[]>();
  for (const [id, claim] of Object.entries(lesson.lab.claims)) {
    const recipe = lesson.lab.runs[claim.run];
    const records = runs.get(claim.run) ?? (recipe ? recordsOf(recipe, chooseBackend(recipe, wish)) : []);
    runs.set(claim.run, records);
    yield { claim: id, ...checkClaim(claim, records) };
  }
}

/** Trains a recipe to its end and gives what was measured. */
export function recordsOf(recipe: Recipe, backend?: Backend): readonly MemberRecord[] {
  for (const event of runRecipe(recipe, () => 0, backend)) {
    if (event.type === 'finished') return event.records;
  }
  return [];
}

function observedText(observed: ClaimResult['observed']): string {
  return Object.entries(observed)
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? short(value) : spread(value)}`)
    .join('; ');
}

function spread(values: readonly number[]): string {
  return `${short(Math.min(...values))} … ${short(Math.max(...values))}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
