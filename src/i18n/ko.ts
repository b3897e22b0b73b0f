import type { Words } from './languages.ts';

export const ko: Words = {
  command: {},
  screen: {},
  chart: {},
  problem: {
    notAllowed: (key, value, allowed) => `${key}: ${value} 값은 쓸 수 없습니다. ${allowed}여야 합니다.`,
    notOneOf: (key, value, known, nearest) =>
      `${key}: "${value}" 값은 없습니다. ${nearest ? `혹시 "${nearest}"인가요? ` : ''}쓸 수 있는 값은 ${known.join(', ')}입니다.`,
    unknownKey: (key, kind, known, nearest) =>
      `${key}: ${kind} 실험에는 이런 키가 없습니다. ${nearest ? `혹시 "${nearest}"인가요? ` : ''}쓸 수 있는 키는 ${known.join(', ')}입니다.`,
    numberAbove: (above, to) => `${above}보다 크고 ${to} 이하인 수`,
    numberFrom: (from, to) => `${from} 이상 ${to} 이하인 수`,
    wholeFrom: (from, to) => `${from} 이상 ${to} 이하인 정수`,
    widths: (to, most) =>
      `16이나 16,16처럼 은닉층의 유닛 수를 적은 것(층마다 1 이상 ${to} 이하, 많아야 ${most}층) 또는 none`,
    badSeeds: (value) =>
      `seeds: ${value} 값은 쓸 수 없습니다. 시드 하나(7), 목록(1,2,5), 커지는 범위(1..20) 가운데 하나로, 겹치지 않게 1000개까지 적으세요.`,
    badVary: 'vary: net=2,4,8처럼 키와 값들을 적거나 "batch=1 lr=0.05; batch=32"처럼 변형을 통째로 적으세요.',
    lossDoesNotFit: (loss, data, fitting) =>
      `loss: ${loss} 손실은 ${data} 데이터에 맞지 않습니다. ${fitting.join(' 또는 ')} 손실을 쓰세요.`,
    batchTooLarge: (batch, n) =>
      `batch: ${batch} 값은 쓸 수 없습니다. 데이터가 ${n}행이므로 1 이상 ${n} 이하여야 합니다.`,
    gdTakesAll: (batch, n) =>
      `batch: ${batch} 값은 opt gd와 함께 쓸 수 없습니다. gd는 매 스텝 ${n}행을 모두 씁니다. batch를 빼거나 opt sgd를 쓰세요.`,
    stepsOrEpochs: 'epochs: steps와 epochs 가운데 하나만 적으세요.',
    fixedFeatures: (data, features) =>
      `features: ${data} 데이터의 특성은 언제나 ${features}개입니다. features를 빼세요.`,
    onlyWith: (key, needed, found) => `${key}: ${needed}일 때만 쓸 수 있는데 이 레시피는 ${found}입니다.`,
  },
};
