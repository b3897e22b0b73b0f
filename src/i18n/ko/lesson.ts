import type { Words } from '../languages.ts';

export const reader: Words['screen']['reader'] = {
  place: (step, steps) => `${step}/${steps}`,
  left: (minutes) => `약 ${minutes}분 남음`,
  owed: '먼저 답하거나 s 키로 건너뛰세요.',
  more: (rows) => `아래로 ${rows}줄 더 있음`,
  sources: '출처',
};

export const correction: Words['screen']['correction'] = {
  title: '바로잡기',
  note: '흔히 하는 말',
  right: '실제로는',
  evidence: '근거',
  claim: '여기서 v 키로 다시 돌려 볼 수 있는 실험',
};

export const claim: Words['screen']['claim'] = {
  running: '주장을 돌려 보는 중 ...',
  holds: '방금 이 컴퓨터에서 돌려 보니 맞습니다.',
  fails: '이 컴퓨터에서는 맞지 않았습니다. 그럴 리가 없으니 알려 주세요.',
  seeds: (seeds, steps, seconds) => `시드 ${seeds}개, ${steps}스텝, ${seconds}초`,
  spread: (low, high, count) => `${low} … ${high}  (값 ${count}개)`,
};

export const predict: Words['screen']['predict'] = {
  title: '예측하고 돌려 보기',
  chosen: (option) => `내 예측: ${option}`,
  right: '예측이 맞았습니다.',
  wrong: (option) => `실험 결과는 다릅니다. 답은 ${option}번입니다.`,
  undecided: '시드마다 결과가 달라서 답이 하나로 정해지지 않습니다.',
  observed: (value, agreed, seeds) => {
    const measured = value === null ? '방금 잰 값' : `잰 값: ${value}`;
    return seeds === 1 ? measured : `${measured}(중앙값), 시드 ${seeds}개 가운데 ${agreed}개가 같은 답`;
  },
  reflect: '생각해 볼 거리',
};

export const run: Words['screen']['run'] = {
  title: '학습 지켜보기',
  states: { running: '학습 중', paused: '멈춤', rest: '다른 시드', finished: '끝남', failed: '실패' },
  step: (step, steps) => `스텝 ${step}/${steps}`,
  along: (axis, at, of) => `${axis} ${at}/${of}`,
  epoch: (epoch) => `에폭 ${epoch}`,
  seeds: (done, all) => `학습 ${done}/${all}`,
  rate: (steps) => `초당 ${steps}스텝`,
  hash: (hash) => `결과 ${hash}`,
  failed: (failure) => {
    switch (failure.cause) {
      case 'memory':
        return '메모리가 모자라 실험이 중단되었습니다. net, batch, n 가운데 하나를 줄이세요.';
      case 'ended':
        return `학습 스레드가 스스로 끝나 실험이 중단되었습니다(코드 ${failure.code}). 다시 실행해 보세요.`;
      case 'thrown':
        return `실험이 중단되었습니다: ${failure.message}`;
    }
  },
  waiting: '시작하는 중 ...',
  diverged: '발산',
  repeat: '다시 해 보기:',
  loss: '손실',
};
