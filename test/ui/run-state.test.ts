import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/training/events.ts';
import { parseRecipe, type Recipe } from '../../src/training/recipe.ts';
import { membersOf, runRecipe } from '../../src/training/run.ts';
import { applyRun, endedCount, freshRun, isResting, leader, liveMembers } from '../../src/ui/run-state.ts';

const { value } = parseRecipe({
  data: 'xor',
  net: [2],
  loss: 'bce',
  opt: 'gd',
  steps: 30,
  seeds: '1..2',
  vary: { lr: [0.1, 0.5] },
});
const recipe = value as Recipe;
const events = [...runRecipe(recipe, () => 1)];
const runAfter = (count: number) => applyRun(freshRun(recipe, 0), events.slice(0, count), 0);

describe('what is known of a run', () => {
  test('is the same however its events are cut into pieces', () => {
    const whole = runAfter(events.length);
    const pieces = events.reduce((run, event) => applyRun(run, [event], 0), freshRun(recipe, 0));
    expect(pieces).toEqual(whole);
  });

  test('has a curve for every variant under every seed, each as long as it was measured', () => {
    const run = runAfter(events.length);
    const measured = events.filter((event) => event.type === 'measured');
    expect(run.curves).toHaveLength(membersOf(recipe).length);
    expect(run.curves.reduce((sum, { steps }) => sum + steps.length, 0)).toBe(measured.length);
    for (const { steps, values } of run.curves) expect(values.loss).toHaveLength(steps.length);
  });

  test('shows the first seed of each variant live', () => {
    expect(liveMembers(runAfter(1)).map(({ variant, seed }) => [variant, seed])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  test('rests while only the other seeds are trained, and then is finished', () => {
    const liveEnd = events.findLastIndex((event) => event.type === 'ended' && [0, 2].includes(event.member));
    expect(isResting(runAfter(liveEnd))).toBe(false);
    expect(isResting(runAfter(liveEnd + 1))).toBe(true);
    expect(isResting(runAfter(events.length))).toBe(false);
    expect(runAfter(events.length).status).toBe('finished');
    expect(endedCount(runAfter(events.length))).toBe(4);
  });

  test('is led by a member that is still on its way', () => {
    expect(leader(runAfter(1))?.curve.step).toBe(0);
    expect(leader(runAfter(events.length))?.curve.step).toBe(30);
  });

  test('counts steps a second over half a second', () => {
    const run = applyRun(freshRun(recipe, 0), events, 500);
    expect(run.clock.rate).toBe((4 * 30) / 0.5);
  });

  test('tells where a member diverged and why a run failed', () => {
    const broken: RunEvent[] = [
      events[0] as RunEvent,
      { type: 'diverged', member: 1, step: 7 },
      { type: 'failed', failure: { cause: 'memory' } },
    ];
    const run = applyRun(freshRun(recipe, 0), broken, 0);
    expect(run.curves[1]?.divergedAt).toBe(7);
    expect([run.status, run.failure]).toEqual(['failed', { cause: 'memory' }]);
  });
});
