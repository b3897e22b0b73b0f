import { useEffect, useMemo, useState } from 'react';
import { textWidth } from '../../charts/spans.ts';
import type { Course } from '../../content/lesson.ts';
import { type Hit, type Search, searchOf } from '../../content/search.ts';
import { hitSections, noHitSection } from '../blocks/hit.ts';
import type { CommandName } from '../keys.ts';
import { areaOf, footerLine, MEASURE, Screen, useDisplay } from '../screen.tsx';
import { sheetOf } from '../sections.ts';
import type { LookupScope } from '../shell.ts';
import { editField, fieldOf, layField } from '../text-field.ts';
import { useKeys } from '../use-keys.ts';
import { useScroll } from '../use-scroll.ts';

/** Where a hit leads; without a step, to where the learner was in the lesson. */
export type LookupPlace = { readonly lesson: string; readonly step: string | null; readonly block: number };

export type LookupScreenProps = {
  readonly course: Course;
  readonly scope: LookupScope;
  readonly onOpen: (place: LookupPlace) => void;
  readonly onClose: () => void;
};

const MOST = 50;

/** Looks words up in lessons and glossary while they are typed; the hit under the cursor is told at length. */
export function LookupScreen({ course, scope, onOpen, onClose }: LookupScreenProps) {
  const display = useDisplay();
  const { words } = display;
  const say = words.screen.lookup;
  const area = areaOf(display);
  const width = Math.min(area.columns, MEASURE);
  const [field, setField] = useState(() => fieldOf(''));
  const hits = useHits(course, scope, field.text);
  const [pointed, setPointed] = useState({ query: '', cursor: 0 });
  const last = Math.max(0, hits.length - 1);
  const cursor = pointed.query === field.text ? Math.min(pointed.cursor, last) : 0;
  const move = (by: number) =>
    setPointed({ query: field.text, cursor: Math.max(0, Math.min(last, cursor + by)) });
  const open = (hit: Hit | undefined) => {
    if (hit) onOpen(hit.type === 'term' ? { lesson: hit.term.lesson, step: null, block: 0 } : hit);
  };
  const active: readonly CommandName[] = ['openHit', 'down', 'up', 'scrollDown', 'scrollUp', 'closeLookup'];
  useKeys({
    active,
    isWriting: true,
    onPress: ({ key, text }) => {
      const next = editField(field, {
        key: key === 'alt+enter' ? '' : key,
        text: text.replace(/\s*\n\s*/g, ' '),
      });
      if (next) setField(next);
      return next !== null;
    },
    onCommand: (command) => {
      const leap = Math.max(1, Math.floor(area.rows / 4));
      if (command === 'openHit') open(hits[cursor]);
      else if (command === 'closeLookup') onClose();
      else if (command === 'down' || command === 'up') move(command === 'down' ? 1 : -1);
      else move(command === 'scrollDown' ? leap : -leap);
    },
  });
  const lead = `${say.field[scope]} `;
  const { lines, row, column } = layField(field, Math.max(8, width - textWidth(lead)));
  const sections = hits.flatMap((hit, i) => hitSections(hit, i === cursor, { course, display, width }));
  const sheet = sheetOf(hits.length > 0 ? sections : [noHitSection(field.text, scope, { display, width })]);
  const rows = Math.max(1, area.rows - 2);
  const { offset } = useScroll(sheet, `${scope} ${field.text}`, rows);
  return (
    <Screen
      header={[{ text: say.title[scope], bold: true }]}
      body={[
        [{ text: lead, tone: 'muted' }, ...(lines[row] ?? []).map((span) => ({ ...span, bold: true }))],
        [],
        ...sheet.lines.slice(offset, offset + rows),
      ]}
      footer={footerLine(active, display, area.columns)}
      notice={hits.length > 0 ? [{ text: `${cursor + 1}/${hits.length}`, tone: 'muted' }] : []}
      cursor={{ column: textWidth(lead) + column, row: 0 }}
    />
  );
}

/** All terms in the order of their language where nothing is typed yet; else what fits best. */
function useHits(course: Course, scope: LookupScope, query: string): readonly Hit[] {
  const { language } = useDisplay();
  const [read, setRead] = useState<Search | null>(null);
  const search = useMemo(() => searchOf(course, language), [course, language]);
  useEffect(() => {
    let isShown = true;
    search.whenRead.then(() => isShown && setRead(search));
    return () => {
      isShown = false;
    };
  }, [search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more is found once all has been read
  return useMemo(() => {
    if (scope === 'all') return search.find(query, MOST);
    if (query.trim() !== '') return search.find(query, course.glossary.length, true);
    return course.glossary
      .toSorted((a, b) => a[language].localeCompare(b[language], language))
      .map((term): Hit => ({ type: 'term', term }));
  }, [course, scope, query, language, search, read]);
}
