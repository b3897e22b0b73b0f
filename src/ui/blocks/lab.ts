import type { Line } from '../../charts/drawing.ts';
import { textWidth } from '../../charts/spans.ts';
import { formatNumber } from '../../charts/ticks.ts';
import type { LabStep } from '../../content/lesson.ts';
import type { ItemProgress } from '../../session/progress.ts';
import { type RepairStage, triesLeft } from '../../session/repairing.ts';
import type { Finding } from '../../training/diagnosis.ts';
import { formatValue } from '../../training/recipe-keys.ts';
import { changeOf, type Repair, type Setting } from '../../training/repair.ts';
import { hanging, proseLines } from '../layout/prose.ts';
import { wrap } from '../layout/wrap.ts';
import type { Section } from '../sections.ts';
import { type BlockSetting, inlineLines, optionLines, signed, signedText, titleSection } from './view.ts';

/** A run that is broken: the story and the causes, the knobs with what was tried, and how it ended. */
export function labSections(
  step: LabStep,
  stage: RepairStage,
  item: ItemProgress,
  repair: Repair,
  setting: BlockSetting,
): readonly Section[] {
  switch (stage.type) {
    case 'diagnosing':
      return diagnosingSections(step, stage, item, setting);
    case 'trying':
      return [];
    case 'repairing':
      return repairingSections(step, stage, item, repair, setting);
    case 'spent':
      return [
        ...triedSections(item, repair, setting),
        ...solutionSections(repair, setting),
        ...(item.repairs?.some(({ setting: tried }) => isSame(tried, repair.solution))
          ? [{ lines: proseLines(step.seen, setting), mark: 'seen' }]
          : []),
      ];
    case 'repaired':
      return [
        {
          lines: signedText(setting.theme.marks.right, 'good', setting.words.lab.repaired, setting),
          mark: 'repaired',
        },
        ...triedSections(item, repair, setting),
        { lines: proseLines(step.seen, setting), mark: 'seen' },
      ];
  }
}

/** What the diagnostician finds in a run, each with its evidence. */
export function findingSections(
  findings: readonly Finding[],
  setting: Pick<BlockSetting, 'words' | 'theme' | 'width'>,
): readonly Section[] {
  const { words, theme, width } = setting;
  return findings.map(({ type, value, threshold, at }, i) => ({
    lines: hanging(
      { text: theme.marks.shown, tone: 'warn', bold: true },
      [
        {
          text: words.lab.findings[type](formatNumber(value), formatNumber(threshold), at ?? 0),
          tone: 'warn',
        },
      ],
      width,
    ),
    joined: i > 0,
    mark: `finding:${type}`,
  }));
}

/** Keys and values of a change, as they are written in a recipe. */
export function changeText(repair: Repair, setting: Setting): string {
  return Object.entries(changeOf(repair.knobs, setting))
    .map(([key, value]) => `${key}: ${formatValue(value)}`)
    .join(', ');
}

function diagnosingSections(
  step: LabStep,
  stage: RepairStage & { type: 'diagnosing' },
  item: ItemProgress,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme } = setting;
  const named = item.tries.map(({ given }) => given);
  const judged = stage.judged === null ? null : (step.causes[stage.judged] ?? null);
  return [
    titleSection(words.lab.title),
    { lines: proseLines(step.story, setting) },
    { lines: wrap([{ text: words.lab.which, bold: true }], setting.width) },
    ...step.causes.map(({ text }, i) => ({
      lines: optionLines(
        {
          number: i + 1,
          content: text,
          isUnderCursor: i === stage.cursor,
          ...(named.includes(i) && i !== stage.cursor
            ? { sign: { text: theme.marks.wrong, tone: 'bad' as const } }
            : {}),
        },
        setting,
      ),
      joined: i > 0,
      ...(i === stage.cursor ? { mark: `cursor:${i}` } : {}),
    })),
    ...(judged
      ? [
          {
            lines: [
              ...signedText(theme.marks.wrong, 'bad', words.lab.notTheCause, setting),
              ...inlineLines(judged.why, setting),
            ],
            mark: `judged:${item.tries.length}`,
          },
        ]
      : []),
  ];
}

