import { useContext } from 'react';
import type { Course } from '../content/lesson.ts';
import type { ProgressEvent } from '../session/progress.ts';
import type { CommandName } from './keys.ts';
import { HelpScreen } from './screens/help-screen.tsx';
import { LookupScreen } from './screens/lookup-screen.tsx';
import { SettingsScreen } from './screens/settings-screen.tsx';
import { type HelpTopic, type LookupScope, ShellContext } from './shell.ts';

/** What lies over the place where the learner is, and goes away again. */
export type Cover =
  | { readonly type: 'help'; readonly topic: HelpTopic; readonly active: readonly CommandName[] }
  | { readonly type: 'lookup'; readonly scope: LookupScope }
  | { readonly type: 'settings' };

type CoverProps = {
  readonly cover: Cover;
  readonly course: Course;
  readonly now: () => number;
  readonly record: (event: ProgressEvent) => void;
  readonly onClose: () => void;
  readonly go: (lesson: string) => void;
};

/** The screen of what lies on top. */
export function CoverScreen({ cover, course, now, record, onClose, go }: CoverProps) {
  const shell = useContext(ShellContext);
  switch (cover.type) {
    case 'help':
      return <HelpScreen {...cover} onClose={onClose} />;
    case 'settings':
      return (
        <SettingsScreen
          onLanguage={shell.switchLanguage}
          onSetting={(name, value) => record({ at: now(), type: 'setting-chosen', name, value })}
          onClose={onClose}
        />
      );
    case 'lookup':
      return (
        <LookupScreen
          {...{ course, scope: cover.scope, onClose }}
          onOpen={({ lesson, step, block }) => {
            onClose();
            if (step !== null) record({ at: now(), type: 'place-reached', lesson, step, block });
            go(lesson);
          }}
        />
      );
  }
}
