import { correctionSections } from '../blocks/correction.ts';
import type { CommandName } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { usePaneKeys } from '../shell.ts';
import { SheetScreen, useSheet } from './sheet.tsx';

/** A corrected note; its evidence can be run. */
export function CorrectionPane({
  reader,
  onCheck,
}: {
  reader: Reader;
  onCheck: (claims: readonly string[], run?: string) => void;
}) {
  const { step, setting, send } = reader;
  if (step.type !== 'correction') throw new TypeError(`${step.id} is no correction`);
  const { claim, run } = step.evidence;
  const view = useSheet(reader, correctionSections(step, setting), step.id);
  const commands: readonly CommandName[] = [
    'forward',
    'back',
    ...(claim || run ? (['evidence'] as const) : []),
  ];
  const active = usePaneKeys('correction', [...commands, ...view.commands], {
    ...view.actions,
    forward: () => (view.isMore ? view.scroll(reader.area.rows - 2) : send({ type: 'went-forward' })),
    back: () => (view.offset > 0 ? view.scroll(2 - reader.area.rows) : send({ type: 'went-back' })),
    evidence: () => onCheck(claim ? [claim] : [], run),
  });
  return <SheetScreen reader={reader} view={view} active={active} />;
}
