/** Labels made of `key=value`, without what all of them have in common. */
export function distinctLabels(labels: readonly string[]): readonly string[] {
  if (labels.length < 2) return labels;
  const parts = labels.map((label) => label.split(' '));
  const shared = (part: string) => part.includes('=') && parts.every((each) => each.includes(part));
  const short = parts.map((each) => each.filter((part) => !shared(part)).join(' '));
  return short.every((label) => label !== '') ? short : labels;
}

/** The same labels with the names of keys in the first one only, where all have the same keys in the same order. */
export function keylessLabels(labels: readonly string[]): readonly string[] {
  const keys = labels.map((label) =>
    label
      .split(' ')
      .map((part) => part.split('=')[0])
      .join(' '),
  );
  const isAlike = labels.every((label, k) => label.includes('=') && keys[k] === keys[0]);
  return isAlike ? labels.map((label, k) => (k === 0 ? label : label.replaceAll(/[^ =]+=/g, ''))) : labels;
}
