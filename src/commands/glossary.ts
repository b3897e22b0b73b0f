import type { Course, Term } from '../content/lesson.ts';
import { foldName, namesOf, termNamed } from '../content/terms.ts';
import { otherLanguage } from '../i18n/languages.ts';
import { nearest } from '../training/recipe.ts';
import type { Command, Context } from './command.ts';

/** The terms of the course in both languages; the words after the command name one of them. */
export const glossary: Command = {
  flags: {},
  usage: '[TERM]',
  most: Number.POSITIVE_INFINITY,
  run: async (context) => {
    const course = await context.course();
    if (!course) return 1;
    const { arguments: given, complain, words } = context;
    const name = given.positionals.join(' ');
    const found = name === '' ? null : termNamed(name, course.glossary);
    if (name !== '' && !found) {
      complain(words.command.noSuchTerm(name, near(name, course.glossary)));
      return 1;
    }
    await printTerms(found ? [found] : course.glossary, course, context);
    return 0;
  },
};

async function printTerms(terms: readonly Term[], { lessons }: Course, context: Context): Promise<void> {
  const { arguments: given, language, print, words } = context;
  if (given.switches.has('json')) {
    await print(JSON.stringify({ terms }));
    return;
  }
  const other = otherLanguage(language);
  for (const term of terms) {
    const also = term.also.length > 0 ? ` (${term.also.join(', ')})` : '';
    if (!(await print(`${term[language]} · ${term[other]}${also}`))) return;
    await print(`  ${term.means[language]}`);
    // Asked for one term, whoever reads both languages gets both.
    if (terms.length === 1) await print(`  ${term.means[other]}`);
    const lesson = lessons.find(({ id }) => id === term.lesson);
    await print(`  ${words.command.termLesson(`${lesson?.text[language].title ?? ''} (${term.lesson})`)}`);
  }
  if (terms.length > 1) await print(words.command.termCount(terms.length));
}

/** Terms that hold the name, at most five; where none does, the one that it may be a slip of. */
function near(name: string, terms: readonly Term[]): readonly string[] {
  const folded = foldName(name);
  const holding = terms.filter((term) => namesOf(term).some((each) => each.includes(folded)));
  const meant = termNamed(nearest(folded, terms.flatMap(namesOf)) ?? '', terms);
  const found = holding.length > 0 || !meant ? holding.slice(0, 5) : [meant];
  return found.map(({ en, ko }) => `${en} (${ko})`);
}
