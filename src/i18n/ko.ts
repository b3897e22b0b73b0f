import type { Words } from './languages.ts';

export const ko: Words = {
  command: {},
  screen: {},
  chart: {},
};
