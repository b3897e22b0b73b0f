import type { Inline, Lesson, QuestionStep } from '../../src/content/lesson.ts';

/** A lesson with a question of every kind whose answer is paired, typed or found. */
export const typedLesson: Lesson = {
  id: 'small',
  minutes: 5,
  needs: [],
  text: {
    en: { title: 'Small lesson', hook: 'Why?', steps: steps((en) => en) },
    ko: { title: '작은 레슨', hook: '왜?', steps: steps((_, ko) => ko) },
  },
  lab: {
    runs: {},
    predictions: {},
    claims: {},
    answers: {
      pairs: { type: 'match' },
      word: { type: 'short', accept: ['zigzag', '지그재그'] },
      cells: { type: 'table', cells: [32, 8, 0.5], tolerance: 0.01 },
      line: { type: 'spot', option: 1 },
    },
    labs: {},
    traces: {},
    sources: {},
  },
};

function steps(say: (en: string, ko: string) => string): QuestionStep[] {
  const question = (id: string, kind: QuestionStep['kind'], more: Partial<QuestionStep>): QuestionStep => ({
    type: 'question',
    id,
    kind,
    ask: [{ type: 'paragraph', content: words(say('Which one?', '어느 것일까요?')) }],
    options: [],
    hints: [words(say('First hint.', '첫째 힌트.'))],
    explain: [{ type: 'paragraph', content: words(say('So it is.', '그렇습니다.')) }],
    ...more,
  });
  const option = (text: string, why: string | null) => ({
    text: words(text),
    why: why === null ? null : words(why),
  });
  return [
    question('pairs', 'match', {
      options: ['Sigmoid', 'ReLU', 'GELU'].map((each) => option(each, null)),
      partners: [
        words(say('flat at both ends', '양 끝이 평평합니다')),
        words(say('flat on the left', '왼쪽이 평평합니다')),
        words(say('dips below zero', '0 아래로 내려갑니다')),
      ],
    }),
    question('word', 'short', {}),
    question('cells', 'table', {
      table: {
        columns: [words(say('norm', '정규화')), words(say('numbers', '수')), words(say('share', '몫'))],
        rows: [
          [words('BN'), null, words('1')],
          [words('LN'), null, null],
        ],
      },
    }),
    question('line', 'spot', {
      options: [
        option('opt.zero_grad()', say('It is fine.', '맞습니다.')),
        option('\u00a0\u00a0loss.backward', say('It is never called.', '부르지 않았습니다.')),
        option('opt.step()', say('It is fine.', '맞습니다.')),
      ],
    }),
  ];
}

function words(value: string): Inline[] {
  return [{ type: 'text', value }];
}
