import type { Words } from '../languages.ts';

export const problem: Words['problem'] = {
  notAllowed: (key, value, allowed) => `${key}: ${value} 값은 쓸 수 없습니다. 쓸 수 있는 값: ${allowed}.`,
  notOneOf: (key, value, known, nearest) =>
    `${key}: "${value}" 값은 없습니다. ${nearest ? `혹시 "${nearest}"인가요? ` : ''}쓸 수 있는 값은 ${known.join(', ')}입니다.`,
  unknownKey: (key, kind, known, nearest) =>
    `${key}: ${kind} 실험에는 이런 키가 없습니다. ${nearest ? `혹시 "${nearest}"인가요? ` : ''}쓸 수 있는 키는 ${known.join(', ')}입니다.`,
  numberAbove: (above, to) => `${above}보다 크고 ${to} 이하인 수`,
  numberFrom: (from, to) => `${from} 이상 ${to} 이하인 수`,
  wholeFrom: (from, to) => `${from} 이상 ${to} 이하인 정수`,
  evenFrom: (from) => `${from} 이상의 짝수`,
  divisorOf: (width) => `너비 ${width}의 약수`,
  widths: (to, most) =>
    `16이나 16,16처럼 층의 너비를 적은 것(층마다 1 이상 ${to} 이하, 많아야 ${most}층) 또는 none`,
  someOf: (known) => `${known.join(', ')} 가운데 하나 이상(겹치지 않게)`,
  text: (most) => `${most}자 이하의 글`,
  badSeeds: (value) =>
    `seeds: ${value} 값은 쓸 수 없습니다. 시드 하나(7), 목록(1,2,5), 커지는 범위(1..20) 가운데 하나로, 겹치지 않게 1000개까지 적으세요.`,
  badVary: 'vary: net=2,4,8처럼 키와 값들을 적거나 "batch=1 lr=0.05; batch=32"처럼 변형을 통째로 적으세요.',
  lossDoesNotFit: (loss, data, fitting) =>
    `loss: ${loss} 손실은 ${data} 데이터에 맞지 않습니다. ${fitting.join(' 또는 ')} 손실을 쓰세요.`,
  batchTooLarge: (batch, n) =>
    `batch: ${batch} 값은 쓸 수 없습니다. 데이터가 ${n}행이므로 1 이상 ${n} 이하여야 합니다.`,
  gdTakesAll: (batch, n) =>
    `batch: ${batch} 값은 opt gd와 함께 쓸 수 없습니다. gd는 매 스텝 ${n}행을 모두 씁니다. batch를 빼거나 opt sgd를 쓰세요.`,
  tooLarge: (keys, needed, most) =>
    `${keys[0]}: 이 레시피에는 메모리가 ${needed} GB 필요한데 ${most} GB까지만 쓸 수 있습니다. ${keys.join(', ')} 값을 줄이세요.`,
  givenTwice: (key) => `${key}: 값을 직접 적고 변형에도 적었습니다. 한 곳에만 적으세요.`,
  seedOrSeeds: 'seed: seed와 seeds 가운데 하나만 적으세요.',
  stepsOrEpochs: 'epochs: steps와 epochs 가운데 하나만 적으세요.',
  fixedFeatures: (data, features) =>
    `features: ${data} 데이터의 특성은 언제나 ${features}개입니다. features를 빼세요.`,
  onlyWith: (key, needed, found) => `${key}: ${needed}일 때만 쓸 수 있는데 이 레시피는 ${found}입니다.`,
  learnerDoesNotFit: (learner, data, fitting) =>
    `learner: ${learner} 방법은 ${data} 데이터에 맞지 않습니다. ${fitting.join(' 또는 ')} 방법을 쓰세요.`,
  noImages: (data) => `conv: ${data} 데이터는 이미지가 아닙니다. digits나 IDX 파일을 쓰거나 conv를 빼세요.`,
  imageTooSmall: (key, layer, height, columns) =>
    `${key}: conv ${layer}번째 층에서 이미지가 ${height} x ${columns} 픽셀로 줄어 쓸 수 없습니다. 층이나 stride를 줄이거나 pool을 빼세요.`,
  needsImages: (key, data) =>
    `${key}: 이미지를 바꾸는 설정인데 ${data} 데이터에는 이미지가 없습니다. digits나 IDX 파일을 쓰거나 ${key} 키를 빼세요.`,
  instanceNeedsImages:
    'norm: 인스턴스 정규화는 이미지의 픽셀에 걸쳐 계산하는데 이 레시피에는 이미지가 없습니다. conv를 더하거나 layer, batch를 쓰세요.',
  nothingToSkip:
    'residual: 입력과 출력의 너비가 같은 은닉층이 없어 건너뛸 곳이 없습니다. net=16,16처럼 같은 너비를 이어 적으세요.',
  notOfData: (key, data) => `${key}: ${data} 데이터에는 이런 설정이 없습니다. ${key} 키를 빼세요.`,
  tooManyRows: (key, data, rows, most) =>
    `${key}: ${data} 데이터는 학습과 테스트를 합쳐 ${rows}행입니다. 여기서 ${key} 값은 많아야 ${most}입니다.`,
  onlyClasses: (key, data) =>
    `${key}: 클래스에 대한 설정인데 ${data} 데이터에는 클래스가 없습니다. ${key} 키를 빼세요.`,
  onlyPlane: (data, features) =>
    `extra: 특징 두 개로 계산하는 값인데 ${data} 데이터에는 특징이 ${features}개입니다. extra를 빼세요.`,
  emptyPart: (share, n) =>
    `validation: ${n}행에서 ${share}만큼 떼면 한쪽에 남는 행이 너무 적습니다. 비율을 바꾸거나 행을 늘리세요.`,
  classSides: (key) =>
    `${key}: 문턱값은 클래스가 둘일 때만 쓸 수 있습니다. 클래스가 둘인 데이터를 쓰거나 ${key} 키를 빼세요.`,
  trace: {
    oneRun: '값을 따라가려면 변형이 없는 train 실험이어야 합니다. 그런 실험을 쓰세요.',
    notWalked: (key, value) =>
      `값을 따라가는 것은 완전 연결 층과 gd, sgd뿐인데 이 실험에는 ${key}: ${value} 설정이 있습니다. 빼세요.`,
    tooWide: (units, most) =>
      `한 층에 수가 ${units}개이면 너무 많아 따라갈 수 없습니다. 많아야 ${most}개입니다.`,
    tooDeep: (layers, most) => `은닉층 ${layers}개는 너무 많아 따라갈 수 없습니다. 많아야 ${most}개입니다.`,
    tooManyRows: (rows, most) =>
      `${rows}행을 쓰는 스텝은 너무 길어 따라갈 수 없습니다. 많아야 ${most}행입니다. n을 정하거나 opt sgd와 batch를 쓰세요.`,
    weights: (has, needed) => `가중치와 편향이 모두 ${needed}개인데 ${has}개가 적혀 있습니다.`,
    inputs: (has, needed) => `x에는 입력마다 하나씩 수 ${needed}개가 있어야 하는데 ${has}개가 있습니다.`,
    target: (value, allowed) => `y에 ${value} 값은 쓸 수 없습니다. 쓸 수 있는 값: ${allowed}.`,
    notFinite: (name) => `${name} 값이 유한한 수가 아닙니다. 더 작은 수를 쓰세요.`,
  },
  settledAtStart: (key, changeable) =>
    changeable.length === 0
      ? `${key}: 이 종류의 실험은 도중에 바꿀 수 없습니다.`
      : `${key}: 시작할 때 정해지는 값이라 도중에 바꿀 수 없습니다. 바꿀 수 있는 키는 ${changeable.join(', ')}입니다.`,
  otherShapes: (key, before, after) =>
    `${key}: ${before} 값을 ${after} 값으로 바꾸면 가중치의 모양이 달라져 이어서 학습할 수 없습니다. 새로 시작하세요.`,
  tooManyBranches: (most) => `한 실험에서 가지는 ${most}개까지 만들 수 있습니다. 새로 시작하세요.`,
  file: {
    unreadable: (file, reason) => `${file}: 읽을 수 없습니다(${reason}).`,
    noRows: (file) => `${file}: 값이 적힌 행이 둘 이상 있어야 합니다.`,
    openQuote: (file, row) => `${file}, ${row}행: 여기서 연 따옴표가 어디에서도 닫히지 않습니다.`,
    unevenRow: (file, row, has, others) => `${file}, ${row}행: 열이 ${has}개인데 첫 행은 ${others}개입니다.`,
    hole: (file, row, column) =>
      `${file}, ${row}행, ${column} 열: 값이 없습니다. 값을 채우거나 그 행을 빼세요.`,
    notNumber: (file, row, column, value) =>
      `${file}, ${row}행, ${column} 열: "${value}" 값은 수가 아닙니다.`,
    wordColumns: (file, columns) =>
      `${file}: 수가 아니라 낱말이 적힌 열이 있습니다(${columns.join(', ')}). 수로 바꾸거나 그 열을 빼세요.`,
    noColumn: (file, column, known) =>
      `target: ${file} 파일에는 "${column}" 열이 없습니다. 있는 열은 ${known.join(', ')}입니다.`,
    oneColumn: (file) => `${file}: 열이 하나뿐입니다. 입력과 정답을 쉼표, 쌍반점, 탭이나 세로줄로 나누세요.`,
    oneClass: (file, column) => `${file}, ${column} 열: 모든 행의 정답이 같아서 배울 것이 없습니다.`,
    tooManyClasses: (file, column, classes, rows) =>
      `${file}, ${column} 열: ${rows}행에 서로 다른 낱말이 ${classes}개라 클래스로 볼 수 없습니다. target으로 다른 열을 고르세요.`,
    notBytes: (file) => `${file}: IDX 파일은 부호 없는 바이트로 된 것만 읽을 수 있습니다.`,
    cutShort: (file, has, promised) =>
      `${file}: ${has}바이트뿐인데 머리말에는 ${promised}바이트라고 적혀 있습니다.`,
    noLabels: (file, labels) =>
      `${file}: 레이블이 있어야 할 ${labels} 파일을 읽을 수 없습니다. target으로 레이블 파일을 알려 주세요.`,
    otherLabels: (file, images, labels, count) =>
      `${labels}: 레이블은 ${count}개인데 ${file} 파일의 이미지는 ${images}개입니다.`,
    otherImages: (file, size, test, other) =>
      `${test}: 이미지의 픽셀이 ${other}개인데 ${file} 파일의 이미지는 ${size}개입니다.`,
  },
};
