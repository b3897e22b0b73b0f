import type { Command } from './command.ts';

/** What the learner has done so far. */
export const progress: Command = {
  flags: {},
  usage: '',
  most: 0,
  run: async ({
    arguments: given,
    course,
    dataFolder,
    store: openProgress,
    language,
    print,
    complain,
    words,
  }) => {
    const store = await openProgress();
    for (const warning of store.warnings) complain(words.command.storeWarning(warning));
    if (given.switches.has('json')) {
      await print(JSON.stringify({ dataDir: dataFolder, ...store.progress }));
      return 0;
    }
    const all = await course();
    if (!all) return 1;
    for (const { id, text } of all.lessons) {
      const lesson = store.progress.lessons[id];
      const seen = lesson?.seen.length ?? 0;
      const state = lesson?.finishedAt
        ? words.command.lessonDone
        : seen > 0
          ? words.command.lessonStarted(seen, text.en.steps.length)
          : words.command.lessonNew;
      await print(`${id.padEnd(24)} ${state.padEnd(16)} ${text[language].title}`);
    }
    return 0;
  },
};
