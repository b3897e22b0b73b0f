import type { Words } from '../languages.ts';

/** Where training steps are taken. */
export const backend: Words['backend'] = {
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
    '이 크기의 신경망은 GPU에서 더 빨리 학습할 수도 있습니다. dl-tutor gpu add는 필요한 용량을 알려 주고, 원하면 내려받습니다. 이 안내는 다시 나오지 않습니다.',
};

export const bench: Words['bench'] = {
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
};

export const gpu: Words['gpu'] = {
  usage: 'gpu 뒤에는 "add"나 "remove"를 씁니다: dl-tutor gpu add.',
  adding: (version, download, disk, folder) =>
    `webgpu ${version}: npm으로 ${download} MB를 내려받아 ${folder}에 ${disk} MB를 씁니다.`,
  ask: '내려받을까요? (y/N)',
  refused: '아무것도 내려받지 않았습니다. 학습은 계속 CPU에서 합니다.',
  notAdded: (reason) => `npm으로 내려받지 못했습니다 (${reason}). 학습은 계속 CPU에서 합니다.`,
  answers: (adapter) =>
    `GPU가 응답합니다: ${adapter}. 이득을 볼 만큼 큰 실행은 이제 알아서 GPU를 씁니다. 어느 너비부터인지는 dl-tutor bench로 볼 수 있습니다.`,
  silent: (reason) =>
    `설치했지만 응답하는 GPU가 없습니다 (${reason}). 학습은 계속 CPU에서 합니다. dl-tutor gpu remove로 지울 수 있습니다.`,
  removed: (folder) => `${folder}에서 GPU 지원을 지웠습니다.`,
  nothing: (folder) => `${folder}에는 GPU 지원이 없습니다.`,
};
