import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/content/lesson.ts';
import { readText } from '../../src/content/text.ts';

const FRONT = '---\nid: a\ntitle: A\nhook: Why?\nneeds: []\nminutes: 1\n---\n';

function read(markdown: string): readonly Step[] {
  const { value, problems } = readText('a/en.md', FRONT + markdown, 'en');
  expect(problems).toEqual([]);
  return value.text.steps;
}

/** `id: type type` for each step. */
function outline(markdown: string): readonly string[] {
  return read(markdown).map((step) =>
    step.type === 'prose'
      ? `${step.id}: ${step.blocks.map(({ type }) => type).join(' ')}`
      : `${step.id}: ${step.type}`,
  );
}

function blocks(markdown: string) {
  const [step] = read(markdown);
  return step?.type === 'prose' ? step.blocks : [];
}

const RUN = '```run {#see run=r}\nwatch: a\nseen: b\n```\n';
const FIGURE = '```figure {#shape}\nx: [0, 1]\ncurves: [{of: x, label: x}]\n```\n';

const OUTLINES: readonly (readonly [name: string, markdown: string, steps: readonly string[]])[] = [
  ['prose without a heading is a page', 'a\n\nb\n', ['start+1: paragraph paragraph']],
  [
    'a heading begins a page',
    'a\n## B\nb\n### C\nc\n',
    ['start+1: paragraph', 'start+2: heading paragraph', 'start+3: heading paragraph'],
  ],
  ['headings in a row share a page', '## B\n### C\nc\n', ['start+1: heading heading paragraph']],
  [
    'a block that asks is a step, and begins a page',
    `a\n\n${RUN}\nb\n`,
    ['start+1: paragraph', 'see: run', 'see+1: paragraph'],
  ],
  [
    'pages are counted anew after each block',
    `## A\n${RUN}\nb\n## C\nc\n`,
    ['start+1: heading', 'see: run', 'see+1: paragraph', 'see+2: heading paragraph'],
  ],
  ['a figure stays on its page', `a\n\n${FIGURE}\nb\n`, ['start+1: paragraph figure paragraph']],
  ['a picture stays on its page', 'a\n\n```text\no x\n```\n', ['start+1: paragraph picture']],
  ['an empty text has no steps', '', []],
];

describe('a text is split into steps', () => {
  for (const [name, markdown, steps] of OUTLINES) test(name, () => expect(outline(markdown)).toEqual(steps));
});

const t = (value: string) => ({ type: 'text', value }) as const;
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

const PROSE: readonly (readonly [name: string, markdown: string, blocks: readonly unknown[]])[] = [
  ['lines of a paragraph are joined', 'a\nb', [paragraph(t('a b'))]],
  [
    'marks stand between the words',
    'a [[claim:c]] b\n[[cite:s]]',
    [paragraph(t('a '), { type: 'claim', id: 'c' }, t(' b '), { type: 'cite', id: 's' })],
  ],
  [
    'strong, emphasis and code',
    '**a** *b* `c`',
    [
      paragraph(
        { type: 'strong', content: [t('a')] },
        t(' '),
        { type: 'emphasis', content: [t('b')] },
        t(' '),
        { type: 'code', value: 'c' },
      ),
    ],
  ],
  ['links', '[a](https://b.org)', [paragraph({ type: 'link', url: 'https://b.org', content: [t('a')] })]],
  ['lists', '1. a\n2. b', [{ type: 'list', ordered: true, items: [[t('a')], [t('b')]] }]],
  ['quotes, paragraph by paragraph', '> a\n>\n> b', [{ type: 'quote', content: [[t('a')], [t('b')]] }]],
  [
    'tables',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    [{ type: 'table', header: [[t('a')], [t('b')]], rows: [[[t('1')], [t('2')]]] }],
  ],
  ['indented lines are a formula', '    y = x\n\n    z', [{ type: 'formula', lines: ['y = x', '', 'z'] }]],
  ['a math fence is a formula', '```math\ny = x\n```', [{ type: 'formula', lines: ['y = x'] }]],
  [
    'a text fence is a picture, kept as it is',
    '```text\n  o\n x\n```',
    [{ type: 'picture', lines: ['  o', ' x'] }],
  ],
  ['a terminal cannot be steered', 'a&#27;b', [paragraph(t('a\uFFFDb'))]],
];

describe('prose', () => {
  for (const [name, markdown, expected] of PROSE)
    test(name, () => expect(blocks(markdown)).toEqual(expected));
});

describe('texts inside blocks', () => {
  test('are taken as they were typed, numbers too', () => {
    const [step] = read('```predict {#p}\nask: a\noptions: [1.0, "2", 3e-1]\nseen: b\n```');
    expect(step).toMatchObject({ options: [[t('1.0')], [t('2')], [t('3e-1')]] });
  });

  test('are one line where one line has room: a leading number or sign is no list', () => {
    const [step] = read('```predict {#p}\nask: a\noptions: ["1. a", "- b", "# c", "> d"]\nseen: b\n```');
    expect(step).toMatchObject({ options: [[t('1. a')], [t('- b')], [t('# c')], [t('> d')]] });
  });

  test('keep their paragraphs behind a |', () => {
    const [step] = read('```predict {#p}\nask: |\n  a\n  b\n\n  c **d**\noptions: [e, f]\nseen: g\n```');
    expect(step).toMatchObject({
      ask: [paragraph(t('a b')), paragraph(t('c '), { type: 'strong', content: [t('d')] })],
    });
  });

  test('may hold pictures and formulas', () => {
    const [step] = read(
      '```predict {#p}\nask: |\n  a\n\n  ~~~text\n  o x\n  ~~~\n\n      y = x\noptions: [e, f]\nseen: g\n```',
    );
    expect(step).toMatchObject({
      ask: [paragraph(t('a')), { type: 'picture', lines: ['o x'] }, { type: 'formula', lines: ['y = x'] }],
    });
  });

  test('fields that are left out are empty or null', () => {
    expect(read('```predict {#p}\nask: a\noptions: [b, c]\nseen: d\n```')[0]).toMatchObject({
      hints: [],
      reflect: null,
    });
    expect(read('```question {#q type=number}\nask: a\nexplain: b\n```')[0]).toMatchObject({
      options: [],
      hints: [],
    });
    expect(read('```open {#o minutes=2}\nask: a\nrubric: [b]\nmodel: c\n```')[0]).toMatchObject({
      minutes: 2,
      followups: [],
      weak: [],
    });
    expect(blocks(FIGURE)[0]).toMatchObject({ id: 'shape', caption: null });
  });
});