function repairingSections(
  step: LabStep,
  { cursor, setting: knobs }: RepairStage & { type: 'repairing' },
  item: ItemProgress,
  repair: Repair,
  setting: BlockSetting,
): readonly Section[] {
  const { words, theme, width } = setting;
  const cause = step.causes[repair.cause];
  const left = triesLeft(item, repair);
  const isFirst = (item.repairs ?? []).length === 0;
  return [
    titleSection(words.lab.repairTitle),
    ...(cause && isFirst
      ? [
          {
            lines: [
              ...signed(theme.marks.right, 'good', cause.text, setting),
              ...inlineLines(cause.why, setting),
            ],
          },
        ]
      : []),
    ...triedSections(item, repair, setting),
    { lines: proseLines(step.repair, setting) },
    { lines: wrap([{ text: `${words.lab.goal} ${repair.goal}`, tone: 'muted' }], width), joined: true },
    ...repair.knobs.map((_, i) => ({
      lines: [knobLine(repair, i, knobs, i === cursor, setting)],
      joined: i > 0,
      ...(i === cursor ? { mark: `knob:${i}` } : {}),
    })),
    {
      lines: Number.isFinite(left) ? wrap([{ text: words.lab.left(left), tone: 'muted' }], width) : [],
    },
  ];
}

/** A knob with the value it stands at between the marks of what lies to either side. */
function knobLine(
  { knobs }: Repair,
  index: number,
  setting: Setting,
  isUnderCursor: boolean,
  { theme, words }: BlockSetting,
): Line {
  const knob = knobs[index];
  const at = setting[index] ?? 0;
  if (!knob) return [];
  const widest = Math.max(...knobs.map(({ key }) => textWidth(key)));
  const value = knob.values[at];
  const isChanged = at !== knob.start;
  const low = Math.min(0, knob.start);
  const accent = isUnderCursor ? ({ tone: 'accent', bold: true } as const) : {};
  const shown = value === undefined ? words.lab.unset : formatValue(value);
  return [
    { text: isUnderCursor ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
    { text: `${knob.key.padEnd(widest)}  `, ...accent },
    { text: at > low ? '< ' : '  ', tone: 'muted' },
    { text: shown, ...(isChanged ? { tone: 'good' as const, bold: true } : accent) },
    { text: at < knob.values.length - 1 ? ' >' : '  ', tone: 'muted' },
  ];
}

/** Every try, the latest last: what was changed and what the goal's measures came to. */
function triedSections(item: ItemProgress, repair: Repair, setting: BlockSetting): readonly Section[] {
  const { theme } = setting;
  return (item.repairs ?? []).slice(-SHOWN_TRIES).map(({ setting: tried, reached, observed }, i) => {
    const came = Object.entries(observed).map(([name, value]) => `${name} = ${formatNumber(value)}`);
    return {
      lines: hanging(
        reached
          ? { text: theme.marks.right, tone: 'good', bold: true }
          : { text: theme.marks.wrong, tone: 'bad', bold: true },
        [
          { text: changeText(repair, tried), bold: true },
          { text: ` ${came.join('; ')}`, tone: 'muted' },
        ],
        setting.width,
      ),
      joined: i > 0,
      mark: `try:${(item.repairs ?? []).length}:${i}`,
    };
  });
}

const SHOWN_TRIES = 4;

function solutionSections(repair: Repair, setting: BlockSetting): readonly Section[] {
  const { words, theme } = setting;
  const text = `${words.lab.solution} ${changeText(repair, repair.solution)}`;
  return [{ lines: signedText(theme.marks.shown, 'accent', text, setting), mark: 'solution' }];
}

function isSame(a: Setting, b: Setting): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
