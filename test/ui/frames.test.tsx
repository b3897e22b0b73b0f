import { afterEach, describe, expect, test } from 'vitest';
import type { Language } from '../../src/i18n/languages.ts';
import { applyProgress, emptyProgress } from '../../src/session/progress.ts';
import { ENTER, openTutor } from './tutor.tsx';

let tutor: ReturnType<typeof openTutor>;
afterEach(() => tutor.close());

const WIDE = { columns: 80, rows: 24 };
const NARROW = { columns: 40, rows: 16 };

function openAt(step: string | null, language: Language, size: typeof WIDE) {
  const chosen = applyProgress(emptyProgress, { at: 0, type: 'language-chosen', language });
  const opened = applyProgress(chosen, { at: 0, type: 'lesson-opened', lesson: 'small' });
  const progress = applyProgress(opened, {
    at: 0,
    type: 'place-reached',
    lesson: 'small',
    step: step ?? '',
    block: 0,
  });
  tutor = openTutor({ progress: step === null ? chosen : progress, ...size });
  return tutor;
}

describe('frames at 80x24', () => {
  test('the map', async () => {
    expect(await openAt(null, 'en', WIDE).screen()).toMatchInlineSnapshot(`
      "  Small course                                                     0 of 2 done


        ▸ ○ 1  Small lesson                                                    5 min
               Small lesson?
               Next: all that it builds on is done.

          ○ 2  Small lesson                                                    5 min















        enter open   m five minutes   . sandbox   t 한국어   ? help   q quit"
    `);
  });

  test('a question that was answered', async () => {
    expect(await openAt('many', 'en', WIDE).press('1', '3', ENTER)).toMatchInlineSnapshot(`
      "  Small lesson                      ━━━━━━━━─────────── 4/9   about 3 min left

        Question: more than one may be right

        Which one?

        ✓ 1  one
             Because of one.
          2  two
        ✓ 3  three
             Because of three.

        ✓ Right.

        So it is.








        space next   ← back   r try again   t 한국어   c contents   ? help   q map"
    `);
  });

  test('a prediction that was graded', async () => {
    expect(await openAt('guess', 'en', WIDE).press('1', ENTER)).toMatchInlineSnapshot(`
      "  Small lesson                      ━━━━─────────────── 2/9   about 4 min left

        loss                                                         ● training loss
        1.0┤⡀
           │⢣
        0.8┤⠸⢄⣀⡀
        0.6┤⠈⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
           │
        0.4┤                                                         your prediction
           │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▐
           └┬─────────────┬─────────────┬──────────────┬─────────────┬──────────────
            0            200           400            600           800         step

        finished · step 1,000/1,000 · loss 0.693 · accuracy 0.75 · runs 3/3

        ✗ The run says otherwise: it is option 2.

        ✗ 1  one
        ✓ 2  two
          3  three

        Measured: 0.693 (median); 3 of 3 seeds agree
                                                               ↓ 7 more below (PgDn)
        space next   ← back   r again   n other seeds   o lab   ? help   q map"
    `);
  });

  test('a corrected note in Korean', async () => {
    expect(await openAt('note', 'ko', WIDE).screen()).toMatchInlineSnapshot(`
      "  작은 레슨                              ━━━━━━━━━━━━━━━━━━━ 9/9   약 1분 남음

        바로잡기

        ✗ 흔히 하는 말
          직선으로 됩니다.

        ✓ 실제로는
          그렇습니다.

          근거: 여기서 v 키로 다시 돌려 볼 수 있는 실험
          Minsky & Papert (1969). Perceptrons. MIT Press.











        space 다음   ← 이전   v 근거 돌려 보기   t English   ? 도움말   q 지도"
    `);
  });
});

describe('frames at 40x16', () => {
  test('the map in Korean', async () => {
    expect(await openAt(null, 'ko', NARROW).screen()).toMatchInlineSnapshot(`
      " 작은 과정          2개 가운데 0개 마침


       ▸ ○ 1  작은 레슨                   5분
              작은 레슨?
              다음 레슨입니다. 바탕이
              되는 레슨은 모두
              마쳤습니다.

         ○ 2  작은 레슨                   5분





       enter 열기  / 찾기  ?  q 끝내기"
    `);
  });

  test('a prediction that is being made', async () => {
    expect(await openAt('guess', 'en', NARROW).press('h')).toMatchInlineSnapshot(`
      " Small lesson             ━━─────── 2/9

       Predict, then run

       Which one?

       ▸ 1  one
         2  two
         3  three

       Hint 1 of 2 First hint.




       enter predict  h hint  ?  q map"
    `);
  });

  test('help in Korean', async () => {
    expect(await openAt('one', 'ko', NARROW).press('?')).toMatchInlineSnapshot(`
      " 여기서 쓰는 키

       답을 고르거나 입력하고 엔터로 냅니다.
       힌트는 하나씩 나오고, 한 번 답해 본
       뒤에는 정답을 볼 수 있습니다.

       enter          이 답 내기
       ↑ k            위로
       ↓ j            아래로
       1 2 3          번호로 보기 고르기
       h              다음 힌트 보기
       s              이 단계 건너뛰기(건너뛴
                      것으로 남습니다)
       ← ⌫ PgUp       이전으로 돌아가기
       space → PgDn   다음으로 넘어가기
       esc 닫기                          ↓ 10"
    `);
  });

  test('an order with an option in the hand', async () => {
    expect(await openAt('sorted', 'en', NARROW).press(' ')).toMatchInlineSnapshot(`
      " Small lesson             ━━━━━━─── 6/9

       Question: put in order

       Which one?

       ↕ 1  two
         2  three
         3  one






       enter answer  h hint  ?  q map"
    `);
  });
});
