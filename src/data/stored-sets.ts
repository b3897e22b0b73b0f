import { en } from '../i18n/en.ts';
import type { StoredRows, StoredSet } from './data-set.ts';
import { loadFile } from './own-file.ts';
import { readTable } from './table-file.ts';

/** Handwritten digits of 8x8 pixels, dark where 1 and light where 0 (Alpaydin and Kaynak, UCI). */
export const digits: StoredSet = {
  ...{ task: 'classes', classes: 10, features: 64, knobs: [], rows: 1797 },
  image: { height: 8, columns: 8, channels: 1 },
  defaults: { n: 1200, noise: 0, test: 597 },
  labels: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  read: once(() => ({ ...bundled('digits.csv.gz'), unit: 1 / 16 })),
};

/** Three species of iris by the length and width of their sepals and petals, in cm (Fisher, 1936). */
export const iris: StoredSet = {
  ...{ task: 'classes', classes: 3, features: 4, knobs: [], rows: 150 },
  defaults: { n: 100, noise: 0, test: 50 },
  labels: ['setosa', 'versicolor', 'virginica'],
  read: once(() => bundled('iris.csv')),
};

/** Three cultivars of wine by 13 measurements of very different sizes (Aeberhard and Forina, UCI). */
export const wine: StoredSet = {
  ...{ task: 'classes', classes: 3, features: 13, knobs: [], rows: 178 },
  defaults: { n: 118, noise: 0, test: 60, scale: 'standard' },
  labels: ['class_0', 'class_1', 'class_2'],
  read: once(() => bundled('wine.csv')),
};

/** The folder stands beside this file in the sources, and beside the program once it is built. */
function bundled(name: string): StoredRows {
  const text = new TextDecoder().decode(loadFile(new URL(`./sets/${name}`, import.meta.url)));
  const { value, problem } = readTable(text, name, null, en.problem.file);
  if (!value) throw new Error(problem);
  return value.rows;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
