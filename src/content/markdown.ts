import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Findings, placeOf, readInline } from './inline.ts';
import type { Inline } from './lesson.ts';
import { type Excerpt, problemAt } from './problem.ts';

/** Markdown of a whole file, front matter and all. */
export function parseFile(source: Excerpt): readonly RootContent[] {
  return fromMarkdown(source.value, {
    extensions: [frontmatter(['yaml']), gfmTable()],
    mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmTableFromMarkdown()],
  }).children;
}

/** Markdown of a text inside a block. */
export function parseText(source: Excerpt): readonly RootContent[] {
  return fromMarkdown(source.value, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  }).children;
}

/** One line of prose, such as an option; a leading number or sign is no list here. */
export function readLine(source: Excerpt, findings: Findings): Inline[] {
  const root: Root = fromMarkdown(source.value, { extensions: [{ disable: { null: BLOCK_CONSTRUCTS } }] });
  const [first, second] = root.children;
  if (second)
    findings.problems.push(
      problemAt(
        source.file,
        placeOf(second, source),
        'markdown',
        'only one paragraph has room here; join them',
      ),
    );
  return first?.type === 'paragraph' ? readInline(first.children, source, findings) : [];
}

const BLOCK_CONSTRUCTS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];
