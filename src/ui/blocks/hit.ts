import type { Line } from '../../charts/drawing.ts';
import { truncateLine } from '../../charts/spans.ts';
import type { Course, Term } from '../../content/lesson.ts';
import type { Hit } from '../../content/search.ts';
import { otherLanguage } from '../../i18n/languages.ts';
import { wrap } from '../layout/wrap.ts';
import type { Display } from '../screen.tsx';
import type { Section } from '../sections.ts';
import type { LookupScope } from '../shell.ts';

type Context = { readonly course: Course; readonly display: Display; readonly width: number };

/** How far a place is quoted where it is not under the cursor, and where it is. */
const QUOTED = { briefly: 1, atLength: 4 } as const;

/** One hit of a search: its name, and below it what it means or says; more of it under the cursor. */
export function hitSections(hit: Hit, isUnderCursor: boolean, context: Context): readonly Section[] {
  const { display, width } = context;
  const { theme } = display;
  const isTerm = hit.type === 'term';
  const name = isTerm ? termName(hit.term, display) : placeName(hit, context);
  const head: Line = [
    { text: isUnderCursor ? `${theme.marks.cursor} ` : '  ', tone: 'accent', bold: true },
    ...name.map((span) => (isUnderCursor ? { ...span, bold: true } : span)),
  ];
  const below = isTerm ? termLines(hit.term, isUnderCursor, context) : quoted(hit.text, isUnderCursor, width);
  return [
    {
      lines: [head, ...below.map((line): Line => [{ text: '  ' }, ...line])],
      joined: isTerm && !isUnderCursor,
      ...(isUnderCursor
        ? { mark: `hit:${isTerm ? hit.term.id : `${hit.lesson} ${hit.step} ${hit.block}`}` }
        : {}),
    },
  ];
}

/** What is said where nothing was found, or nothing typed yet. */
export function noHitSection(
  query: string,
  scope: LookupScope,
  { display: { words }, width }: Omit<Context, 'course'>,
): Section {
  const say = words.screen.lookup;
  const text = query.trim() === '' ? say.begin : say.nothing(query.trim(), scope === 'terms');
  return { lines: wrap([{ text, tone: 'muted' }], width) };
}

function termName(term: Term, { language }: Display): Line {
  const other = otherLanguage(language);
  const also = term.also.length > 0 ? `  (${term.also.join(', ')})` : '';
  return [
    { text: term[language], tone: 'accent' },
    { text: ` · ${term[other]}${also}`, tone: 'muted' },
  ];
}

function termLines(term: Term, isUnderCursor: boolean, { course, display, width }: Context): readonly Line[] {
  if (!isUnderCursor) return [];
  const { language, words } = display;
  const other = otherLanguage(language);
  const lesson = course.lessons.find(({ id }) => id === term.lesson);
  return [
    ...wrap([{ text: term.means[language] }], width - 2),
    ...wrap([{ text: term.means[other], tone: 'muted' }], width - 2),
    ...wrap(
      [{ text: words.screen.lookup.livesIn(lesson?.text[language].title ?? term.lesson), tone: 'muted' }],
      width - 2,
    ),
  ];
}

function placeName(hit: Extract<Hit, { type: 'place' }>, { course, display }: Context): Line {
  const title =
    course.lessons.find(({ id }) => id === hit.lesson)?.text[display.language].title ?? hit.lesson;
  const heading = hit.heading === title ? '' : `  ${hit.heading}`;
  return [{ text: title, tone: 'accent' }, { text: heading }];
}

/** So many lines of a text; where it is longer, the last says so. */
function quoted(text: string, isUnderCursor: boolean, width: number): readonly Line[] {
  const most = isUnderCursor ? QUOTED.atLength : QUOTED.briefly;
  // What cannot come into view is not broken into lines: there are many hits at every key.
  const head = text.slice(0, (most + 1) * width).replace(/\s+/g, ' ');
  const lines = wrap([{ text: head, tone: 'muted' }], width - 2);
  if (lines.length <= most) return lines;
  const cut = truncateLine(lines[most - 1] ?? [], width - 4);
  return [...lines.slice(0, most - 1), [...cut, { text: ' …', tone: 'muted' }]];
}
