import { z } from 'zod';
import { questionKinds } from '../questions/kinds.ts';
import { text, texts } from './shape.ts';

const TWICE = 'must not offer the same option twice';
const number = z.number({ error: 'must be a number' });
const label = z.string({ error: 'must be a text; put it in quotes' }).min(1, 'must not be empty');
const atLeastTwo = z
  .array(text, { error: 'must be a list of texts' })
  .min(2, 'must offer at least two options')
  .refine(areDistinct, TWICE);
const explained = z
  .array(z.strictObject({ text, why: text }, { error: 'must be {text: ..., why: ...}' }), {
    error: 'must be a list of {text: ..., why: ...}',
  })
  .min(2, 'must offer at least two options')
  .refine((options) => areDistinct(options.map((option) => option.text)), TWICE);

const figure = z.strictObject({
  x: z
    .tuple([number, number], { error: 'must be two numbers, from and to, such as [-3, 3]' })
    .refine(([from, to]) => from < to, 'must go from the smaller to the larger number'),
  curves: z
    .array(z.strictObject({ of: label, label }, { error: 'must be {of: ..., label: ...}' }), {
      error: 'must be a list of {of: ..., label: ...}',
    })
    .min(1, 'must hold at least one curve')
    .max(8, 'has more than 8 curves, which no one can tell apart; draw two figures'),
  caption: text.optional(),
});

const pairs = z
  .array(z.strictObject({ left: text, right: text }, { error: 'must be {left: ..., right: ...}' }), {
    error: 'must be a list of {left: ..., right: ...}',
  })
  .min(2, 'must hold at least two pairs')
  .refine((all) => areDistinct(all.map(({ left }) => left)), 'must not have the same left side twice')
  .refine((all) => areDistinct(all.map(({ right }) => right)), 'must not have the same right side twice');
const columns = z.array(text, { error: 'must be a list of texts' }).min(2, 'must name at least two columns');
const rows = z
  .array(z.array(text, { error: 'must be a list of cells' }), { error: 'must be a list of rows' })
  .min(1, 'must hold at least one row')
  .refine((all) => all.some((row) => row.includes(TO_FILL)), 'must have a cell "?" for the learner to fill');

const questionOptions = {
  explained: { options: explained },
  plain: { options: atLeastTwo },
  pairs: { pairs },
  lines: { lines: explained },
  cells: { columns, rows },
  none: {},
} as const;

/** What stands in a cell that the learner fills. */
export const TO_FILL = '?';

/** Bodies of questions, by their type. */
export function questionShape(type: keyof typeof questionKinds): z.ZodType {
  const shape = z.strictObject({
    ask: text,
    ...questionOptions[questionKinds[type].options],
    hint: texts.optional(),
    explain: text,
  });
  return questionKinds[type].options === 'cells' ? shape.superRefine(checkRows) : shape;
}

/** Every row of a table has a cell for each column. */
function checkRows(body: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  const [heads, all] = [columns.safeParse(body.columns).data, rows.safeParse(body.rows).data];
  if (!heads || !all) return;
  for (const [i, row] of all.entries()) {
    const message = `must have ${heads.length} cells, one for each column`;
    if (row.length !== heads.length) context.addIssue({ code: 'custom', path: ['rows', i], message });
  }
}

/** Bodies of the other blocks, and the attributes that the opening line of each may have. */
export const blockShapes = {
  figure: { attributes: [], body: figure },
  predict: {
    attributes: [],
    body: z.strictObject({
      ask: text,
      options: atLeastTwo,
      hint: texts.optional(),
      seen: text,
      reflect: text.optional(),
    }),
  },
  question: { attributes: ['type'], body: null },
  open: {
    attributes: ['minutes'],
    body: z.strictObject({
      ask: text,
      rubric: texts,
      model: text,
      followups: texts.optional(),
      weak: texts.optional(),
    }),
  },
  run: { attributes: ['run'], body: z.strictObject({ watch: text, seen: text }) },
  lab: {
    attributes: [],
    body: z.strictObject({ story: text, causes: explained, repair: text, seen: text }),
  },
  trace: {
    attributes: [],
    body: z.strictObject({
      intro: text,
      hint: z
        .record(z.string(), text, { error: 'must be numbers with their hints, such as {z.h1: ...}' })
        .optional(),
      seen: text,
    }),
  },
  correction: {
    attributes: [],
    body: z.strictObject({
      note: text,
      right: text,
      evidence: z
        .strictObject(
          { run: label.optional(), claim: label.optional(), cite: label.optional() },
          { error: 'must be {claim: ID}, {run: ID} or {cite: ID}' },
        )
        .refine((evidence) => Object.keys(evidence).length > 0, 'must name a claim, a run or a source'),
    }),
  },
} satisfies Record<string, { readonly attributes: readonly string[]; readonly body: z.ZodType | null }>;

export type BlockType = keyof typeof blockShapes;

function areDistinct(options: readonly unknown[]): boolean {
  return new Set(options.map(String)).size === options.length;
}
