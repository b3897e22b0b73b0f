import { Box } from 'ink';
import { useContext, useEffect, useState } from 'react';
import type { Lesson } from '../../content/lesson.ts';
import { resumeWalk, type Walk } from '../../session/lesson-walk.ts';
import { emptyLesson, type Progress, type ProgressEvent } from '../../session/progress.ts';
import { ClaimPane, type Evidence } from '../panes/claim-pane.tsx';
import { CorrectionPane } from '../panes/correction-pane.tsx';
import { LabPane } from '../panes/lab-pane.tsx';
import { OpenPane } from '../panes/open-pane.tsx';
import { PredictPane } from '../panes/predict-pane.tsx';
import { ProsePane } from '../panes/prose-pane.tsx';
import { QuestionPane } from '../panes/question-pane.tsx';
import { RunPane } from '../panes/run-pane.tsx';
import { TracePane } from '../panes/trace-pane.tsx';
import { type Reader, readerOf, useWalk } from '../reader.ts';
import { useDisplay } from '../screen.tsx';
import { ShellContext, ShellProvider } from '../shell.ts';
import type { StartRun } from '../use-run.ts';
import { ContentsScreen } from './contents-screen.tsx';

export type ReaderScreenProps = {
  readonly lesson: Lesson;
  readonly progress: Progress;
  readonly record: (event: ProgressEvent) => void;
  readonly startRun: StartRun;
  readonly now: () => number;
  /** The last step of the piece that was asked for; null for all of the lesson. */
  readonly until: number | null;
  /** The piece is over, and the lesson is not. */
  readonly onPieceOver: () => void;
  /** The learner has gone on from the last step. */
  readonly onOver: (walk: Walk) => void;
};

/** A lesson, one step at a time. */
export function ReaderScreen(props: ReaderScreenProps) {
  const { lesson, progress, record, startRun, now, onOver, until, onPieceOver } = props;
  const display = useDisplay();
  const [walk, send] = useWalk(
    () => resumeWalk(lesson, progress.lessons[lesson.id] ?? emptyLesson),
    (happened) => record({ at: now(), lesson: lesson.id, ...happened }),
  );
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [isListed, setListed] = useState(false);
  const shell = useContext(ShellContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    record({ at: now(), type: 'lesson-opened', lesson: lesson.id });
    send({ type: 'page-turned', block: walk.block });
  }, []);
  useEffect(() => {
    if (walk.isOver) onOver(walk);
    else if (until !== null && walk.index > until) onPieceOver();
  }, [walk, onOver, until, onPieceOver]);
  const check = (claims: readonly string[], run?: string) => setEvidence({ claims, run: run ?? null });
  const reader = readerOf(walk, display, { send, check });
  return (
    <ShellProvider value={{ ...shell, openContents: () => setListed(true) }}>
      <Box display={evidence || isListed ? 'none' : 'flex'}>
        <StepPane key={reader.step.id} reader={reader} startRun={startRun} />
      </Box>
      {evidence && <ClaimPane {...{ reader, evidence, startRun }} onClose={() => setEvidence(null)} />}
      {isListed && (
        <ContentsScreen
          walk={walk}
          onClose={() => setListed(false)}
          onOpen={(index, block) => {
            setListed(false);
            send({ type: 'jumped', index });
            send({ type: 'page-turned', block });
          }}
        />
      )}
    </ShellProvider>
  );
}

function StepPane({ reader, startRun }: { reader: Reader; startRun: StartRun }) {
  switch (reader.step.type) {
    case 'prose':
      return <ProsePane reader={reader} />;
    case 'predict':
      return <PredictPane reader={reader} startRun={startRun} />;
    case 'question':
      return <QuestionPane reader={reader} />;
    case 'open':
      return <OpenPane reader={reader} />;
    case 'run':
      return <RunPane reader={reader} startRun={startRun} />;
    case 'lab':
      return <LabPane reader={reader} startRun={startRun} />;
    case 'trace':
      return <TracePane reader={reader} />;
    case 'correction':
      return <CorrectionPane reader={reader} />;
  }
}
