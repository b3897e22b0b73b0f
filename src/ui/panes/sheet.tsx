import type { Line } from '../../charts/drawing.ts';
import type { CommandName } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { footerLine, moreNotice, Screen, useDisplay } from '../screen.tsx';
import { type Section, sheetOf } from '../sections.ts';
import { useScroll } from '../use-scroll.ts';

/** Sections that are scrolled where they are taller than the screen. */
export function useSheet(reader: Reader, sections: readonly Section[], place: string) {
  const sheet = sheetOf(sections);
  const view = useScroll(sheet, `${place} ${reader.area.columns} ${reader.area.rows}`, reader.area.rows);
  const commands: readonly CommandName[] = view.canScroll ? ['scrollDown', 'scrollUp'] : [];
  const leap = Math.max(1, reader.area.rows - 2);
  return {
    sheet,
    ...view,
    commands,
    /** A screenful on, or back. */
    scrollPage: (direction: 1 | -1) => view.scroll(direction * leap),
    actions: { scrollDown: () => view.scroll(leap), scrollUp: () => view.scroll(-leap) },
  };
}

/** The rows of a sheet that are in view. */
export function SheetScreen({
  reader,
  view,
  active,
  notice,
}: {
  reader: Reader;
  view: ReturnType<typeof useSheet>;
  active: readonly CommandName[];
  notice?: Line | null;
}) {
  const display = useDisplay();
  const { cursor } = view.sheet;
  return (
    <Screen
      header={reader.header}
      body={view.sheet.lines.slice(view.offset, view.offset + reader.area.rows)}
      footer={footerLine(active, display, reader.area.columns)}
      notice={notice ?? moreNotice(view.below, display, 'PgDn')}
      cursor={cursor ? { column: cursor.column, row: cursor.row - view.offset } : null}
    />
  );
}
