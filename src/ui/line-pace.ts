/**
 * How far a terminal is behind. Between a program and a terminal far away megabytes may wait, so that a line which is too slow is not
 * felt when writing: the screen would show what was so a minute ago. So the terminal is asked a question now and then, which it
 * answers when it has drawn all that came before.
 */
export type LinePace = {
  /** Characters written since the last question that was answered. */
  readonly ahead: number;
  /** Characters written since a question that is still open; null where none is. */
  readonly sinceAsked: number | null;
  /** Terminals that do not answer are not waited for again. */
  readonly isSilent: boolean;
};

/** Primary device attributes: every terminal has an answer, and no key sends the like. */
export const QUESTION = '\u001b[c';

/** What a piece of input, without its first escape, brings of an answer: nothing, one, or one in front of which the escape key was pressed. */
export function answerIn(input: string): 'none' | 'answer' | 'escape and answer' {
  const isLed = input.startsWith('\u001b');
  if (!/^\[\?[\d;]*c$/.test(isLed ? input.slice(1) : input)) return 'none';
  return isLed ? 'escape and answer' : 'answer';
}

export const freshPace: LinePace = { ahead: 0, sinceAsked: null, isSilent: false };

/** A large frame; a question for less would be idle talk. */
const ASK_AT = 4_000;
/** What may be under way: a second of a line of 8 kB a second, and on a fast line with a delay of 100 ms still 80 kB a second. */
const WAIT_AT = 8_000;

/** Whether to ask behind a text of so many characters. */
export function wantsAnswer({ ahead, sinceAsked }: LinePace, length: number): boolean {
  return sinceAsked === null && ahead + length >= ASK_AT;
}

/** After a text was written, with a question behind it or without. */
export function afterWriting(pace: LinePace, length: number, isAsked: boolean): LinePace {
  const sinceAsked = isAsked ? 0 : pace.sinceAsked === null ? null : pace.sinceAsked + length;
  return { ...pace, ahead: pace.ahead + length, sinceAsked };
}

/** After an answer, late as it may be: what was written since the question is all that may be under way. */
export function afterAnswer({ sinceAsked }: LinePace): LinePace {
  return { ahead: sinceAsked ?? 0, sinceAsked: null, isSilent: false };
}

/** After long waiting: the question stays open, but nobody waits for its answer. */
export function afterSilence(pace: LinePace): LinePace {
  return { ...pace, isSilent: true };
}

/** Whether no frame may be written before the answer has come. */
export function mustWait({ ahead, sinceAsked, isSilent }: LinePace): boolean {
  return !isSilent && sinceAsked !== null && ahead >= WAIT_AT;
}
