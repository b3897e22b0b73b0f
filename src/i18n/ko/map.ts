import type { Words } from '../languages.ts';

export const language: Words['screen']['language'] = {
  ask: '어느 언어로 배우시겠습니까?',
  later: '언제든 t 키로 바꿀 수 있습니다.',
};

export const map: Words['screen']['map'] = {
  done: (done, all) => `${all}개 가운데 ${done}개 마침`,
  minutes: (minutes) => `${minutes}분`,
  after: (titles) => `먼저 보면 좋은 레슨: ${titles}`,
  here: (step, steps, minutes) => `${steps}쪽 가운데 ${step}쪽에 있습니다. 약 ${minutes}분 남았습니다.`,
  ready: '다음 레슨입니다. 바탕이 되는 레슨은 모두 마쳤습니다.',
  again: (count) => `마쳤습니다. 다시 볼 답이 ${count}개 있습니다.`,
  whole: '마쳤습니다. 모두 맞혔습니다.',
  streak: (days) => (days < 2 ? '' : `${days}일째 이어서`),
  sliceOver: '5분쯤 되는 조각을 마쳤습니다. 있던 자리는 저장되어 있습니다.',
};

export const contents: Words['screen']['contents'] = {
  title: '차례',
  kinds: {
    predict: '예측',
    question: '문제',
    open: '내 말로 답하기',
    run: '지켜보기',
    lab: '고치기',
    trace: '숫자로 따라가기',
    correction: '바로잡기',
  },
};

export const lookup: Words['screen']['lookup'] = {
  title: { all: '찾기', terms: '용어집' },
  field: { all: '찾을 말:', terms: '용어:' },
  begin: '찾는 말을 몇 글자 입력하세요. 낱말의 앞부분만 있어도 됩니다.',
  nothing: (query, isTerm) =>
    `"${query}"에 맞는 ${isTerm ? '용어가' : '내용이'} 없습니다. 낱말의 앞부분이나 다른 언어의 말로 찾아보세요.`,
  livesIn: (title) => `레슨: ${title}`,
};

export const notes: Words['screen']['notes'] = {
  missed: '다시 볼 것',
  ownWords: '내 말로 쓴 답',
  model: '모범 답안:',
  outcomes: { wrong: '틀림', shown: '답을 봄', skipped: '건너뜀' },
};

export const settings: Words['screen']['settings'] = {
  title: '설정',
  names: {
    language: '언어',
    colors: '색',
    glyphs: '차트를 그리는 문자',
    pace: '실험 한 번에 걸리는 시간',
    motion: '움직임',
    speech: '화면 낭독기',
  },
  values: {
    colors: { auto: '터미널에 맞춤', full: '전체', '256': '256색', '16': '16색', none: '없음' },
    glyphs: { auto: '터미널에 맞춤', braille: '점자', blocks: '블록', ascii: 'ASCII' },
    pace: { '3': '3초쯤', '6': '6초쯤', '12': '12초쯤', '25': '25초쯤' },
    motion: { full: '그림이 움직임', reduced: '그림을 1초에 한 번 새로 그림' },
    speech: { auto: 'INK_SCREEN_READER를 따름', on: '켬', off: '끔' },
  },
  kept: '설정은 저장됩니다. 명령줄에서 따로 요청한 것이 있으면 그것이 먼저입니다.',
};

export const summary: Words['screen']['summary'] = {
  title: '레슨을 마쳤습니다',
  asked: '문제',
  predictions: '예측',
  right: (right, all) => `${all}개 가운데 ${right}개 맞음`,
  skipped: (skipped) => (skipped === 0 ? '' : `${skipped}개 건너뜀`),
  points: (ticked, all) => `요점 ${all}개 가운데 ${ticked}개`,
  repairs: '고친 실험',
  traces: '따라간 스텝',
  openQuestions: '내 말로 답하기',
  next: (title) => `다음: ${title}`,
  last: '이 과정의 마지막 레슨이었습니다.',
  back: '지도로 돌아가기',
  again: '이 레슨 다시 훑어보기',
  missed: '다시 볼 것',
  saved: (file) => `노트를 여기에 썼습니다: ${file}`,
  notSaved: (problem) => `노트를 쓰지 못했습니다: ${problem}`,
};

export const help: Words['screen']['help'] = {
  title: '여기서 쓰는 키',
  hangul: '한글 입력 상태에서도 단축키가 그대로 듣습니다.',
  about: {
    language: '레슨과 프로그램의 언어를 고릅니다.',
    map: '레슨이 차례대로 놓여 있습니다. 꽉 찬 점은 마친 레슨, 반쯤 찬 점은 하던 레슨입니다.',
    prose:
      '읽는 쪽입니다. 문장 뒤의 초록 표시는 그 문장을 실험으로 돌려 볼 수 있다는 뜻입니다. v 키를 누르세요.',
    correction: '흔히 하는 말과 실제, 그리고 그 근거입니다.',
    predict:
      '어떻게 될지 먼저 정한 다음 실험이 판가름하는 것을 지켜보세요. 결과는 레슨에 적혀 있지 않고 지금 잽니다.',
    running:
      '실험이 지금 여기서 학습합니다. 지도에서 ●와 ○는 두 클래스의 점, ✖와 ✕는 신경망이 틀린 점이고, 선은 판단이 반반인 곳입니다. 변형마다 첫 시드를 실시간으로 보여 주고, 나머지 시드는 최고 속도로 이어서 돌립니다.',
    graded: '내 예측과 실험이 잰 값입니다.',
    question:
      '답을 고르거나 입력하고 엔터로 냅니다. 힌트는 하나씩 나오고, 한 번 답해 본 뒤에는 정답을 볼 수 있습니다.',
    lab: '고장 난 실험입니다. 곡선과 모니터가 찾아낸 것을 보고 원인을 고른 다음, 왼쪽과 오른쪽 키로 설정을 바꾸어 목표에 이르게 하세요. 돌려 볼 때마다 고장 난 실험과 고친 실험이 나란히 학습됩니다.',
    settled: '정답과 그 까닭입니다.',
    trace:
      '학습의 한 스텝을 값 하나씩 따라갑니다. 값마다 식이 있고, 그 아래에 수를 넣은 식이 있습니다. 기울기 옆의 유한 차분은 식으로 구하지 않고 직접 잰 값입니다. 어떤 값은 직접 채웁니다. 그때까지 나온 값만으로 구할 수 있습니다.',
    open: '내 말로 답한 다음 모범 답안과 견주어 보고, 내 답에 들어 있던 요점을 체크하세요.',
    bench:
      '실험 하나를 화면 가득 봅니다. 왼쪽과 오른쪽 키로 시간을 오가면 곡선과 그림이 모두 그 스텝을 보여 줍니다. 가지는 그 스텝에서 설정을 바꿔 나란히, 바꾸기는 대신 이어 갑니다. 가지는 여섯 개까지 만들 수 있습니다.',
    run: '지켜보는 실험입니다.',
    sandbox:
      '내 레시피를 만드는 곳입니다. 왼쪽과 오른쪽 키로 값을 바꾸고, 숫자나 e로 값을 입력합니다. 괄호 안의 값은 아무것도 쓰지 않았을 때의 값입니다. 다른 설정이 있어야 쓸 수 있는 설정은 그때 나타납니다. enter로 돌리고, o로 실험실에서 엽니다.',
    summary: '이 레슨에서 한 일입니다.',
  },
};

export const tooSmall: Words['screen']['tooSmall'] = (columns, rows) =>
  `창이 너무 작습니다. 적어도 ${columns}x${rows} 크기가 필요합니다.`;
