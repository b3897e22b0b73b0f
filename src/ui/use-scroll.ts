import { useRef, useState } from 'react';
import { follow, type Sheet } from './sections.ts';

/** Which rows of a sheet are on the screen: moved by hand, or to what has newly come up. */
export function useScroll(sheet: Sheet, place: string, height: number) {
  const [, redraw] = useState(0);
  const seen = useRef<{ place: string; marks: ReadonlySet<string>; offset: number }>({
    place: '',
    marks: new Set(),
    offset: 0,
  });
  const isNew = seen.current.place !== place;
  let offset = isNew ? 0 : seen.current.offset;
  if (!isNew) {
    for (const [mark, range] of sheet.marks)
      if (!seen.current.marks.has(mark)) offset = follow(offset, range, height);
  }
  const last = Math.max(0, sheet.lines.length - height);
  offset = Math.min(last, Math.max(0, offset));
  seen.current = { place, marks: new Set(sheet.marks.keys()), offset };
  return {
    offset,
    isMore: offset < last,
    /** Rows below those in view. */
    below: last - offset,
    canScroll: last > 0,
    scroll: (rows: number) => {
      seen.current = { ...seen.current, offset: Math.min(last, Math.max(0, offset + rows)) };
      redraw((count) => count + 1);
    },
  };
}
