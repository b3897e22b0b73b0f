import type { Words } from '../languages.ts';

export const chart: Words['chart'] = {
  step: '스텝',
  epoch: '에폭',
  axes: { layer: '층', degree: '차수', width: '너비', dimension: '차원' },
  loss: '손실',
  accuracy: '정확도',
  measures: {
    loss: '손실',
    acc: '정확도',
    told_acc: '보고된 정확도',
    leaky_acc: '누수가 있는 정확도',
    loud: '큰 잡음을 받는 가중치',
    difference: '유한 차분과의 차이',
    skew_before: '바꾸기 전의 왜도',
    noise: '잡음',
    std: '표준편차',
    grad: '기울기의 평균 크기',
    positive: '최솟값의 비율',
    test_loss: '테스트 손실',
    test_acc: '테스트 정확도',
  },
  actual: '실제',
  actualTest: '실제(테스트)',
  predicted: '답',
  recall: '재현율',
  weight: 'w',
  trainLoss: '학습 손실',
  diverged: '발산',
  stopped: '조기 종료',
  expected: '나의 예측',
  rate: '학습률',
  sentences: {
    bars: (bars, number) => `${bars.map(({ label, value }) => `${label}: ${number(value)}`).join(', ')}.`,
    confusion: ({ total, right, worst }) =>
      `${total}개 가운데 ${right}개를 맞혔습니다.${worst ? ` 가장 잦은 실수: ${worst.actual} → ${worst.predicted}, ${worst.count}번.` : ''}`,
    contours: ({ steps, end, height, lowest, divergedAt }, number) => {
      if (divergedAt !== null) return `${divergedAt}스텝에서 경로는 더는 수가 아닙니다.`;
      if (!end) return '아직 한 스텝도 없습니다.';
      const level =
        height === null || lowest === null
          ? '그림 밖입니다'
          : `높이는 ${number(height)}이고, 그림에서 가장 낮은 곳은 ${number(lowest)}입니다`;
      return `${steps}스텝 뒤 (${number(end.x)}, ${number(end.y)})에 있습니다. ${level}.`;
    },
    curves: ({ series }, number) =>
      series
        .map(({ label, first, last, turn, brokenAt }) => {
          if (first === null || last === null) return `${label}: 아직 수가 없습니다.`;
          const broken = brokenAt === null ? '' : ` ${number(brokenAt)}에서는 수가 아닙니다.`;
          if (!turn) return `${label}: ${number(first)}에서 ${number(last)}까지 갑니다.${broken}`;
          const by = `${number(turn.x)}에서 ${number(turn.y)}에 이르렀다가`;
          return `${label}: ${number(first)}에서 시작해 ${by} ${number(last)}에서 끝납니다.${broken}`;
        })
        .join(' '),
    fit: ({ points, meanSquare }, number) =>
      `점 ${points}개 위에 그린 네트워크의 곡선입니다.${meanSquare === null ? '' : ` 평균 제곱 거리는 ${number(meanSquare)}입니다.`}`,
    functions: ({ functions }, number) =>
      functions
        .map(({ label, range }) =>
          range === null
            ? `${label}: 여기에는 값이 없습니다.`
            : `${label}: ${number(range[0])}부터 ${number(range[1])}까지입니다.`,
        )
        .join(' '),
    histogram: (groups, number) =>
      groups
        .map(({ label, count, mean, std, zeros, broken }) => {
          const named = label === '' ? '' : `${label}: `;
          if (count === 0) return `${named}유한한 값이 없습니다.`;
          const off = zeros > 0 ? `, 정확히 0인 값 ${Math.round((100 * zeros) / count)} %` : '';
          const lost = broken > 0 ? `, 수가 아닌 값 ${broken}개` : '';
          return `${named}값 ${count}개, 평균 ${number(mean)}, 표준편차 ${number(std)}${off}${lost}.`;
        })
        .join(' '),
    network: ({ units, links, positive, broken, largest }, number) => {
      const lost = broken > 0 ? `, 수가 아닌 것 ${broken}개` : '';
      const most = largest
        ? ` 크기가 가장 큰 가중치는 ${largest.layer}번째 층 뒤의 ${number(largest.weight)}입니다.`
        : '';
      return `층마다 유닛 ${units.join(', ')}개인 네트워크입니다. 가중치 ${links}개 가운데 양수 ${positive}개${lost}.${most}`;
    },
    path: ({ steps, end, divergedAt }, number) =>
      divergedAt !== null
        ? `${divergedAt}스텝에서 w는 더는 수가 아닙니다.`
        : `${steps}스텝 뒤 w는 ${number(end?.x ?? Number.NaN)}입니다.`,
    precisionRecall: (curves, number) =>
      curves.map(({ label, area }) => `${label ? `${label}: ` : ''}평균 정밀도 ${number(area)}.`).join(' ') ||
      '곡선이 없습니다.',
    profile: (series, number) =>
      series
        .map(({ label, layers, first, last }) =>
          first === null || last === null
            ? `${label}: 수가 아닌 층이 있습니다.`
            : `${label}: ${layers}개 층 가운데 첫 층에서 ${number(first)}, 마지막 층에서 ${number(last)}입니다.`,
        )
        .join(' '),
    reliability: ({ count, error, excess }, number) => {
      if (error === null || excess === null) return '아직 답이 없습니다.';
      const side = excess > 0 ? '높습니다' : '낮습니다';
      return `답 ${count}개의 확률은 실제 비율과 평균 ${number(error)}만큼 다르고, 전체로는 ${number(Math.abs(excess))}만큼 ${side}.`;
    },
    roc: (curves, number) =>
      curves
        .map(
          ({ label, area }) =>
            `${label ? `${label}: ` : ''}ROC 곡선 아래 넓이 ${number(area)}(무작위면 0.5).`,
        )
        .join(' ') || '곡선이 없습니다.',
    surface: ({ points, wrong }) => `점 ${points}개 가운데 ${points - wrong}개가 경계의 제 쪽에 있습니다.`,
    units: ({ layers, units, flat }) =>
      `${layers}개 층의 은닉 유닛 ${units}개입니다. ${flat === 0 ? '모두 곳에 따라 다르게 답합니다.' : `그 가운데 ${flat}개는 어디서나 똑같이 답합니다.`}`,
  },
};
