import type { StoreWarning } from '../../store/store.ts';
import { wrap } from '../layout/wrap.ts';
import { areaOf, footerLine, MEASURE, Screen, useDisplay } from '../screen.tsx';
import { useKeys } from '../use-keys.ts';

/** Something that must be said once and not overlooked: what the disk has done. */
export function WarningScreen({ warning, onClose }: { warning: StoreWarning; onClose: () => void }) {
  const display = useDisplay();
  const area = areaOf(display);
  useKeys({ active: ['close'], onCommand: onClose });
  return (
    <Screen
      header={[{ text: 'dl-tutor', bold: true, tone: 'accent' }]}
      body={[
        [],
        ...wrap(
          [{ text: display.words.command.storeWarning(warning), tone: 'warn' }],
          Math.min(area.columns, MEASURE),
        ),
      ]}
      footer={footerLine(['close'], display, area.columns)}
    />
  );
}
