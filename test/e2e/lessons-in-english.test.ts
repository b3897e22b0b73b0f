import { walkEveryLesson } from './every-lesson.ts';

walkEveryLesson('en');
