import type { Words } from '../languages.ts';

export const lab: Words['screen']['lab'] = {
  title: '고장 난 실험: 까닭 찾기',
  which: '원인은 무엇일까요?',
  notTheCause: '원인이 아닙니다.',
  repairTitle: '고치기',
  goal: '목표:',
  left: (tries) => `${tries}번 더 해 볼 수 있습니다`,
  unset: '없음',
  repaired: '고쳤습니다. 목표에 이르렀습니다.',
  solution: '이렇게 하면 고쳐집니다:',
  findings: {
    divergence: (value) => `발산: ${value}스텝에서 손실이 유한한 수가 아니게 되었습니다.`,
    exploding: (value, threshold, at) =>
      `폭발: ${at}에서 처음의 ${value}배로 커졌습니다(기준: ${threshold} 초과).`,
    vanishing: (value, threshold, at) =>
      `소실: ${at}에 신호가 ${value}만 남았습니다(기준: ${threshold} 미만).`,
    dead: (value, threshold) =>
      `죽은 유닛: 모든 입력에 0을 내는 유닛의 비율이 ${value}입니다(기준: ${threshold} 초과).`,
    saturated: (value, threshold) =>
      `포화: 범위의 끝에 붙은 출력의 비율이 ${value}입니다(기준: ${threshold} 초과).`,
    plateau: (value, threshold, at) =>
      `정체: ${at}스텝부터 손실이 처음 값의 ${value}만큼만 줄었습니다(기준: ${threshold} 미만).`,
    overfitting: (value, threshold, at) =>
      `과적합: ${at}스텝 뒤로 학습 손실은 줄었는데 테스트 손실은 가장 낮을 때의 ${value}배로 늘었습니다(기준: ${threshold} 초과).`,
    'mode-mismatch': (value, threshold) =>
      `모드 불일치: 같은 자료에 학습 모드와 평가 모드가 낸 정확도가 ${value}만큼 다릅니다(기준: ${threshold} 초과).`,
    leakage: (value, threshold) =>
      `누수 의심: 테스트 자료의 정확도가 학습 자료보다 ${value}만큼 높습니다(기준: ${threshold} 초과).`,
  },
};

export const trace: Words['screen']['trace'] = {
  title: '한 스텝 따라가기',
  phases: { forward: '순전파', loss: '손실', backward: '역전파', update: '갱신' },
  place: (phase, at, of) => `한 스텝 따라가기: ${phase} (${at}/${of})`,
  kinds: {
    sum: (of) => `${of}의 가중합`,
    activation: (of) => `${of}의 활성값`,
    chance: (of) => `${of}에서 읽는 확률`,
    loss: () => '손실',
    mean: () => '배치의 손실: 평균',
    bend: (of) => `${of}에서 활성화 함수의 기울기`,
    delta: (of) => `z(${of})에 대한 손실의 기울기`,
    slope: (of) => `${of}에 대한 손실의 기울기`,
    new: (of) => `스텝 뒤의 ${of}`,
  },
  start: '여기서 시작합니다',
  known: '아는 값:',
  difference: (value, apart) => `유한 차분: ${value} (차이 ${apart})`,
  left: (blanks) => `채울 값 ${blanks}개`,
  filled: '값을 모두 채웠습니다.',
  wrong: '아직 아닙니다. 다시 풀거나, 힌트나 정답을 볼 수 있습니다.',
  putIn: '수를 넣으면:',
};
