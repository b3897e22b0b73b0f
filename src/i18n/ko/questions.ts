import type { Words } from '../languages.ts';

export const question: Words['screen']['question'] = {
  titles: {
    single: '문제',
    multiple: '문제: 맞는 것을 모두 고르기',
    number: '문제: 수로 답하기',
    order: '문제: 차례대로 놓기',
    match: '문제: 짝 맞추기',
    short: '문제: 짧게 써 보기',
    table: '문제: 표 채우기',
    spot: '문제: 틀린 줄 찾기',
  },
  typeNumber: '수를 입력하세요:',
  typeShort: '답을 입력하세요:',
  inPlace: (right, all) => `${all}개 가운데 ${right}개가 맞습니다.`,
  wrongTyped: '아직 아닙니다. 다시 써 보세요. esc를 누르면 h로 힌트, a로 정답을 볼 수 있습니다.',
  right: '맞습니다.',
  wrong: '아직 아닙니다. 다시 풀거나, 힌트나 정답을 볼 수 있습니다.',
  notANumber: '수로 읽을 수 없습니다. 0.5, 1e-3, 1/4, 75%처럼 써 보세요.',
  shown: '정답:',
  skippedBefore: '전에 건너뛴 문제입니다. 지금 답해도 됩니다.',
  hint: (number, all) => (all === 1 ? '힌트' : `힌트 ${number}/${all}`),
};

export const open: Words['screen']['open'] = {
  title: (minutes) => `내 말로 답하기 · 약 ${minutes}분`,
  placeholder: '여기에 답을 쓰거나, 소리 내어 말한 뒤 엔터를 누르세요.',
  yours: '내 답',
  noEditor: 'VISUAL이나 EDITOR를 설정하세요.',
  editorFailed: (editor) => `${editor} 실패. 답은 그대로입니다.`,
  emptied: '빈 파일입니다. 답은 그대로입니다.',
  model: '모범 답안',
  rubric: '내 답에 들어 있던 것은 무엇인가요?',
  score: (ticked, all) => `${all}개 가운데 ${ticked}개`,
  weak: '흔히 듣는 아쉬운 답',
  followups: '이어서 나올 만한 질문',
};
