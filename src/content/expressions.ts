import { checkExpression } from '../training/claims.ts';
import { measuresIn, parseExpression } from '../training/expression.ts';
import type { Prediction } from '../training/grade.ts';
import { idsOf, type LabFile } from './lab.ts';
import { type Problem, problemAt } from './problem.ts';
import { unknownName } from './shape.ts';
import type { Path } from './sheet.ts';
import type { TextFile } from './text.ts';

/** Every expression of lab.yaml, with the run that it is about. */
export function expressionsIn({
  lab,
}: LabFile): { readonly run: string; readonly text: string; readonly path: Path; readonly runPath: Path }[] {
  const claims = Object.entries(lab.claims).map(([id, { run, expect }]) => ({
    run,
    text: expect,
    path: ['claims', id, 'expect'],
    runPath: ['claims', id, 'run'],
  }));
  const predictions = Object.entries(lab.predictions).flatMap(([id, prediction]) =>
    partsOf(prediction).map(({ text, path }) => ({
      run: prediction.run,
      text,
      path: ['predictions', id, ...path],
      runPath: ['predictions', id, 'run'],
    })),
  );
  const goals = Object.entries(lab.labs).map(([id, { run, goal }]) => ({
    run,
    text: goal,
    path: ['labs', id, 'goal'],
    runPath: ['labs', id, 'run'],
  }));
  return [...predictions, ...claims, ...goals];
}

function partsOf(prediction: Prediction): readonly { readonly text: string; readonly path: Path }[] {
  if ('bins' in prediction) return [{ text: prediction.measure, path: ['measure'] }];
  const [key, rivals] =
    'lowest' in prediction
      ? (['lowest', prediction.lowest] as const)
      : (['highest', prediction.highest] as const);
  return rivals.map((text, i) => ({ text, path: [key, i] }));
}

/** Claims and predictions name runs that exist, and say of them what can be measured. */
export function lintExpressions(lab: LabFile): Problem[] {
  const { file, sheet } = lab;
  const runs = idsOf(lab, 'runs');
  const unknownRuns = new Map<string, Problem>();
  const faults = expressionsIn(lab).flatMap(({ run, text, path, runPath }) => {
    if (!runs.includes(run)) {
      const message = `there is no run "${run}"; ${unknownName(run, runs)}`;
      unknownRuns.set(runPath.join('/'), problemAt(file, sheet.at(runPath), 'reference', message));
    }
    const { value, problem } = parseExpression(text);
    const at = (index: number) => sheet.excerpt(path)?.locate(1, index + 1) ?? sheet.at(path);
    if (problem)
      return [problemAt(file, at(problem.index), 'expression', `${problem.message}; mend the expression`)];
    const recipe = lab.lab.runs[run];
    if (!value || !recipe) return [];
    return checkExpression(value, recipe).map((message) => problemAt(file, at(0), 'expression', message));
  });
  return [...unknownRuns.values(), ...faults];
}

/** The curves of figures are formulas in x. */
export function lintFigures({ file, blocks }: TextFile): Problem[] {
  return blocks.flatMap(({ content, within }) => {
    if (content?.type !== 'figure') return [];
    return content.curves.flatMap(({ of }, i) => {
      const path = ['curves', i, 'of'];
      const { value, problem } = parseExpression(of);
      if (problem)
        return [
          problemAt(file, within(path, problem.index), 'expression', `${problem.message}; mend the formula`),
        ];
      const other = value && measuresIn(value).find(({ text }) => text !== 'x');
      if (!other) return [];
      const at = within(path, of.indexOf(other.text));
      return [
        problemAt(
          file,
          at,
          'expression',
          `"${other.text}" is not known in a figure; a curve is a formula in x`,
        ),
      ];
    });
  });
}
