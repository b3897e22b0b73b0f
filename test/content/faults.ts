import { en as english } from '../../src/i18n/en.ts';
import { kinds } from '../../src/training/kinds.ts';
import type { Edit } from './small-course.ts';

const en = 'bending/en.md';
const ko = 'bending/ko.md';
const lab = 'bending/lab.yaml';
const course = 'course.yaml';
const line = kinds.train.prepare({ data: 'xor', net: [] }, english.problem).measures;
const measuredOfLine = [...line.points.map((name) => `${name}@end`), ...line.totals].join(', ');
const keysOfTrain = kinds.train.keys.join(', ');

/** What is done to the small course, and all that the linter has to say about it. */
export const faults: readonly {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly faults: readonly string[];
}[] = [
  {
    name: 'broken YAML in a block',
    edits: [[en, 'hint: [Count the points.]', 'hint: [Count the points.']],
    faults: [
      'bending/en.md:41:1 flow sequence in block collection must be sufficiently indented and end with a ]; mend the YAML here',
    ],
  },
  {
    name: 'broken YAML in lab.yaml',
    edits: [[lab, 'bins: [0.3, 1.5]}', 'bins: [0.3, 1.5]']],
    faults: [
      'bending/lab.yaml:15:3 flow map in block collection must be sufficiently indented and end with a }; mend the YAML here',
    ],
  },
  {
    name: 'broken YAML in course.yaml',
    edits: [[course, 'lessons: [', 'lessons: [[']],
    faults: [
      'course.yaml:3:1 flow sequence in block collection must be sufficiently indented and end with a ]; mend the YAML here',
    ],
  },
  {
    name: 'broken YAML in the front matter',
    edits: [[en, 'minutes: 5', 'minutes: "5']],
    faults: ['bending/en.md:6:12 missing closing "quote; mend the YAML here'],
  },
  {
    name: 'a text that YAML takes for a mapping',
    edits: [[en, 'explain: It is 13.', 'explain: {text: 13}']],
    faults: [
      'bending/en.md:67:10 "explain" must be a text; put it in quotes where it holds ": " or begins with a sign',
    ],
  },
  {
    name: 'a sentence that begins with a number and a point',
    edits: [[en, 'explain: It is 13.', 'explain: 13. It is odd.']],
    faults: ['bending/en.md:67:10 this begins with "13." and is read as a list; begin it with a word'],
  },
  {
    name: 'a missing field',
    edits: [[en, 'seen: Four. [[claim:wide-is-lower]]\n', '']],
    faults: ['bending/en.md:76:1 "seen" is missing; add it'],
  },
  {
    name: 'a missing option list',
    edits: [[en, 'options: [2 units, 4 units]\n', '']],
    faults: ['bending/en.md:76:1 "options" is missing; add it'],
  },
  {
    name: 'an option without a why',
    edits: [[en, '{text: A curve, why: Nothing bends.}', '{text: A curve}']],
    faults: ['bending/en.md:51:5 "why" is missing; add it'],
  },
  {
    name: 'a single option',
    edits: [[en, 'options: [2 units, 4 units]', 'options: [2 units]']],
    faults: ['bending/en.md:78:10 "options" must offer at least two options'],
  },
  {
    name: 'a mistyped field',
    edits: [[en, 'rubric:', 'rubrik:']],
    faults: [
      'bending/en.md:82:1 "rubric" is missing; add it',
      'bending/en.md:84:1 "rubrik" is not known here; did you mean "rubric"?',
    ],
  },
  {
    name: 'a mistyped kind of block',
    edits: [[en, '```predict {#which-width}', '```predit {#which-width}']],
    faults: [
      'bending/en.md:70:1 the predict block "which-width" of ko.md:76 is missing; write it after "the-loop"',
      'bending/en.md:76:1 "predit" is no kind of block; did you mean "predict"?',
    ],
  },
  {
    name: 'a fence without a name',
    edits: [[en, '```text\no x', '```\no x']],
    faults: [
      'bending/en.md:14:1 this fence does not say what it holds; write one of text, math, figure, predict, question, open, run, lab, trace, correction after it',
    ],
  },
  {
    name: 'a fence that is never closed',
    edits: [[en, 'explain: The second.\n```', 'explain: The second.']],
    faults: ['bending/en.md:143:1 this block is never closed; end it with a line of the same backticks'],
  },
  {
    name: 'a block without an id',
    edits: [[en, '```question {#how-many type=number}', '```question {type=number}']],
    faults: [
      'bending/en.md:65:1 this block has no id; write ```question {#an-id} with an id that is unique in the lesson',
    ],
  },
  {
    name: 'an id with capitals',
    edits: [[en, '{#the-loop type=order}', '{#The-Loop type=order}']],
    faults: [
      'bending/en.md:70:14 "The-Loop" is no id; take lower-case letters and digits, joined by hyphens',
    ],
  },
  {
    name: 'an id that is used twice',
    edits: [
      [
        'descent/en.md',
        'seen: It fell.\n```\n',
        'seen: It fell.\n```\n\n```run {#down run=bowl}\nwatch: a\nseen: b\n```\n',
      ],
    ],
    faults: ['descent/en.md:16:1 "down" is already the id of the block in line 11; give this one its own'],
  },
  {
    name: 'an attribute that is not known',
    edits: [[en, '{#why-bend minutes=3}', '{#why-bend minuts=3}']],
    faults: [
      'bending/en.md:82:1 "minutes" is missing; say how long an answer may take, such as minutes=3',
      'bending/en.md:82:20 "minuts" is not known in a block of kind open; did you mean "minutes"?',
    ],
  },
  {
    name: 'a type of question that is not known',
    edits: [[en, '{#ten-layers type=single}', '{#ten-layers type=singel}']],
    faults: ['bending/en.md:47:26 "singel" is no type of question; did you mean "single"?'],
  },
  {
    name: 'a question without a type',
    edits: [[en, '{#ten-layers type=single}', '{#ten-layers}']],
    faults: [
      'bending/en.md:47:1 "type" is missing; say one of type=single, type=multiple, type=number, type=order, type=match, type=short, type=table, type=spot',
    ],
  },
  {
    name: 'a run block without a run',
    edits: [[en, '{#see-widths run=widths}', '{#see-widths}']],
    faults: ['bending/en.md:93:1 "run" is missing; name a run of lab.yaml, such as run=its-id'],
  },
  {
    name: 'no front matter',
    edits: [[en, '---\nid: bending', 'id: bending']],
    faults: [
      'bending/en.md:1:1 the front matter is missing; begin the file with --- and id, title, hook, needs, minutes, ---',
    ],
  },
  {
    name: 'a mistyped key of the front matter',
    edits: [[en, 'hook:', 'hok:']],
    faults: [
      'bending/en.md:1:1 "hook" is missing; add it',
      'bending/en.md:4:1 "hok" is not known here; did you mean "hook"?',
    ],
  },
  {
    name: 'a front matter with another id',
    edits: [[en, 'id: bending', 'id: bends']],
    faults: ['bending/en.md:2:5 the id is "bends" and the folder is called "bending"; make them equal'],
  },
  {
    name: 'HTML',
    edits: [[en, 'After the run.', 'After <b>the</b> run.']],
    faults: [
      'bending/en.md:45:7 HTML is not shown; use Markdown, and write a plain < as \\<',
      'bending/en.md:45:13 HTML is not shown; use Markdown, and write a plain < as \\<',
    ],
  },
  {
    name: 'an image',
    edits: [[en, 'After the run.', 'See ![it](it.png).']],
    faults: ['bending/en.md:45:5 images are not shown in a terminal; draw it as a figure or in a text fence'],
  },
  {
    name: 'a list within a list',
    edits: [[en, '- two', '- two\n  - three']],
    faults: ['bending/en.md:22:3 an item of a list is one paragraph; take the rest out of the list'],
  },
  {
    name: 'a heading of depth 1',
    edits: [[en, '## The end', '# The end']],
    faults: ['bending/en.md:104:1 headings have depth 2 or 3; the title stands in the front matter'],
  },
  {
    name: 'a mark of no kind',
    edits: [[en, 'After the run.', 'After the run. [[clam:stuck]]']],
    faults: ['bending/en.md:45:16 [[clam:stuck]] is not a mark; did you mean "claim"?'],
  },
  {
    name: 'a figure inside a text',
    edits: [[en, 'Because lines stay lines.', '~~~figure\n  x: [0, 1]\n  ~~~']],
    faults: ['bending/en.md:86:3 a figure block cannot stand inside another; only text and math fences can'],
  },
  {
    name: 'a picture that is too wide',
    edits: [[en, 'o x\nx o', 'o x\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx']],
    faults: ['bending/en.md:16:1 this line is 61 cells wide; break it so that it has at most 60'],
  },
  {
    name: 'a formula that is too wide in Korean letters',
    edits: [[ko, '    y = w · x + b', '    y = 가가가가가가가가가가가가가가가가가가가가가가가가가가가가가']],
    faults: ['bending/ko.md:12:5 this line is 62 cells wide; break it so that it has at most 60'],
  },
  {
    name: 'a figure with a broken formula',
    edits: [
      [en, 'max(0, x)', 'max(0, x'],
      [ko, 'max(0, x)', 'max(0, x'],
    ],
    faults: [
      'bending/en.md:26:19 Expected ); mend the formula',
      'bending/ko.md:26:19 Expected ); mend the formula',
    ],
  },
  {
    name: 'a figure with another variable',
    edits: [
      [en, 'max(0, x)', 'max(0, y)'],
      [ko, 'max(0, x)', 'max(0, y)'],
    ],
    faults: [
      'bending/en.md:26:18 "y" is not known in a figure; a curve is a formula in x',
      'bending/ko.md:26:18 "y" is not known in a figure; a curve is a formula in x',
    ],
  },
  {
    name: 'a figure from right to left',
    edits: [[en, 'x: [-3, 3]', 'x: [3, -3]']],
    faults: ['bending/en.md:24:4 "x" must go from the smaller to the larger number'],
  },
  {
    name: 'a control character in prose',
    edits: [[en, 'After the run.', 'After \u001b[31mthe run.']],
    faults: ['bending/en.md:45:1 this text holds a control character; take it out'],
  },
  {
    name: 'a control character in YAML',
    edits: [[en, 'explain: It is 13.', 'explain: "13\\e"']],
    faults: ['bending/en.md:67:10 this text holds a control character; take it out'],
  },
  {
    name: 'a recipe with a mistyped key',
    edits: [[lab, 'lr: 0.5, steps', 'lrr: 0.5, steps']],
    faults: [
      `bending/lab.yaml:2:67 lrr: a recipe of kind train has no such key; did you mean "lr"? It has ${keysOfTrain}.`,
    ],
  },
  {
    name: 'a recipe with a value out of range',
    edits: [[lab, 'lr: 0.5\n', 'lr: -1\n']],
    faults: [
      'bending/lab.yaml:9:5 lr: -1 is not allowed; it must be a number above 0 and at most 1,000,000.',
    ],
  },
  {
    name: 'a recipe of no kind',
    edits: [[lab, '{kind: train, data', '{kind: tran, data']],
    faults: [
      `bending/lab.yaml:2:14 kind: there is no "tran"; did you mean "train"? Known are ${Object.keys(kinds).join(', ')}.`,
    ],
  },
  {
    name: 'a claim about a run that does not exist',
    edits: [[lab, 'stuck: {run: straight', 'stuck: {run: strait']],
    faults: ['bending/lab.yaml:17:16 there is no run "strait"; did you mean "straight"?'],
  },
  {
    name: 'a prediction about a run that does not exist',
    edits: [[lab, '{run: straight, measure', '{run: strait, measure']],
    faults: ['bending/lab.yaml:14:27 there is no run "strait"; did you mean "straight"?'],
  },
  {
    name: 'a claim with broken grammar',
    edits: [[lab, 'max(acc@best) <= 0.75', 'max(acc@best <= 0.75']],
    faults: ['bending/lab.yaml:17:55 Expected ); mend the expression'],
  },
  {
    name: 'a claim about a measure that does not exist',
    edits: [[lab, 'max(acc@best)', 'max(accc@best)']],
    faults: [`bending/lab.yaml:17:35 accc@best is not measured by this run; measured are ${measuredOfLine}`],
  },
  {
    name: 'a filter that matches no variant',
    edits: [[lab, 'all(loss@end[net=4] <', 'all(loss@end[net=8] <']],
    faults: ['bending/lab.yaml:18:41 loss@end[net=8] matches no variant: variants are [net=2] [net=4]'],
  },
  {
    name: 'a claim with a mistyped key',
    edits: [[lab, 'expect: "max', 'expects: "max']],
    faults: [
      'bending/lab.yaml:17:10 "expect" is missing; add it',
      'bending/lab.yaml:17:26 "expects" is not known here; did you mean "expect"?',
    ],
  },
  {
    name: 'bins that fall',
    edits: [[lab, 'bins: [0.3, 1.5]', 'bins: [1.5, 0.3]']],
    faults: ['bending/lab.yaml:14:62 "predictions.where-it-settles.bins" must rise from edge to edge'],
  },
  {
    name: 'a prediction of two minds',
    edits: [[lab, 'bins: [0.3, 1.5]', 'bins: [0.3, 1.5], lowest: [loss@end, loss@start]']],
    faults: [
      'bending/lab.yaml:14:21 "predictions.where-it-settles" must have either measure and bins, or lowest, or highest',
    ],
  },
  {
    name: 'a prediction with fewer answers than options',
    edits: [[lab, 'bins: [0.3, 1.5]', 'bins: [0.3]']],
    faults: [
      'bending/en.md:39:10 "where-it-settles" has 3 options and its prediction in lab.yaml tells 2 apart; make them equal',
      'bending/ko.md:39:10 "where-it-settles" has 3 options and its prediction in lab.yaml tells 2 apart; make them equal',
    ],
  },
  {
    name: 'a predict block without a prediction',
    edits: [[lab, '  which-width: {run: widths, lowest: ["loss@end[net=2]", "loss@end[net=4]"]}\n', '']],
    faults: ['bending/en.md:76:1 "which-width" has no prediction; add it under predictions in lab.yaml'],
  },
  {
    name: 'a prediction without a predict block',
    edits: [[lab, 'which-width: {', 'which-widht: {']],
    faults: [
      'bending/en.md:76:1 "which-width" has no prediction; add it under predictions in lab.yaml',
      'bending/lab.yaml:15:3 no predict block is called "which-widht"; did you mean "which-width"?',
    ],
  },
  {
    name: 'a question without an answer',
    edits: [[lab, '  ten-layers: 1\n', '']],
    faults: ['bending/en.md:47:1 the question "ten-layers" has no answer; add it under answers in lab.yaml'],
  },
  {
    name: 'an answer without a question',
    edits: [[lab, 'ten-layers: 1', 'ten-layer: 1']],
    faults: [
      'bending/en.md:47:1 the question "ten-layers" has no answer; add it under answers in lab.yaml',
      'bending/lab.yaml:20:3 no question is called "ten-layer"; did you mean "ten-layers"?',
    ],
  },
  {
    name: 'an answer out of range',
    edits: [[lab, 'ten-layers: 1', 'ten-layers: 3']],
    faults: [
      'bending/lab.yaml:20:15 ten-layers: the answer must be the number of the right option, from 1 to 2',
    ],
  },
  {
    name: 'answers out of range and repeated',
    edits: [[lab, '[1, 3]', '[4, 1, 1]']],
    faults: [
      'bending/lab.yaml:21:16 which-bend: 4 is no option; options count from 1 to 3',
      'bending/lab.yaml:21:22 which-bend: option 1 stands here twice; name it once',
    ],
  },
  {
    name: 'an answer of another type',
    edits: [[lab, 'the-loop: order', 'the-loop: 2']],
    faults: [
      'bending/lab.yaml:23:13 the-loop: the answer must be the word order: the options stand in the text in the right order',
    ],
  },
  {
    name: 'a number without a tolerance',
    edits: [[lab, ', tolerance: 0.01}', '}']],
    faults: [
      'bending/lab.yaml:22:13 how-many: tolerance must say how far off is still right; write 0 where only the value itself is',
    ],
  },
  {
    name: 'a claim that is not there',
    edits: [
      [en, '[[claim:stuck]] It', '[[claim:stuk]] It'],
      [ko, '[[claim:stuck]] 오', '[[claim:stuk]] 오'],
    ],
    faults: [
      'bending/en.md:9:32 there is no claim "stuk" in lab.yaml; did you mean "stuck"?',
      'bending/ko.md:9:24 there is no claim "stuk" in lab.yaml; did you mean "stuck"?',
    ],
  },
  {
    name: 'a source that is not there',
    edits: [
      [en, '[[cite:minsky-1969]]', '[[cite:minsky]]'],
      [ko, '[[cite:minsky-1969]]', '[[cite:minsky]]'],
    ],
    faults: [
      'bending/en.md:10:5 there is no source "minsky" in lab.yaml; known here: minsky-1969',
      'bending/ko.md:10:8 there is no source "minsky" in lab.yaml; known here: minsky-1969',
    ],
  },
  {
    name: 'a run block about a run that does not exist',
    edits: [
      [en, 'run=widths', 'run=width'],
      [ko, 'run=widths', 'run=width'],
    ],
    faults: [
      'bending/en.md:93:21 there is no run "width" in lab.yaml; did you mean "widths"?',
      'bending/ko.md:93:21 there is no run "width" in lab.yaml; did you mean "widths"?',
    ],
  },
  {
    name: 'evidence that does not exist',
    edits: [
      [en, 'evidence: {claim: stuck', 'evidence: {claim: stack'],
      [ko, 'evidence: {claim: stuck', 'evidence: {claim: stack'],
    ],
    faults: [
      'bending/en.md:101:19 there is no claim "stack" in lab.yaml; did you mean "stuck"?',
      'bending/ko.md:101:19 there is no claim "stack" in lab.yaml; did you mean "stuck"?',
    ],
  },
  {
    name: 'a claim that is never used',
    edits: [[lab, 'answers:', '  idle: {run: straight, expect: "1 == 1"}\nanswers:']],
    faults: ['bending/lab.yaml:19:3 the claim "idle" is never used; use it or take it out'],
  },
  {
    name: 'a source that is never used',
    edits: [[lab, 'sources:', 'sources:\n  idle: {authors: A, year: 2000, title: B, where: C}']],
    faults: ['bending/lab.yaml:29:3 the source "idle" is never used; use it or take it out'],
  },
  {
    name: 'a run that is never used',
    edits: [[lab, 'predictions:', '  idle: {kind: train, data: xor, steps: 10}\npredictions:']],
    faults: ['bending/lab.yaml:13:3 the run "idle" is never used; use it or take it out'],
  },
  {
    name: 'a language that lacks a block',
    edits: [[ko, '```question {#how-many type=number}\nask: 몇 개일까요?\nexplain: 13입니다.\n```\n\n', '']],
    faults: [
      'bending/ko.md:56:1 the question block "how-many" of en.md:65 is missing; write it after "which-bend"',
    ],
  },
  {
    name: 'a block that only the other language has',
    edits: [[en, '```question {#how-many type=number}\nask: How many?\nexplain: It is 13.\n```\n\n', '']],
    faults: [
      'bending/en.md:56:1 the question block "how-many" of ko.md:65 is missing; write it after "which-bend"',
    ],
  },
  {
    name: 'another kind of block',
    edits: [
      [
        ko,
        '```run {#see-widths run=widths}\nwatch: 둘 다 보세요.\nseen: 둘 다 내려갔습니다.\n```',
        '```open {#see-widths minutes=1}\nask: 왜?\nrubric: [둘]\nmodel: 둘\n```',
      ],
    ],
    faults: [
      'bending/ko.md:93:1 the kind of block of "see-widths" is open here and run in en.md:93; make them equal',
    ],
  },
  {
    name: 'another type of question',
    edits: [[ko, '{#which-bend type=multiple}', '{#which-bend type=single}']],
    faults: [
      'bending/ko.md:56:26 type of "which-bend" is single here and multiple in en.md:56; make them equal',
    ],
  },
  {
    name: 'another number of options',
    edits: [[ko, 'options: [유닛 2개, 유닛 4개]', 'options: [유닛 2개, 유닛 4개, 유닛 8개]']],
    faults: [
      'bending/ko.md:78:10 the number of options of "which-width" is 3 here and 2 in en.md:78; make them equal',
      'bending/ko.md:78:10 "which-width" has 3 options and its prediction in lab.yaml tells 2 apart; make them equal',
    ],
  },
  {
    name: 'another formula',
    edits: [[ko, 'max(0, x)', 'max(1, x)']],
    faults: [
      'bending/ko.md:26:3 the list of formulas of "relu-shape" is [max(1, x)] here and [max(0, x)] in en.md:26; make them equal',
    ],
  },
  {
    name: 'another run',
    edits: [[ko, '{#see-widths run=widths}', '{#see-widths run=straight}']],
    faults: [
      'bending/ko.md:93:21 run of "see-widths" is straight here and widths in en.md:93; make them equal',
    ],
  },
  {
    name: 'other evidence',
    edits: [[ko, 'evidence: {claim: stuck, cite: minsky-1969}', 'evidence: {claim: stuck}']],
    faults: [
      'bending/ko.md:101:11 evidence of "old-story" is claim: stuck here and cite: minsky-1969, claim: stuck in en.md:101; make them equal',
    ],
  },
  {
    name: 'another time',
    edits: [[ko, 'minutes: 5', 'minutes: 6']],
    faults: ['bending/ko.md:6:10 minutes is 6 here and 5 in en.md:6; make them equal'],
  },
  {
    name: 'other needs',
    edits: [['descent/ko.md', 'needs: [bending]', 'needs: []']],
    faults: ['descent/ko.md:5:8 needs is [] here and ["bending"] in en.md:5; make them equal'],
  },
  {
    name: 'a claim mark that one language lacks',
    edits: [[ko, ' [[claim:stuck]] 오래전에', ' 오래전에']],
    faults: [
      'bending/ko.md:8:1 [[claim:stuck]] of en.md:9 is missing from here to the next block; add it where it is said',
    ],
  },
  {
    name: 'a page that one language lacks',
    edits: [[ko, '### 굽은 선\n', '']],
    faults: [
      'bending/ko.md:8:1 after "start" the number of pages is 1 here and 2 in en.md:8; headings of depth 2 and 3 begin a page',
    ],
  },
  {
    name: 'blocks in another order',
    edits: [
      [
        ko,
        '{#the-loop type=order}\nask: 순서대로 놓으세요.\noptions: [순전파, 손실, 역전파, 갱신]',
        '{#how-many type=number}\nask: 몇?',
      ],
      [
        ko,
        '{#how-many type=number}\nask: 몇 개일까요?',
        '{#the-loop type=order}\nask: 순서?\noptions: [a, b, c, d]',
      ],
    ],
    faults: [
      'bending/ko.md:65:1 "the-loop" stands here and "how-many" in en.md:65; put the blocks in the same order',
    ],
  },
  {
    name: 'a lesson that is not there',
    edits: [
      ['descent/en.md', 'needs: [bending]', 'needs: [bendin]'],
      ['descent/ko.md', 'needs: [bending]', 'needs: [bendin]'],
    ],
    faults: [
      'descent/en.md:5:9 there is no lesson "bendin" in the course; did you mean "bending"?',
      'descent/ko.md:5:9 there is no lesson "bendin" in the course; did you mean "bending"?',
    ],
  },
  {
    name: 'a lesson that comes later',
    edits: [[course, '[bending, descent]', '[descent, bending]']],
    faults: [
      'descent/en.md:5:9 "bending" comes after this lesson in course.yaml; move it before, or do not need it',
      'descent/ko.md:5:9 "bending" comes after this lesson in course.yaml; move it before, or do not need it',
    ],
  },
  {
    name: 'needs in a circle',
    edits: [
      [en, 'needs: []', 'needs: [descent]'],
      [ko, 'needs: []', 'needs: [descent]'],
    ],
    faults: [
      'bending/en.md:5:9 these lessons need each other in a circle: bending needs descent needs bending; take one need out',
      'bending/ko.md:5:9 these lessons need each other in a circle: bending needs descent needs bending; take one need out',
      'descent/en.md:5:9 these lessons need each other in a circle: descent needs bending needs descent; take one need out',
      'descent/ko.md:5:9 these lessons need each other in a circle: descent needs bending needs descent; take one need out',
    ],
  },
  {
    name: 'a lesson that is not in the list',
    edits: [[course, '[bending, descent]', '[bending]']],
    faults: ['course.yaml:2:1 the folder descent is not in the list; add it, or move it out of the course'],
  },
  {
    name: 'a listed lesson without a folder',
    edits: [[course, '[bending, descent]', '[bending, descent, decent]']],
    faults: ['course.yaml:2:29 there is no folder "decent" with a lesson in it; did you mean "descent"?'],
  },
  {
    name: 'a lesson listed twice',
    edits: [[course, '[bending, descent]', '[bending, descent, bending]']],
    faults: ['course.yaml:2:29 "bending" stands here twice; name it once'],
  },
  {
    name: 'a recipe with a mistyped value in vary',
    edits: [[lab, 'vary: {net: [[2]', 'vary: {nett: [[2]']],
    faults: [
      `bending/lab.yaml:12:12 nett: a recipe of kind train has no such key; did you mean "net"? It has ${keysOfTrain}.`,
    ],
  },
  {
    name: 'a line break',
    edits: [[en, 'After the run.', 'After\\\nthe run.']],
    faults: [
      'bending/en.md:45:6 a line break inside a paragraph is not shown; begin a new paragraph, or take the spaces or the backslash off the end of the line',
    ],
  },
  {
    name: 'several marks on a continued line',
    edits: [
      [ko, '밝혀졌습니다 [[cite:minsky-1969]]', '밝혀졌습니다 [[cite:minsky-1969]] [[cite:nobody]]'],
      [en, 'ago [[cite:minsky-1969]]', 'ago [[cite:minsky-1969]] [[cite:nobody]]'],
    ],
    faults: [
      'bending/en.md:10:26 there is no source "nobody" in lab.yaml; known here: minsky-1969',
      'bending/ko.md:10:29 there is no source "nobody" in lab.yaml; known here: minsky-1969',
    ],
  },
  {
    name: 'a course without a Korean title',
    edits: [[course, ', ko: 작은 과정', '']],
    faults: ['course.yaml:1:8 "ko" is missing; add it'],
  },
  {
    name: 'a link without a full address',
    edits: [[en, 'After the run.', 'After [the](run.html) run.']],
    faults: ['bending/en.md:45:7 "run.html" is no full address; begin it with https://'],
  },
  {
    name: 'an option that is offered twice',
    edits: [[en, '{text: identity, why: It does not.}', '{text: tanh, why: It does not.}']],
    faults: ['bending/en.md:59:3 "options" must not offer the same option twice'],
  },
  {
    name: 'a drawing inside a text that is too wide',
    edits: [[en, '  - and so on', `  ~~~text\n  ${'x'.repeat(61)}\n  ~~~`]],
    faults: ['bending/en.md:89:3 this line is 61 cells wide; break it so that it has at most 60'],
  },
  {
    name: 'a mapping where a key belongs',
    edits: [[lab, 'the-loop: order', '? [the, loop]\n  : order']],
    faults: ['bending/lab.yaml:23:5 a key must be a plain word; mend the YAML here'],
  },
  {
    name: 'an alias',
    edits: [[lab, 'the-loop: order', 'the-loop: *order']],
    faults: ['bending/lab.yaml:23:13 anchors and aliases are not read; mend the YAML here'],
  },
  {
    name: 'a key that stands twice',
    edits: [[lab, 'the-loop: order', 'the-loop: order\n  ten-layers: 1']],
    faults: ['bending/lab.yaml:24:3 map keys must be unique; mend the YAML here'],
  },
  {
    name: 'a mark on an indented line',
    edits: [
      [en, '- two', '- two\n  and [[cite:nobody]]'],
      [ko, '- 둘', '- 둘\n  [[cite:nobody]]'],
    ],
    faults: [
      'bending/en.md:22:7 there is no source "nobody" in lab.yaml; known here: minsky-1969',
      'bending/ko.md:22:3 there is no source "nobody" in lab.yaml; known here: minsky-1969',
    ],
  },
  {
    name: 'a claim mark that only the other language has',
    edits: [[en, 'seen: It stays. [[claim:stuck]]', 'seen: It stays.']],
    faults: [
      'bending/en.md:34:1 [[claim:stuck]] of ko.md:41 is missing from here to the next block; add it where it is said',
    ],
  },
  {
    name: 'an answer to a question that one language has broken',
    edits: [
      [en, 'explain: They are one.\n', ''],
      [lab, 'ten-layers: 1', 'ten-layers: 3'],
    ],
    faults: [
      'bending/en.md:47:1 "explain" is missing; add it',
      'bending/lab.yaml:20:15 ten-layers: the answer must be the number of the right option, from 1 to 2',
    ],
  },
  {
    name: 'a pair without its right side',
    edits: [[en, '{left: identity, right: stays straight}', '{left: tanh}']],
    faults: ['bending/en.md:111:5 "right" is missing; add it'],
  },
  {
    name: 'the same side in two pairs',
    edits: [[en, '{left: identity, right: stays straight}', '{left: tanh, right: bends}']],
    faults: [
      'bending/en.md:110:3 "pairs" must not have the same left side twice',
      'bending/en.md:110:3 "pairs" must not have the same right side twice',
    ],
  },
  {
    name: 'a pair that one language lacks',
    edits: [
      [
        ko,
        '  - {left: identity, right: 곧습니다}\n',
        '  - {left: identity, right: 곧습니다}\n  - {left: relu, right: 꺾입니다}\n',
      ],
    ],
    faults: [
      'bending/ko.md:110:3 the number of pairs of "pairs" is 3 here and 2 in en.md:110; make them equal',
    ],
  },
  {
    name: 'an answer to pairs that is no such word',
    edits: [[lab, 'pairs: match', 'pairs: [1, 2]']],
    faults: [
      'bending/lab.yaml:24:10 pairs: the answer must be the word match: the pairs stand in the text as they are right',
    ],
  },
  {
    name: 'an accepted form without a letter',
    edits: [[lab, 'accept: [activation, 활성화]', 'accept: [activation, "!"]']],
    faults: [
      'bending/lab.yaml:25:35 one-word: an accepted form must be a text with letters or digits; put it in quotes',
    ],
  },
  {
    name: 'a row that is shorter than the columns',
    edits: [[en, '[relu, "?"]', '["?"]']],
    faults: ['bending/en.md:124:21 "rows[2]" must have 2 cells, one for each column'],
  },
  {
    name: 'a table with nothing to fill',
    edits: [[en, '[[tanh, "?"], [relu, "?"], [identity, 0]]', '[[tanh, 1], [relu, 1], [identity, 0]]']],
    faults: ['bending/en.md:124:7 "rows" must have a cell "?" for the learner to fill'],
  },
  {
    name: 'a cell to fill that stands elsewhere in the other language',
    edits: [[ko, '[[tanh, "?"], [relu, "?"], [identity, 0]]', '[[tanh, "?"], [relu, 1], [identity, "?"]]']],
    faults: [
      'bending/ko.md:124:7 the place of the cells to fill of "count-them" is [.?, .., .?] here and [.?, .?, ..] in en.md:124; make them equal',
    ],
  },
  {
    name: 'fewer numbers than cells to fill',
    edits: [[lab, 'cells: [1, 1]', 'cells: [1]']],
    faults: [
      'bending/lab.yaml:26:23 count-them: the table has 2 cells marked "?" and here stand 1 numbers; make them equal',
    ],
  },
  {
    name: 'a line that is named wrong and does not exist',
    edits: [[lab, 'which-line: 2', 'which-line: 3']],
    faults: [
      'bending/lab.yaml:27:15 which-line: the answer must be the number of the line that is wrong, from 1 to 2',
    ],
  },
  {
    name: 'a line without a why',
    edits: [[en, '{text: "  loss.backward", why: It is never called.}', '{text: "  loss.backward"}']],
    faults: ['bending/en.md:147:5 "why" is missing; add it'],
  },
  {
    name: 'a lab of a run that does not exist',
    edits: [[lab, 'slow-down: {run: straight', 'slow-down: {run: strait']],
    faults: ['bending/lab.yaml:31:20 there is no run "strait"; did you mean "straight"?'],
  },
  {
    name: 'a knob that the run does not have, and a value that its key cannot have',
    edits: [[lab, 'knobs: {lr: [0.5, 2]', 'knobs: {lrr: [0.5], lr: [0, 2]']],
    faults: [
      `bending/lab.yaml:31:54 lrr: a recipe of kind train has no such key; did you mean "lr"? It has ${keysOfTrain}.`,
      'bending/lab.yaml:31:65 lr: 0 is not allowed; it must be a number above 0 and at most 1,000,000.',
    ],
  },
  {
    name: 'a knob that has no use in the run',
    edits: [[lab, 'knobs: {lr: [0.5, 2]', 'knobs: {momentum: [0.5], lr: [0.5, 2]']],
    faults: [
      'bending/lab.yaml:31:59 momentum: it goes only with opt momentum / opt nesterov, and this recipe has opt gd.',
    ],
  },
  {
    name: 'a solution that turns what is no knob, and to what is no value of one',
    edits: [[lab, 'solution: {net: [4], lr: 2}', 'solution: {act: tanh, lr: 3}']],
    faults: [
      'bending/lab.yaml:31:134 "act" is no knob; did you mean "net"?',
      'bending/lab.yaml:31:144 "3" is no value of the knob lr; it has 0.5, 2',
    ],
  },
  {
    name: 'a goal about what the run does not measure',
    edits: [[lab, 'goal: "max(loss@end) < 0.6"', 'goal: "max(loss@step1000) < 0.6"']],
    faults: ['bending/lab.yaml:31:96 loss@step1000 lies beyond the end of the run at step 100'],
  },
  {
    name: 'a run with variants where one is to be repaired',
    edits: [[lab, 'slow-down: {run: straight', 'slow-down: {run: widths']],
    faults: ['bending/lab.yaml:31:20 the run "widths" has several variants; name one that varies nothing'],
  },
  {
    name: 'a cause that does not exist',
    edits: [[lab, 'cause: 1', 'cause: 3']],
    faults: ['bending/lab.yaml:31:37 slow-down: cause must be the number of the right one, from 1 to 2'],
  },
  {
    name: 'a lab without a run, and a run to repair without a lab',
    edits: [[lab, '  slow-down:', '  slow-dawn:']],
    faults: [
      'bending/en.md:128:1 "slow-down" has no run to repair; add it under labs in lab.yaml',
      'bending/lab.yaml:31:3 no lab block is called "slow-dawn"; did you mean "slow-down"?',
    ],
  },
  {
    name: 'no tries at all',
    edits: [[lab, 'tries: 2', 'tries: 0']],
    faults: ['bending/lab.yaml:31:86 "labs.slow-down.tries" must be at least 1'],
  },
  {
    name: 'a cause that one language lacks',
    edits: [
      [
        ko,
        '  - {text: 유닛이 모자랍니다., why: 직선에는 유닛이 없습니다.}\n',
        '  - {text: 유닛이 모자랍니다., why: 직선에는 유닛이 없습니다.}\n  - {text: 자료가 적습니다., why: 넷이면 됩니다.}\n',
      ],
    ],
    faults: [
      'bending/ko.md:131:3 the number of causes of "slow-down" is 3 here and 2 in en.md:131; make them equal',
    ],
  },
  {
    name: 'a trace without an entry',
    edits: [[lab, 'one-step: {run: straight', 'one-stop: {run: straight']],
    faults: [
      'bending/en.md:137:1 "one-step" has no step to walk; add it under traces in lab.yaml',
      'bending/lab.yaml:33:3 no trace block is called "one-stop"; did you mean "one-step"?',
    ],
  },
  {
    name: 'a trace of a run that is not there',
    edits: [[lab, 'one-step: {run: straight', 'one-step: {run: strait']],
    faults: ['bending/lab.yaml:33:19 there is no run "strait"; did you mean "straight"?'],
  },
  {
    name: 'a trace of a run with variants',
    edits: [[lab, 'one-step: {run: straight', 'one-step: {run: widths']],
    faults: [
      'bending/lab.yaml:33:19 a trace walks a run of kind train that varies nothing; name such a run.',
    ],
  },
  {
    name: 'weights that do not fill the network of a trace',
    edits: [[lab, 'weights: [2, -1, 0.5]', 'weights: [2, -1]']],
    faults: [
      'bending/lab.yaml:33:38 the network has 3 weights and biases, and here stand 2; make them equal.',
    ],
  },
  {
    name: 'a row that does not go into the network of a trace',
    edits: [[lab, 'rows: [{x: [1, 3], y: 1}]', 'rows: [{x: [1], y: 1}]']],
    faults: ['bending/lab.yaml:33:58 x must hold 2 numbers, one for each input, and holds 1.'],
  },
  {
    name: 'a blank that is no number of the step',
    edits: [[lab, 'blanks: {delta.o: 0.01', 'blanks: {delta.h: 0.01']],
    faults: ['bending/lab.yaml:33:97 "delta.h" is no number of this step; did you mean "delta.o"?'],
  },
  {
    name: 'a tolerance that is none',
    edits: [[lab, 'delta.o: 0.01', 'delta.o: -1']],
    faults: ['bending/lab.yaml:33:97 "traces.one-step.blanks.delta.o" must be 0 or more'],
  },
  {
    name: 'a hint for a number that is not filled in',
    edits: [[en, 'hint: {z.o: Multiply.}', 'hint: {z.o: Multiply., loss: Square it.}']],
    faults: [
      'bending/en.md:139:30 "loss" is not filled in here, so its hint is never shown; known here: z.o, delta.o',
      'bending/ko.md:139:7 the list of hints of "one-step" is [z.o] here and [loss, z.o] in en.md:139; make them equal',
    ],
  },
];
