import type { Words } from './languages.ts';

export const ko: Words = {
  command: {
    unknownFlag: (flag, nearest) =>
      `여기에는 ${flag} 플래그가 없습니다. ${nearest ? `혹시 ${nearest}인가요?` : '--help로 쓸 수 있는 플래그를 볼 수 있습니다.'}`,
    flagNeedsValue: (flag) => `${flag} 뒤에 값이 있어야 합니다.`,
    unknownCommand: (name, known, nearest) =>
      `"${name}" 명령은 없습니다. ${nearest ? `혹시 "${nearest}"인가요? ` : ''}쓸 수 있는 명령은 ${known.join(', ')}입니다.`,
    unknownLanguage: (value) => `--lang: "${value}" 언어는 없습니다. en이나 ko를 쓰세요.`,
    tooMany: (command, extra) =>
      `${command} 명령에는 "${extra}" 자리가 없습니다. --help에서 쓰는 법을 볼 수 있습니다.`,
    noSuchLesson: (id, known, nearest) =>
      `"${id}" 레슨은 없습니다. ${nearest ? `혹시 "${nearest}"인가요? ` : ''}있는 레슨은 ${known.join(', ')}입니다.`,
    noSuchTerm: (name, near) =>
      `용어집에 "${name}" 항목은 없습니다. ${near.length > 0 ? `비슷한 항목은 ${near.join(', ')}입니다.` : 'dl-tutor glossary가 모든 용어를 보여 줍니다.'}`,
    noSuchRun: (name, known) => `--recipe: "${name}" 실험은 없습니다. 있는 실험은 ${known.join(', ')}입니다.`,
    unreadable: (file, reason) => `${file} 파일을 읽을 수 없습니다: ${reason}.`,
    badThreads: (value, most) =>
      `--threads: ${value} 값은 쓸 수 없습니다. auto 또는 1부터 ${most}까지의 정수여야 합니다.`,
    unwritable: (file, reason) => `--dump: ${file} 파일에 쓸 수 없습니다: ${reason}.`,
    dumpOnlyTrain: (kind) =>
      `--dump: kind가 train인 실행만 기록할 수 있는데 이 레시피의 kind는 ${kind}입니다.`,
    dumpTooLarge: (numbers, most) =>
      `--dump: 파일에 숫자가 ${numbers.toLocaleString('ko-KR')}개 들어가는데 ${most.toLocaleString('ko-KR')}개까지만 쓸 수 있습니다. steps, n, batch, 시드 수 가운데 하나를 줄이세요.`,
    noSuchFile: (file) =>
      `${file} 파일이 없습니다. --recipe 뒤에는 YAML이나 JSON 파일, 또는 레슨/실험이 옵니다.`,
    brokenYaml: (place, reason) => `${place} YAML이 아닙니다: ${reason}.`,
    notARecipe: (file) => `${file}:1:1 레시피가 없습니다. data: xor처럼 키와 값을 적으세요.`,
    courseFaults: (folder) =>
      `${folder} 강좌에 위와 같은 문제가 있습니다. dl-tutor author check ${folder} 명령으로 다시 볼 수 있습니다.`,
    diverged: (step) =>
      `${step}스텝에서 발산했습니다. 손실이 한없이 커졌습니다. 그 앞까지는 그대로 남겨 둡니다.`,
    atStep: (step) => `스텝 ${String(step).padStart(6)}`,
    along: (axis, at) => `${axis} ${String(at).padStart(3)}`,
    seedCount: (seeds) => `시드 ${seeds}개`,
    finished: (steps, seconds, hash) => `${seconds.toFixed(2)}초 동안 ${steps}스텝  해시 ${hash}`,
    verified: (claims, held, seconds) =>
      `주장 ${claims}개 가운데 ${held}개가 성립${held < claims ? `, ${claims - held}개는 거짓` : ''}  (${seconds.toFixed(1)}초)`,
    lessonCounts: (minutes, questions, runs, claims) =>
      `${minutes}분, 질문 ${questions}개, 실험 ${runs}개, 주장 ${claims}개`,
    termLesson: (title) => `레슨: ${title}`,
    termCount: (terms) => `용어 ${terms}개`,
    lessonDone: '마침',
    lessonStarted: (seen, steps) => `${steps}단계 중 ${seen}`,
    lessonNew: '시작 전',
    authorUsage: 'author 뒤에는 "check [폴더]"가 옵니다. 예: dl-tutor author check lessons',
    checked: (lessons, problems) =>
      `레슨 ${lessons}개, ${problems === 0 ? '문제 없음' : `문제 ${problems}개`}`,
    predictionUndecided: (id, seeds) =>
      `예측 ${id}의 답이 하나로 정해지지 않습니다. 시드가 선택지마다 ${seeds}로 갈립니다. 구간을 옮기거나 다른 값을 재세요.`,
    predictionClose: (id, margin) =>
      `예측 ${id}의 답이 아슬아슬합니다. 한 시드가 다른 답에서 ${(100 * margin).toFixed(1)} % 안에 있습니다. 5 %는 떨어지도록 구간을 옮기세요.`,
    labNotBroken: (id) =>
      `랩 ${id}에는 고칠 것이 없습니다. 실험이 그대로도 목표에 이릅니다. 실험을 고장 내거나 목표를 높이세요.`,
    labNotRepaired: (id) =>
      `랩 ${id}에서는 풀이대로 해도 목표에 이르지 못합니다. 풀이를 바꾸거나 목표를 낮추세요.`,
    storeWarning: (warning) => {
      switch (warning.type) {
        case 'unwritable':
          return `${warning.folder} 폴더에 쓸 수 없어서 이번에는 아무것도 기억하지 못합니다. --data-dir로 다른 폴더를 고를 수 있습니다.`;
        case 'snapshot-damaged':
          return `저장된 진도가 손상되어 ${warning.setAside} 파일로 옮기고 기록에서 다시 만들었습니다.`;
        case 'journal-damaged':
          return `기록에서 손상된 ${warning.lines}줄을 빼서 ${warning.setAside} 파일로 옮겼습니다. 나머지는 그대로입니다.`;
      }
    },
    notATerminal: '터미널이 아니어서 튜터를 열지 않습니다. 터미널에서 실행하세요: dl-tutor',
    sandboxClosed:
      '터미널이 아니어서 실습장을 열지 않습니다. 터미널에서는 dl-tutor play로 열고, 여기서는 다음 명령으로 학습합니다:',
    goOn: '이어서 해 볼 것: dl-tutor learn 레슨, dl-tutor run --help, dl-tutor verify',
    usage: '쓰는 법',
    commands: '명령',
    flags: '플래그',
    summaries: {
      tutor: '지난번에 멈춘 곳에서 엽니다',
      learn: '레슨 하나를 엽니다',
      run: '화면을 열지 않고 레시피를 학습합니다',
      play: '실습장: 레시피를 하나하나 바꿔 가며 돌려 봅니다',
      verify: '강좌의 주장을 모두 실행합니다. 하나라도 거짓이면 종료 코드 1',
      lessons: '강좌에 있는 레슨',
      progress: '지금까지 한 것',
      glossary: '용어의 뜻을 두 언어로. 용어를 주지 않으면 모두 보여 줍니다',
      author: 'check [폴더]: 강좌의 문제를 파일, 줄, 칸과 함께 모두 짚습니다',
      bench: '이 컴퓨터의 모든 엔진을 나란히 재어 차트로 보입니다',
      gpu: 'GPU 지원을 데이터 폴더에 넣고 뺍니다',
      doctor: '이 컴퓨터와 터미널이 할 수 있는 것',
    },
    flagSummaries: {
      lang: 'en 또는 ko',
      course: '직접 만든 강좌가 있는 폴더',
      'data-dir': '진도를 두는 폴더 (또는 DL_TUTOR_HOME)',
      json: '보고를 JSON으로',
      plain: '화면 없이 글자로만',
      backend: 'auto, cpu, gpu, gpujs-webasm, gpujs-cpu 중 실행을 학습할 곳',
      ascii: '차트를 ASCII 문자로만',
      'no-color': '색 없이 (또는 NO_COLOR)',
      help: '이 도움말',
      version: '버전',
      recipe: '레슨의 실험(레슨/실험)이나 YAML 파일. 뒤의 플래그가 그 값을 바꿉니다',
      threads: 'auto | 1..8: 학습에 쓸 스레드 수. 결과는 같습니다',
      dump: '실행의 데이터, 가중치, 배치, 손실을 기록할 JSON 파일 (kind train)',
      seed: '시드 하나',
      seeds: '시드 여럿: 1..20 또는 1,2,5',
      vary: '겹쳐 그릴 변형: net=2,4,8 또는 "batch=1 lr=0.05; batch=32"',
      kind: '실험의 종류',
    },
  },
  /** Where training steps are taken. */
  backend: {
    names: {
      cpu: 'CPU',
      gpu: 'GPU',
      'gpujs-webasm': 'gpu.js의 WebAssembly',
      'gpujs-cpu': 'gpu.js의 일반 JavaScript',
    },
    on: (name, by) => `실행 위치: ${name} (${by})`,
    bits: '결과의 비트는 CPU와 다를 수 있습니다',
    reasons: {
      small: '신경망이나 실행이 작아서 GPU가 이득을 볼 수 없습니다',
      key: (key, value) => `GPU에서는 ${key} ${value} 설정을 쓸 수 없습니다`,
      missing: 'webgpu 패키지가 설치되어 있지 않습니다. dl-tutor gpu add로 설치할 수 있습니다',
      noAdapter: (detail) => `응답하는 GPU가 없습니다: ${detail}`,
      measured: (cpu, gpu) => `잰 속도(초당 스텝): CPU ${cpu}, GPU ${gpu}`,
      failed: (detail) => `GPU가 멈춰(${detail}) CPU가 이어받았습니다. 잃은 것은 없습니다`,
    },
    unknown: (name, known) =>
      `"${name}" 백엔드는 없습니다. --backend에는 ${known.join(', ')} 중 하나를 씁니다.`,
    offer:
      '이 크기의 신경망은 GPU에서 더 빨리 학습할 수도 있습니다. 자세한 내용은 dl-tutor gpu add를 보세요. 이 안내는 다시 나오지 않습니다.',
  },
  bench: {
    setting: '초당 학습 스텝: 입력 64개, 이 너비의 ReLU 은닉층 2개, 클래스 10개, 배치 128, Adam.',
    engines: {
      kernels: '커널, 스레드 1개',
      'kernels-2': '커널, 스레드 2개',
      gpu: 'gpu.js의 WebGPU',
      'gpujs-webasm': 'gpu.js의 WebAssembly',
      'gpujs-cpu': 'gpu.js의 일반 JavaScript',
    },
    rate: (rate) => `초당 ${rate}스텝`,
    leftOut: '이 너비부터는 너무 느려서 재지 않습니다',
    absent: (reason) => `없음: ${reason}`,
    width: '너비 (2의 거듭제곱)',
    rateAxis: '초당 스텝',
    leader: (width, engine) => `너비 ${String(width).padStart(4)}: 가장 빠른 것은 ${engine}`,
  },
  gpu: {
    usage: 'gpu 뒤에는 "add"나 "remove"를 씁니다: dl-tutor gpu add.',
    adding: (version, download, disk, folder) =>
      `webgpu ${version}: npm으로 ${download} MB를 내려받아 ${folder}에 ${disk} MB를 씁니다 ...`,
    notAdded: (reason) => `npm으로 내려받지 못했습니다 (${reason}). 학습은 계속 CPU에서 합니다.`,
    answers: (adapter) =>
      `GPU가 응답합니다: ${adapter}. 이득을 볼 만큼 큰 실행은 이제 알아서 GPU를 씁니다. 어느 너비부터인지는 dl-tutor bench로 볼 수 있습니다.`,
    silent: (reason) =>
      `설치했지만 응답하는 GPU가 없습니다 (${reason}). 학습은 계속 CPU에서 합니다. dl-tutor gpu remove로 지울 수 있습니다.`,
    removed: (folder) => `${folder}에서 GPU 지원을 지웠습니다.`,
    nothing: (folder) => `${folder}에는 GPU 지원이 없습니다.`,
  },
  screen: {
    keys: {
      forward: { short: '다음', long: '다음으로 넘어가기' },
      onward: { short: '다음', long: '아래에 남은 것은 두고 넘어가기' },
      back: { short: '이전', long: '이전으로 돌아가기' },
      up: { short: '위', long: '위로' },
      down: { short: '아래', long: '아래로' },
      choose: { short: '고르기', long: '번호로 보기 고르기' },
      open: { short: '열기', long: '레슨 열기' },
      openLab: { short: '실험실', long: '이 실험을 실험실에서 엽니다' },
      epoch: { short: '한 에포크', long: '멈춰 있을 때 에포크 끝까지 갑니다' },
      earlier: { short: '앞 시점', long: '전체의 100분의 1만큼 지난 시점으로 갑니다' },
      later: { short: '뒤 시점', long: '그만큼 나중 시점으로 갑니다' },
      muchEarlier: { short: '한참 앞', long: '전체의 10분의 1만큼 지난 시점으로 갑니다' },
      muchLater: { short: '한참 뒤', long: '전체의 10분의 1만큼 나중 시점으로 갑니다' },
      present: { short: '지금', long: '지금으로 돌아옵니다' },
      branch: { short: '가지', long: '보고 있는 스텝에서 설정을 바꿔 나란히 이어 갑니다' },
      change: { short: '바꾸기', long: '보고 있는 스텝부터 설정을 바꿔 대신 이어 갑니다' },
      apply: { short: '이어 가기', long: '이 설정으로 학습을 이어 갑니다' },
      member: { short: '다른 실험', long: '다른 변형이나 가지를 봅니다' },
      pin: { short: '고정', long: '비교할 곡선으로 남겨 두거나 지웁니다' },
      copy: { short: '복사', long: '이 실험을 되풀이하는 명령줄을 복사합니다' },
      openSandbox: { short: '실습장', long: '레시피를 마음대로 바꿔 보는 실습장' },
      typeValue: { short: '입력', long: '값을 입력합니다' },
      accept: { short: '입력 끝', long: '입력을 마칩니다' },
      clear: { short: '기본값', long: '아무것도 쓰지 않았을 때의 값으로 되돌립니다' },
      undo: { short: '되돌리기', long: '마지막에 바꾼 것을 되돌립니다' },
      recipes: { short: '레시피', long: '준비된 레시피, 저장한 것, 최근 것' },
      load: { short: '가져오기', long: '이 레시피를 가져옵니다' },
      saveRecipe: { short: '저장', long: '이름을 붙여 저장합니다' },
      nextGroup: { short: '다음 묶음', long: '다음 묶음으로 갑니다' },
      groupBefore: { short: '앞 묶음', long: '앞 묶음으로 갑니다' },
      closeLab: { short: '돌아가기', long: '있던 곳으로 돌아갑니다' },
      openHit: { short: '거기로', long: '레슨의 그 자리로 가기' },
      closeLookup: { short: '닫기', long: '있던 자리로 돌아가기' },
      fiveMinutes: { short: '5분만', long: '있던 자리부터 5분쯤 걸리는 조각' },
      settings: { short: '설정', long: '언어, 색, 문자, 빠르기, 움직임' },
      nextValue: { short: '바꾸기', long: '다음 값' },
      valueBefore: { short: '거꾸로', long: '앞의 값' },
      saveNotes: { short: '노트 저장', long: '이 레슨의 노트를 Markdown 파일로 쓰기' },
      lookUp: { short: '찾기', long: '레슨과 용어집에서 찾기' },
      terms: { short: '용어', long: '두 언어로 된 용어집' },
      contents: { short: '차례', long: '이 레슨의 차례' },
      bothLanguages: { short: '나란히', long: '한국어와 영어를 나란히 보기' },
      submit: { short: '답하기', long: '이 답 내기' },
      predict: { short: '예측하기', long: '이 예측으로 정하고 실험 돌리기' },
      name: { short: '원인 고르기', long: '이것을 원인으로 고르기' },
      tryIt: { short: '돌려 보기', long: '이 설정으로 돌려 보기(한 번 쓴 것으로 셉니다)' },
      runSolution: { short: '풀이 돌려 보기', long: '풀이의 설정으로 돌려 보기' },
      less: { short: '앞 값', long: '이 설정의 앞 값' },
      more: { short: '값 바꾸기', long: '이 설정의 다음 값' },
      retune: { short: '다르게 고치기', long: '설정을 다시 바꾸기' },
      nextNumber: { short: '다음', long: '다음 값으로' },
      lastNumber: { short: '이전', long: '앞의 값으로' },
      nextBlank: { short: '다음 빈칸', long: '채울 다음 값으로' },
      toEnd: { short: '끝으로', long: '남은 값을 지나 마무리로' },
      nextCell: { short: '다음 칸', long: '다음 빈칸으로' },
      toggle: { short: '표시', long: '보기에 표시하거나 지우기' },
      hold: { short: '집기', long: '보기를 집어서 옮기기' },
      drop: { short: '놓기', long: '집은 보기를 여기에 놓기' },
      tick: { short: '체크', long: '내 답에 있던 것을 체크하기' },
      hint: { short: '힌트', long: '다음 힌트 보기' },
      answer: { short: '답 보기', long: '한 번 답해 본 뒤에 정답 보기' },
      retry: { short: '다시 풀기', long: '다시 풀어 보기' },
      rewrite: { short: '고쳐 쓰기', long: '내 답으로 돌아가 고쳐 쓰기' },
      compare: { short: '모범 답안과 비교', long: '모범 답안과 비교하기' },
      newline: { short: '줄 바꿈', long: '줄 바꾸기' },
      editor: { short: '편집기', long: 'VISUAL이나 EDITOR에 적힌 내 편집기에서 쓰기' },
      stopTyping: { short: '키 쓰기', long: '쓰기를 멈추고 글자를 다시 단축키로 쓰기' },
      startTyping: { short: '쓰기', long: '글쓰기' },
      skip: { short: '건너뛰기', long: '이 단계 건너뛰기(건너뛴 것으로 남습니다)' },
      check: { short: '주장 돌려 보기', long: '이 쪽에 표시된 주장을 지금 여기서 돌려 보기' },
      evidence: { short: '근거 돌려 보기', long: '근거가 되는 실험을 지금 여기서 돌려 보기' },
      run: { short: '돌리기', long: '실험 돌리기' },
      pause: { short: '멈춤', long: '멈추거나 이어 가기' },
      resume: { short: '이어 가기', long: '멈추거나 이어 가기' },
      step: { short: '한 스텝', long: '멈춘 동안 한 스텝씩 학습하기' },
      stop: { short: '그만', long: '실험 그만두기' },
      again: { short: '다시', long: '같은 시드로 다시 돌리기' },
      seed: { short: '다른 시드', long: '다른 시드로 다시 돌리기' },
      faster: { short: '빠르게', long: '더 빠르게' },
      slower: { short: '느리게', long: '더 느리게' },
      flatOut: { short: '최고 속도', long: '이 컴퓨터가 낼 수 있는 최고 속도로' },
      view: { short: '보기 전환', long: '실험을 다른 그림으로 보기' },
      scrollDown: { short: '스크롤', long: '아래로 스크롤' },
      scrollUp: { short: '스크롤', long: '위로 스크롤' },
      language: { short: 'English', long: '영어로 바꾸기' },
      help: { short: '도움말', long: '여기서 쓸 수 있는 키 보기' },
      close: { short: '닫기', long: '닫기' },
      leave: { short: '지도', long: '지도로 나가기' },
      quit: { short: '끝내기', long: '끝내기(있던 자리는 그대로 남습니다)' },
    },
    keyNames: {
      space: 'space',
      enter: 'enter',
      tab: 'tab',
      escape: 'esc',
      pagedown: 'PgDn',
      pageup: 'PgUp',
      backspace: '⌫',
    },
    language: { ask: '어느 언어로 배우시겠습니까?', later: '언제든 t 키로 바꿀 수 있습니다.' },
    map: {
      done: (done, all) => `${all}개 가운데 ${done}개 마침`,
      minutes: (minutes) => `${minutes}분`,
      after: (titles) => `먼저 보면 좋은 레슨: ${titles}`,
      here: (step, steps, minutes) => `${steps}쪽 가운데 ${step}쪽에 있습니다. 약 ${minutes}분 남았습니다.`,
      ready: '다음 레슨입니다. 바탕이 되는 레슨은 모두 마쳤습니다.',
      again: (count) => `마쳤습니다. 다시 볼 답이 ${count}개 있습니다.`,
      whole: '마쳤습니다. 모두 맞혔습니다.',
      streak: (days) => (days < 2 ? '' : `${days}일째 이어서`),
      sliceOver: '5분쯤 되는 조각을 마쳤습니다. 있던 자리는 저장되어 있습니다.',
    },
    reader: {
      place: (step, steps) => `${step}/${steps}`,
      left: (minutes) => `약 ${minutes}분 남음`,
      owed: '먼저 답하거나 s 키로 건너뛰세요.',
      more: '아래에 더 있음',
      sources: '출처',
    },
    predict: {
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
    },
    question: {
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
    },
    lab: {
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
    },
    trace: {
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
    },
    sandbox: {
      title: '실습장',
      recipes: '레시피',
      name: '저장할 이름:',
      plain: '모든 값이 기본값',
      orFile: '또는 CSV나 IDX 파일의 경로',
      saved: (name) => `저장했습니다: ${name}`,
      copied: '복사했습니다(터미널이 허락하는 경우).',
      notYet: (problems) => `아직 돌릴 수 없습니다. 고칠 곳이 ${problems}군데 있습니다.`,
      nothingFound:
        '진단에서 나온 것이 없습니다. 발산, 폭발, 소실, 죽거나 포화된 유닛, 정체, 과적합, 모드 불일치, 누수 가운데 기준을 넘은 것이 없습니다.',
      cannotRun: '표시된 곳을 먼저 고치세요.',
      headings: { saved: '저장한 것', presets: '준비된 것', recent: '최근에 돌린 것' },
      groups: {
        experiment: '실험',
        data: '자료',
        network: '신경망',
        loss: '손실',
        optimizer: '옵티마이저',
        regularization: '규제',
        learner: '학습기와 크기',
        surface: '설정',
        measuring: '측정',
      },
      presets: {
        xor: '은닉 유닛 네 개로 푸는 XOR',
        moons: '두 반달',
        spirals: '배치 정규화를 쓴 나선',
        digits: '손글씨 숫자, 완전 연결층',
        convolution: '손글씨 숫자, 합성곱층',
        ravine: '골짜기를 내려가는 세 옵티마이저',
        width: '좁은 신경망과 넓은 신경망, 시드 다섯 개',
        overfitting: '과적합: 적은 자료와 많은 가중치',
        biasVariance: '다항식의 편향과 분산',
        deep: '스무 층을 지나는 신호',
        forest: '신경망이 아닌 랜덤 포레스트',
      },
      written: {
        seeds: '7, 1,2,5 또는 1..20',
        vary: 'net=2,4,8 또는 batch=1 lr=0.05; batch=32',
      },
      about: {
        kind: '실험의 종류',
        seeds: '난수의 시작값. 여럿을 쓰면 차례로 돌립니다',
        vary: '겹쳐 그릴 변형',
        data: '배울 자료',
        target: '답이 든 열, 또는 라벨 파일',
        n: '학습에 쓰는 행의 수',
        noise: '점이 제자리에서 벗어나는 정도',
        test: '테스트용으로 남기는 행의 수',
        validation: '검증용으로 떼어 두는 학습 행의 비율',
        features: '한 행의 입력 수',
        classes: '클래스의 수',
        share: '드문 클래스의 비율',
        scale: '입력의 크기를 맞추는 방법',
        extra: '다른 입력으로 계산해 더하는 입력',
        oversample: '드문 행을 흔한 행의 이 비율까지 되풀이합니다',
        undersample: '흔한 행을 이 비율이 될 때까지 덜어 냅니다',
        flip: '일부러 틀리게 바꾸는 학습 라벨의 비율',
        labels: '새 과제에서 라벨이 있는 행의 수',
        law: '수를 뽑는 분포',
        conv: '합성곱층의 채널 수, 처음부터 차례로',
        kernel: '합성곱 창의 한 변',
        stride: '창이 움직이는 칸 수',
        padding: '이미지 둘레에 붙이는 0의 너비',
        pool: '합성곱 뒤에서 이미지를 줄이는 방법',
        head: '이미지를 수의 행으로 바꾸는 방법',
        net: '은닉층의 유닛 수, 처음부터 차례로',
        residual: '너비가 같은 층을 건너뛰는 연결',
        act: '은닉층의 활성화 함수',
        pieces: 'maxout 유닛의 조각 수',
        norm: '은닉층마다 붙이는 정규화',
        groups: '그룹 정규화의 그룹 수',
        init: '가중치 초기화',
        std: '초기 가중치의 표준편차(쓰는 초기화에서만)',
        value: '모든 가중치의 처음 값(쓰는 초기화에서만)',
        bias: '은닉층 편향의 처음 값',
        out_bias: '마지막 층 편향의 처음 값',
        reuse: '첫 과제에서 가져오는 것',
        code: '입력을 눌러 담는 수의 개수',
        loss: '학습이 줄이려는 손실',
        smoothing: '맞는 라벨에서 덜어 고루 나누는 양',
        gamma: 'focal 손실이 쉬운 행을 덜 보는 정도',
        alpha: '손실에서 한쪽에 주는 무게',
        delta: 'Huber 손실이 직선으로 바뀌는 오차',
        pos_weight: '손실에서 클래스 1의 무게',
        choose: '특징을 고를 때 보는 행',
        objective: '한 행의 두 모습을 가깝게 하는 목표',
        temperature: '닮음을 얼마나 날카롭게 가르는지',
        opt: '옵티마이저',
        lr: '학습률',
        momentum: '앞 스텝의 움직임을 이어받는 비율',
        rho: '기울기 제곱을 기억하는 비율',
        beta1: 'Adam에서 기울기를 기억하는 비율',
        beta2: 'Adam에서 기울기 제곱을 기억하는 비율',
        schedule: '학습률이 변하는 방식',
        warmup: '학습률을 끝까지 올리는 데 쓰는 스텝 수',
        lr_gamma: '학습률에 곱하는 수',
        lr_every: '몇 스텝마다 곱하는지',
        lr_patience: '나아지지 않아도 기다리는 측정 횟수',
        clip: '기울기 길이의 한도',
        clip_value: '기울기의 수 하나하나의 한도',
        batch: '한 스텝에 쓰는 행의 수',
        steps: '가중치를 고치는 횟수',
        epochs: '모든 행을 도는 횟수(steps 대신)',
        decay: '가중치를 0으로 끌어당기는 세기',
        coupling: '감쇠를 기울기에 넣을지 따로 할지',
        l1: '가중치 크기의 합에 매기는 값',
        l1_kind: 'l1을 적용하는 방법',
        dropout: '학습할 때 0으로 만드는 은닉 출력의 비율',
        input_noise: '스텝마다 입력에 더하는 잡음',
        shift: '학습할 때 이미지를 옮기는 픽셀 수',
        mixup: '행을 서로 섞는 정도',
        view_noise: '한 행에서 두 모습을 만드는 잡음',
        patience: '나아지지 않을 때 멈추기까지 기다리는 측정 횟수',
        ridge: '큰 계수에 매기는 값',
        learner: '신경망이 아닌 학습기',
        k: '이웃, 군집 또는 고르는 특징의 수',
        trees: '숲의 나무 수',
        depth: '층의 수, 또는 나무에서 잎까지 묻는 횟수',
        width: '한 층의 유닛 수',
        seeding: 'k-평균의 첫 중심을 놓는 방법',
        restarts: '새로 시작하는 횟수. 가장 나은 것을 남깁니다',
        degree: '다항식의 차수',
        surface: '내려갈 함수',
        curvature: '한 방향이 얼마나 더 가파른지',
        dimensions: '좌표의 수',
        start: '시작하는 곳',
        start_y: 'y의 시작하는 곳',
        goal: '몇 스텝에 이르는지 잴 값',
        pass: '앞으로 가는 신호, 또는 뒤로 가는 기울기',
        draws: '새로 뽑는 횟수',
        h: '유한 차분의 너비',
        fault: '기울기에 넣어 찾아낼 잘못',
        mode: '테스트 행에 실수로 학습 모드로 답하는지',
        test_batch: '함께 답하는 테스트 행의 수',
        test_order: '테스트 행의 순서',
        test_shift: '테스트 이미지를 옮기는 픽셀 수',
        test_contrast: '테스트 이미지의 대비',
        threshold: '클래스 1이라고 답하기 시작하는 확률',
        watch: '학습하면서 더 잴 것',
      },
    },
    bench: {
      title: '실험실',
      seed: '시드',
      past: '지난 시점',
      waiting: '잠깐만 기다려 주세요 ...',
      failed: '실험이 중단되었습니다.',
      noNext: '마지막 스텝 뒤에는 업데이트가 없습니다.',
      copied: '터미널이 허락하면 복사됩니다. 이 실험을 되풀이하는 명령줄:',
      branchTitle: '가지: 여기서부터 무엇을 다르게 할까요?',
      changeTitle: '바꾸기: 여기서부터 무엇을 다르게 할까요?',
      panels: {
        picture: '신경망의 답',
        confusion: '혼동 행렬',
        network: '가중치',
        units: '은닉 유닛',
        activations: '활성값',
        gradients: '층별 기울기',
        updates: '층별 업데이트',
        slice: '손실 곡면과 지나온 길',
        roc: 'ROC 곡선',
        calibration: '보정',
      },
      layer: (layer) => `${layer}층`,
      input: '입력',
      output: '출력',
      norm: '기울기의 크기',
      ratio: '업데이트 / 가중치',
      answer: '유닛의 출력',
      shares: (layer, dead, saturated) =>
        `${layer}층${dead === null ? '' : ` 죽음 ${Math.round(100 * dead)}%`}${saturated === null ? '' : ` 포화 ${Math.round(100 * saturated)}%`}`,
      actual: '실제',
      predicted: '답',
      recall: '재현율',
      falseAlarms: '거짓 경보',
      chance: '말한 확률',
      share: '맞은 비율',
      rows: '행',
      toStart: '시작점 쪽(1)',
      across: '무작위 방향',
    },
    open: {
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
    },
    correction: {
      title: '바로잡기',
      note: '흔히 하는 말',
      right: '실제로는',
      evidence: '근거',
      claim: '여기서 v 키로 다시 돌려 볼 수 있는 실험',
    },
    run: {
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
    },
    claim: {
      running: '주장을 돌려 보는 중 ...',
      holds: '방금 이 컴퓨터에서 돌려 보니 맞습니다.',
      fails: '이 컴퓨터에서는 맞지 않았습니다. 그럴 리가 없으니 알려 주세요.',
      seeds: (seeds, steps, seconds) => `시드 ${seeds}개, ${steps}스텝, ${seconds}초`,
      spread: (low, high, count) => `${low} … ${high}  (값 ${count}개)`,
    },
    notes: {
      missed: '다시 볼 것',
      ownWords: '내 말로 쓴 답',
      model: '모범 답안:',
      outcomes: { wrong: '틀림', shown: '답을 봄', skipped: '건너뜀' },
    },
    settings: {
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
    },
    contents: {
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
    },
    lookup: {
      title: { all: '찾기', terms: '용어집' },
      field: { all: '찾을 말:', terms: '용어:' },
      begin: '찾는 말을 몇 글자 입력하세요. 낱말의 앞부분만 있어도 됩니다.',
      nothing: (query, isTerm) =>
        `"${query}"에 맞는 ${isTerm ? '용어가' : '내용이'} 없습니다. 낱말의 앞부분이나 다른 언어의 말로 찾아보세요.`,
      livesIn: (title) => `레슨: ${title}`,
    },
    summary: {
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
    },
    help: {
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
    },
    tooSmall: (columns, rows) => `창이 너무 작습니다. 적어도 ${columns}x${rows} 크기가 필요합니다.`,
  },
  chart: {
    step: '스텝',
    epoch: '에폭',
    axes: { layer: '층', degree: '차수', width: '너비', dimension: '차원' },
    loss: '손실',
    accuracy: '정확도',
    measures: {
      loss: '손실',
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
    testLoss: '테스트 손실',
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
        curves
          .map(({ label, area }) => `${label ? `${label}: ` : ''}평균 정밀도 ${number(area)}.`)
          .join(' ') || '곡선이 없습니다.',
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
  },
  problem: {
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
      unevenRow: (file, row, has, others) =>
        `${file}, ${row}행: 열이 ${has}개인데 첫 행은 ${others}개입니다.`,
      hole: (file, row, column) =>
        `${file}, ${row}행, ${column} 열: 값이 없습니다. 값을 채우거나 그 행을 빼세요.`,
      notNumber: (file, row, column, value) =>
        `${file}, ${row}행, ${column} 열: "${value}" 값은 수가 아닙니다.`,
      wordColumns: (file, columns) =>
        `${file}: 수가 아니라 낱말이 적힌 열이 있습니다(${columns.join(', ')}). 수로 바꾸거나 그 열을 빼세요.`,
      noColumn: (file, column, known) =>
        `target: ${file} 파일에는 "${column}" 열이 없습니다. 있는 열은 ${known.join(', ')}입니다.`,
      oneColumn: (file) =>
        `${file}: 열이 하나뿐입니다. 입력과 정답을 쉼표, 쌍반점, 탭이나 세로줄로 나누세요.`,
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
  },
};
