import type { Language } from '../i18n/languages.ts';
import type { QuestionKey } from '../questions/kinds.ts';
import type { Claim } from '../training/claims.ts';
import type { Prediction } from '../training/grade.ts';
import type { Recipe } from '../training/recipe.ts';
import type { Repair } from '../training/repair.ts';
import type { Walkthrough } from '../training/trace/trace.ts';

/** A lesson with both of its texts. Both texts hold the same steps in the same order; the linter proves it. */
export type Lesson = {
  readonly id: string;
  readonly minutes: number;
  readonly needs: readonly string[];
  readonly text: Readonly<Record<Language, LessonText>>;
  readonly lab: Lab;
};

export type LessonText = {
  readonly title: string;
  /** One line under the title on the map: the question that makes one want to know. */
  readonly hook: string;
  readonly steps: readonly Step[];
};

/** The language-free half of a lesson, from lab.yaml. */
export type Lab = {
  readonly runs: Readonly<Record<string, Recipe>>;
  readonly predictions: Readonly<Record<string, Prediction>>;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Runs to be repaired, under the ids of their blocks. */
  readonly labs: Readonly<Record<string, Repair>>;
  /** Steps to be walked number by number, under the ids of their blocks. */
  readonly traces: Readonly<Record<string, Walkthrough>>;
  readonly sources: Readonly<Record<string, Source>>;
};

/** Options count from 0 here; in lab.yaml they count from 1. */
export type Answer = QuestionKey;

export type Source = {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Journal, arXiv number, section or address. */
  readonly where: string;
};

/** One stop of the reader: a stretch of prose, or one block that asks something of the learner. */
export type Step =
  | { readonly type: 'prose'; readonly id: string; readonly blocks: readonly ProseBlock[] }
  | PredictStep
  | QuestionStep
  | OpenStep
  | RunStep
  | LabStep
  | TraceStep
  | CorrectionStep;

export type PredictStep = {
  readonly type: 'predict';
  readonly id: string;
  readonly ask: readonly ProseBlock[];
  readonly options: readonly Inline[][];
  readonly hints: readonly Inline[][];
  /** Asked after the run; not graded. */
  readonly reflect: Inline[] | null;
  /** Shown under the result: what the run says about the matter. */
  readonly seen: readonly ProseBlock[];
};

export type QuestionStep = {
  readonly type: 'question';
  readonly id: string;
  readonly kind: Answer['type'];
  readonly ask: readonly ProseBlock[];
  /** With `match` the left sides, with `spot` the lines; none where the answer is typed. */
  readonly options: readonly { readonly text: Inline[]; readonly why: Inline[] | null }[];
  /** With `match`: the partner of each option. */
  readonly partners?: readonly Inline[][];
  /** With `table`: null is a cell to be filled. */
  readonly table?: {
    readonly columns: readonly Inline[][];
    readonly rows: readonly (readonly (Inline[] | null)[])[];
  };
  readonly hints: readonly Inline[][];
  /** Shown once the question is answered, right or wrong. */
  readonly explain: readonly ProseBlock[];
};

export type OpenStep = {
  readonly type: 'open';
  readonly id: string;
  readonly minutes: number;
  readonly ask: readonly ProseBlock[];
  /** Key points that the learner ticks after seeing the model answer. */
  readonly rubric: readonly Inline[][];
  readonly model: readonly ProseBlock[];
  readonly followups: readonly Inline[][];
  /** Weak answers that interviewers hear, each with what is wrong with it. */
  readonly weak: readonly Inline[][];
};

export type RunStep = {
  readonly type: 'run';
  readonly id: string;
  readonly run: string;
  /** What to watch for, before and while it runs. */
  readonly watch: readonly ProseBlock[];
  /** Shown when it has finished. */
  readonly seen: readonly ProseBlock[];
};

export type LabStep = {
  readonly type: 'lab';
  readonly id: string;
  /** What happened and what the monitor shows of it. */
  readonly story: readonly ProseBlock[];
  /** One of them is the cause; each says why it is or is not. */
  readonly causes: readonly { readonly text: Inline[]; readonly why: Inline[] }[];
  /** Asks for the repair, once the cause is known. */
  readonly repair: readonly ProseBlock[];
  /** Shown when it is repaired, or when the solution has been run. */
  readonly seen: readonly ProseBlock[];
};

export type TraceStep = {
  readonly type: 'trace';
  readonly id: string;
  /** What is walked, and what to look for. */
  readonly intro: readonly ProseBlock[];
  /** For numbers that the learner fills in, by their ids. */
  readonly hints: Readonly<Record<string, Inline[]>>;
  /** Shown behind the last number. */
  readonly seen: readonly ProseBlock[];
};

export type CorrectionStep = {
  readonly type: 'correction';
  readonly id: string;
  readonly note: Inline[];
  readonly right: readonly ProseBlock[];
  readonly evidence: { readonly run?: string; readonly claim?: string; readonly cite?: string };
};

export type ProseBlock =
  | { readonly type: 'heading'; readonly depth: number; readonly content: Inline[] }
  | { readonly type: 'paragraph'; readonly content: Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Inline[][] }
  | { readonly type: 'quote'; readonly content: readonly Inline[][] }
  /** Indented code or a `math` fence: kept line by line, centred as a whole. */
  | { readonly type: 'formula'; readonly lines: readonly string[] }
  /** A `text` fence: a drawing in characters, kept as it is. */
  | { readonly type: 'picture'; readonly lines: readonly string[] }
  | {
      readonly type: 'table';
      readonly header: readonly Inline[][];
      readonly rows: readonly (readonly Inline[][])[];
    }
  | {
      readonly type: 'figure';
      readonly id: string;
      readonly x: readonly [number, number];
      readonly curves: readonly FigureCurve[];
      readonly caption: Inline[] | null;
    };

/** `of`: an expression in x, by the safe grammar. */
export type FigureCurve = { readonly of: string; readonly label: string };

export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'strong'; readonly content: Inline[] }
  | { readonly type: 'emphasis'; readonly content: Inline[] }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'link'; readonly url: string; readonly content: Inline[] }
  /** `[[claim:id]]`: a mark that this sentence can be run, here and now. */
  | { readonly type: 'claim'; readonly id: string }
  /** `[[cite:id]]` */
  | { readonly type: 'cite'; readonly id: string };

/** A course: lessons in the order in which they are taught. */
export type Course = {
  readonly title: Readonly<Record<Language, string>>;
  readonly lessons: readonly Lesson[];
  readonly glossary: readonly Term[];
  readonly interview: Interview | null;
};

/** A term of the field: what it is called and means in both languages, and the lesson where it lives. */
export type Term = Readonly<Record<Language, string>> & {
  readonly id: string;
  /** Abbreviations and other names under which it is looked up. */
  readonly also: readonly string[];
  readonly lesson: string;
  readonly means: Readonly<Record<Language, string>>;
};

/** A mock interview over the whole course: every round draws some of its questions. */
export type Interview = {
  readonly rounds: readonly {
    readonly id: string;
    readonly title: Readonly<Record<Language, string>>;
    readonly minutes: number;
    readonly draw: number;
    /** `lesson/block` for an open question of a lesson, or the id of a case. */
    readonly from: readonly string[];
  }[];
  readonly cases: readonly InterviewCase[];
};

/** An open question across several lessons. */
export type InterviewCase = {
  readonly id: string;
  readonly minutes: number;
  readonly lessons: readonly string[];
  readonly text: Readonly<Record<Language, Omit<OpenStep, 'type' | 'id' | 'minutes'>>>;
};
