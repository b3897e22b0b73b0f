import { recipeCommand } from '../training/recipe.ts';
import { recipeFlags } from './arguments.ts';
import type { Command } from './command.ts';
import { recipeFrom } from './run.ts';

/** Where there is no screen for the sandbox, the command that runs its recipe. */
export const play: Command = {
  flags: { ...recipeFlags, recipe: 'value' },
  usage: '[--recipe LESSON/RUN|FILE] [--data xor --net 4 ...]',
  most: 0,
  run: async (context) => {
    const recipe = await recipeFrom(context);
    if (!recipe) return 2;
    const { print, words, arguments: given } = context;
    if (!given.switches.has('plain')) await print(words.command.sandboxClosed);
    await print(recipeCommand(recipe));
    return 0;
  },
};
