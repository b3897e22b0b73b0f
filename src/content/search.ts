import { disassemble } from 'es-hangul';
import MiniSearch from 'minisearch';
import type { Language } from '../i18n/languages.ts';
import type { Course, Lesson, Step, Term } from './lesson.ts';
import { plainBlock, plainText } from './plain-text.ts';

/** What a search finds: a term of the glossary, or a place in a lesson with the heading that it stands under. */
export type Hit =
  | { readonly type: 'term'; readonly term: Term }
  | {
      readonly type: 'place';
      readonly lesson: string;
      readonly step: string;
      readonly block: number;
      readonly heading: string;
      readonly text: string;
    };

/** The words of a course in one language, ready to be searched. */
export type Search = {
  /** The best hits, from what has been read so far; none for an empty query. */
  find(query: string, most: number, isForTerms?: boolean): readonly Hit[];
  /** Settled once the whole course has been read. */
  readonly whenRead: Promise<void>;
};

const searches = new WeakMap<Course, Partial<Record<Language, Search>>>();

/** The search of a course in one language, made when it is first asked for. */
export function searchOf(course: Course, language: Language): Search {
  const made = searches.get(course) ?? {};
  const search = made[language] ?? createSearch(course, language);
  searches.set(course, { ...made, [language]: search });
  return search;
}

type Entry = { readonly hit: Hit; readonly title: string; readonly body: string };

/** Entries that are read at once: a few milliseconds, so that a key does not wait for the rest. */
const CHUNK = 16;

/** Reads the glossary and then the lessons, bit by bit: the beginning of a word is enough, in Hangul down to a half-typed syllable. */
function createSearch(course: Course, language: Language): Search {
  const entries = [...course.glossary.map(termEntry), ...course.lessons.flatMap(lessonEntries(language))];
  const index = new MiniSearch<Entry & { readonly id: number }>({
    fields: ['title', 'body'],
    processTerm: (word) => disassemble(word.toLowerCase()),
    searchOptions: {
      ...{ boost: { title: 4 }, prefix: true, combineWith: 'AND' },
      // A slip of the finger, in words that are long enough to be told apart.
      fuzzy: (word) => (word.length > 5 ? 0.15 : false),
    },
  });
  const documents = entries.map((entry, id) => ({ id, ...entry }));
  const isTerm = ({ id }: { readonly id: unknown }) => entries[Number(id)]?.hit.type === 'term';
  return {
    find: (query, most, isForTerms = false) =>
      index
        .search(query, isForTerms ? { filter: isTerm } : {})
        .slice(0, most)
        .flatMap(({ id }) => entries[Number(id)]?.hit ?? []),
    whenRead: index.addAllAsync(documents, { chunkSize: CHUNK }),
  };
}

function termEntry(term: Term): Entry {
  const names = [term.en, term.ko, ...term.also];
  return { hit: { type: 'term', term }, title: names.join(' '), body: `${term.means.en} ${term.means.ko}` };
}

function lessonEntries(language: Language): (lesson: Lesson) => readonly Entry[] {
  return ({ id, text }) => {
    let heading = text[language].title;
    return text[language].steps.flatMap((step) =>
      blocksOf(step).map(({ block, isHeading, text }): Entry => {
        if (isHeading) heading = text;
        const hit = { type: 'place', lesson: id, step: step.id, block, heading, text } as const;
        return { hit, title: isHeading ? text : '', body: isHeading ? '' : text };
      }),
    );
  };
}

type Block = { readonly block: number; readonly isHeading: boolean; readonly text: string };

/** What of a step may be read before it is answered. */
function blocksOf(step: Step): readonly Block[] {
  const one = (text: string): readonly Block[] => [{ block: 0, isHeading: false, text }];
  switch (step.type) {
    case 'prose':
      return step.blocks.map((each, block) => ({
        block,
        isHeading: each.type === 'heading',
        text: plainBlock(each),
      }));
    case 'predict':
    case 'question':
    case 'open':
      return one(step.ask.map(plainBlock).join('\n'));
    case 'run':
      return one(step.watch.map(plainBlock).join('\n'));
    case 'lab':
      return one(step.story.map(plainBlock).join('\n'));
    case 'trace':
      return one(step.intro.map(plainBlock).join('\n'));
    case 'correction':
      return one([plainText(step.note), ...step.right.map(plainBlock)].join('\n'));
  }
}
