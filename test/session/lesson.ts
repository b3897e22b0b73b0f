import type { Inline, Lesson, LessonText, ProseBlock, Step } from '../../src/content/lesson.ts';
import { parseRecipe } from '../../src/training/recipe.ts';

/** A lesson with a step of every kind, in two languages. */
export const lesson: Lesson = {
  id: 'small',
  minutes: 5,
  needs: [],
  text: { en: textOf('Small lesson', english), ko: textOf('작은 레슨', korean) },
  lab: {
    runs: {
      line: recipe({ data: 'xor', net: [], loss: 'bce', opt: 'gd', lr: 0.5, steps: 1000, seeds: '1..3' }),
    },
    predictions: { guess: { run: 'line', measure: 'loss@end', bins: [0.3, 1.5] } },
    claims: { stuck: { run: 'line', expect: 'max(acc@best) <= 0.75' } },
    answers: {
      one: { type: 'single', option: 1 },
      many: { type: 'multiple', options: [0, 2] },
      count: { type: 'number', value: 75, tolerance: 0.01, unit: '%' },
      sorted: { type: 'order' },
    },
    labs: {},
    traces: {},
    sources: { book: { authors: 'Minsky & Papert', year: 1969, title: 'Perceptrons', where: 'MIT Press' } },
  },
};

function english(): Step[] {
  return steps((en) => en);
}

function korean(): Step[] {
  return steps((_, ko) => ko);
}

function steps(say: (en: string, ko: string) => string): Step[] {
  const ask = [paragraph(say('Which one?', '어느 것일까요?'))];
  const options = ['one', 'two', 'three'].map((each, i) => ({
    text: words(say(each, ['하나', '둘', '셋'][i] ?? '')),
    why: words(say(`Because of ${each}.`, '그래서 그렇습니다.')),
  }));
  const hints = [words(say('First hint.', '첫째 힌트.')), words(say('Second hint.', '둘째 힌트.'))];
  const explain = [paragraph(say('So it is.', '그렇습니다.'))];
  const question = (id: string, kind: 'single' | 'multiple' | 'number' | 'order'): Step => ({
    type: 'question',
    id,
    kind,
    ask,
    options: kind === 'number' ? [] : options,
    hints,
    explain,
  });
  return [
    {
      type: 'prose',
      id: 'start',
      blocks: [
        { type: 'heading', depth: 2, content: words(say('A beginning', '시작')) },
        {
          type: 'paragraph',
          content: [
            ...words(say('A line cannot do it.', '직선으로는 안 됩니다.')),
            { type: 'text', value: ' ' },
            { type: 'claim', id: 'stuck' },
          ],
        },
      ],
    },
    {
      type: 'predict',
      id: 'guess',
      ask,
      options: options.map(({ text }) => text),
      hints,
      reflect: words(say('Why?', '왜 그럴까요?')),
      seen: explain,
    },
    question('one', 'single'),
    question('many', 'multiple'),
    question('count', 'number'),
    question('sorted', 'order'),
    {
      type: 'open',
      id: 'say',
      minutes: 3,
      ask,
      rubric: [words('a'), words('b')],
      model: explain,
      followups: [words(say('And then?', '그다음은?'))],
      weak: [],
    },
    { type: 'run', id: 'watch', run: 'line', watch: ask, seen: explain },
    {
      type: 'correction',
      id: 'note',
      note: words(say('A line can do it.', '직선으로 됩니다.')),
      right: explain,
      evidence: { claim: 'stuck', cite: 'book' },
    },
  ];
}

function textOf(title: string, make: () => Step[]): LessonText {
  return { title, hook: `${title}?`, steps: make() };
}

function words(value: string): Inline[] {
  return [{ type: 'text', value }];
}

function paragraph(value: string): ProseBlock {
  return { type: 'paragraph', content: words(value) };
}

function recipe(record: Record<string, unknown>) {
  const { value, problems } = parseRecipe(record);
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}
