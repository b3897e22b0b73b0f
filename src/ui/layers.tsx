import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { WrittenRecipe } from '../training/written-recipe.ts';
import { type Display, DisplayProvider } from './screen.tsx';
import { LabScreen } from './screens/lab-screen.tsx';
import { SandboxScreen, type SandboxScreenProps } from './screens/sandbox-screen.tsx';
import type { LabOrder } from './shell.ts';
import type { StartRun } from './use-run.ts';

/** What lies over the place where the learner is, which stays as it was: the sandbox, and over that the lab. */
export type Over = { readonly sandbox: WrittenRecipe | null; readonly lab: LabOrder | null };

export const nothingOver: Over = { sandbox: null, lab: null };

type LayersProps = Pick<SandboxScreenProps, 'kept' | 'record' | 'now'> & {
  readonly startRun: StartRun;
  readonly startOwnRun: StartRun;
  readonly over: Over;
  readonly setOver: (over: Over) => void;
  readonly display: Display;
  /** Whether something else lies over all of them. */
  readonly isCovered: boolean;
  readonly children: ReactNode;
};

/** The place where the learner is, and what lies over it. */
export function Layers(props: LayersProps) {
  const { over, setOver, display, startRun, startOwnRun, isCovered, children, ...rest } = props;
  const { sandbox, lab } = over;
  const isUnderLab = lab !== null || isCovered;
  return (
    <>
      <Layer display={display} isCovered={sandbox !== null || isUnderLab}>
        {children}
      </Layer>
      {sandbox && (
        <Layer display={display} isCovered={isUnderLab}>
          <SandboxScreen
            {...rest}
            recipe={sandbox}
            startRun={startOwnRun}
            onClose={() => setOver(nothingOver)}
          />
        </Layer>
      )}
      {lab && (
        <Layer display={display} isCovered={isCovered}>
          <LabScreen {...lab} startRun={startRun} onClose={() => setOver({ ...over, lab: null })} />
        </Layer>
      )}
    </>
  );
}

type LayerProps = Pick<LayersProps, 'display' | 'isCovered' | 'children'>;

/** A screen that may lie behind another: there, as in a window too small for a while, its run goes on. */
function Layer({ display, isCovered, children }: LayerProps) {
  return (
    <Box display={isCovered ? 'none' : 'flex'}>
      <DisplayProvider value={isCovered ? { ...display, ...UNSEEN } : display}>{children}</DisplayProvider>
    </Box>
  );
}

/** A screen that is covered leaves the cursor and the painted rows to the one above it. */
const UNSEEN = { setCursor: () => {}, setPainted: () => {} };
