import type { Words } from '../i18n/languages.ts';
import { kinds } from '../training/kinds.ts';
import { type KeyName, type KeyRule, recipeKeys } from '../training/recipe-keys.ts';
import { commonFlags } from './arguments.ts';
import { commands } from './commands.ts';

/** The help of the whole program, or of one command, line by line. */
export function helpLines(name: string | undefined, words: Words): readonly string[] {
  const say = words.command;
  if (name === 'learn')
    return [
      `${say.usage}: dl-tutor learn [LESSON]`,
      `  ${say.summaries.learn}`,
      '',
      ...flagLines(Object.keys(commonFlags), words),
    ];
  if (name !== undefined && name in commands) {
    const command = commands[name as keyof typeof commands];
    const own = Object.keys(command.flags);
    return [
      `${say.usage}: dl-tutor ${name} ${command.usage}`.trimEnd(),
      `  ${say.summaries[name as keyof typeof commands]}`,
      '',
      ...flagLines([...own, ...Object.keys(commonFlags)], words),
    ];
  }
  const rows: [string, string][] = [
    ['dl-tutor', say.summaries.tutor],
    ['learn [LESSON]', say.summaries.learn],
    ...Object.entries(commands).map(([word, { usage }]): [string, string] => [
      word === 'run' ? 'run [--data ...]' : `${word} ${usage}`.trim(),
      say.summaries[word as keyof typeof commands],
    ]),
  ];
  return [
    `${say.usage}: dl-tutor [...]`,
    '',
    say.commands,
    ...rows.map(([left, right]) => row(left, right)),
    '',
    ...flagLines(Object.keys(commonFlags), words),
  ];
}

function flagLines(flags: readonly string[], words: Words): string[] {
  const summaries: Readonly<Record<string, string>> = words.command.flagSummaries;
  return [words.command.flags, ...flags.map((flag) => row(`--${flag}`, summaries[flag] ?? allowed(flag)))];
}

/** A recipe key explains itself by what it takes. */
function allowed(key: string): string {
  const rule: KeyRule = recipeKeys[key as KeyName];
  const users = Object.entries(kinds).filter(([, kind]) => (kind.keys as readonly string[]).includes(key));
  const note =
    users.length === Object.keys(kinds).length ? '' : `  (${users.map(([kind]) => kind).join(', ')})`;
  switch (rule.type) {
    case 'choice':
      return rule.of.join(' | ') + (rule.orFile ? ' | FILE' : '') + note;
    case 'number':
      return `${rule.above === undefined ? (rule.from ?? '') : `>${rule.above}`}..${rule.to}${note}`;
    case 'whole':
      return `${rule.from}..${rule.to}${note}`;
    case 'choices':
      return rule.of.join(',') + note;
    case 'text':
      return `TEXT${note}`;
    case 'widths':
      return `16 | 16,16 | none${note}`;
  }
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(18)} ${right}`;
}
