import type { Words } from '../languages.ts';

export const command: Words['command'] = {
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
  dumpOnlyCpu: (backend) =>
    `--dump는 CPU에서 실행한 것만 기록합니다. --backend ${backend}를 빼고 실행하세요.`,
  unwritable: (file, reason) => `--dump: ${file} 파일에 쓸 수 없습니다: ${reason}.`,
  dumpOnlyTrain: (kind) => `--dump: kind가 train인 실행만 기록할 수 있는데 이 레시피의 kind는 ${kind}입니다.`,
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
  checked: (lessons, problems) => `레슨 ${lessons}개, ${problems === 0 ? '문제 없음' : `문제 ${problems}개`}`,
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
};
