import { correctionSections } from '../blocks/correction.ts';
import type { CommandName } from '../keys.ts';
import { type Reader, sectionsOf } from '../reader.ts';
import { usePaneKeys } from '../shell.ts';
import { SheetScreen, useSheet } from './sheet.tsx';

/** A corrected note; its evidence can be run. */
export function CorrectionPane({ reader }: { reader: Reader }) {
  const { step, send } = reader;
  if (step.type !== 'correction') throw new TypeError(`${step.id} is no correction`);
  const { claim, run } = step.evidence;
  const sections = sectionsOf(reader, (each, setting) =>
    each.type === 'correction' ? correctionSections(each, setting) : [],
  );
  const view = useSheet(reader, sections, step.id);
  const commands: readonly CommandName[] = [
    'onward',
    'forward',
    'back',
    ...(claim || run ? (['evidence'] as const) : []),
  ];
  const active = usePaneKeys('correction', [...view.commands, ...commands], {
    ...view.actions,
    onward: () => send({ type: 'went-forward' }),
    forward: () => (view.isMore ? view.scrollPage(1) : send({ type: 'went-forward' })),
    back: () => (view.offset > 0 ? view.scrollPage(-1) : send({ type: 'went-back' })),
    evidence: () => reader.check(claim ? [claim] : [], run),
  });
  return <SheetScreen reader={reader} view={view} active={active} />;
}
