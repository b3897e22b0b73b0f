import { isRecord, type KeyProblem, type QuestionKind, readable, unreadable } from './kind.ts';

export type ShortKey = { readonly type: 'short'; readonly accept: readonly string[] };

/** A word or two are typed; any of the accepted forms is right, of whatever language. */
export const short: QuestionKind<ShortKey, string, { readonly correct: boolean }> = {
  options: 'none',
  readKey: (raw) => {
    if (!isRecord(raw)) return unreadable('the answer must be a record such as {accept: [zigzag, 지그재그]}');
    const { accept, ...unknown } = raw;
    const problems: KeyProblem[] = Object.keys(unknown).map((key) => ({
      path: [key],
      message: `"${key}" is not known here; an answer has accept`,
    }));
    if (!Array.isArray(accept) || accept.length === 0)
      problems.push({
        path: accept === undefined ? [] : ['accept'],
        message: 'accept must be the list of the forms that are right, such as [zigzag, 지그재그]',
      });
    else problems.push(...accept.flatMap((each, i) => problemOf(each, i, accept)));
    if (problems.length > 0) return { value: null, problems };
    return readable({ type: 'short', accept: (accept as unknown[]).map(String) });
  },
  grade: (given, key) => ({ correct: key.accept.some((form) => bareForm(form) === bareForm(given)) }),
};

/** What is compared of a form: its letters, digits and signs, without case, spaces and punctuation; full-width letters and letters that a keyboard took apart are whole again. */
export function bareForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]/gu, '');
}

/** The form to show in a language: the first one written in its letters, or the first. */
export function shownForm({ accept }: ShortKey, isKorean: boolean): string {
  return accept.find((form) => /[가-힣]/.test(form) === isKorean) ?? accept[0] ?? '';
}

function problemOf(each: unknown, index: number, all: readonly unknown[]): KeyProblem[] {
  const path = ['accept', index];
  if ((typeof each !== 'string' && typeof each !== 'number') || bareForm(String(each)) === '')
    return [{ path, message: 'an accepted form must be a text with letters or digits; put it in quotes' }];
  const first = all.indexOf(each);
  return first < index ? [{ path, message: `"${each}" stands here twice; name it once` }] : [];
}
