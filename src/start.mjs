#!/usr/bin/env node
// The first file: nothing newer than what an old Node reads, so that it can say in a sentence what it needs.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `dl-tutor needs Node.js 20.19 or newer, and this is ${process.versions.node}; install a newer one from https://nodejs.org.\n` +
      `dl-tutor를 쓰려면 Node.js 20.19 이상이 필요합니다. 지금은 ${process.versions.node} 버전이니 https://nodejs.org 에서 새 버전을 설치하세요.`,
  );
  process.exitCode = 2;
} else {
  import('node:module').then(({ enableCompileCache }) => {
    if (enableCompileCache) enableCompileCache();
    return import('./main.js');
  });
}
