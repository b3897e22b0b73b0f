import { useState } from 'react';
import { cellsOf } from '../../questions/table.ts';
import type { Press } from '../key-press.ts';
import type { Reader } from '../reader.ts';
import { editField, fieldOf, type TextField } from '../text-field.ts';

/** The field of a question whose answer is typed: a number, the cell of a table under the cursor, or words, which can be paused so that letters are keys again. */
export function useAnswerField({ step, stage, send }: Reader) {
  const kind = step.type === 'question' ? step.kind : step.type === 'trace' ? 'number' : 'single';
  const cells = stage.type === 'answering' && kind === 'table' ? linesOf(stage.text, stage.cursor) : null;
  const at = stage.type === 'answering' ? stage.cursor : 0;
  const isOpen = stage.type === 'answering' || stage.type === 'tracing';
  const text = !isOpen ? '' : cells ? (cells[at] ?? '') : stage.text;
  const [edited, setField] = useState<TextField & { readonly cell?: number }>(fieldOf(text));
  const cell = stage.type === 'answering' && cells ? stage.cursor : 0;
  const isSame = edited.text === text && (edited.cell ?? 0) === cell;
  const field = isSame ? edited : fieldOf(text);
  const [isPaused, setPaused] = useState(false);
  const change = (next: TextField) => {
    setField({ ...next, cell });
    const whole = cells ? cells.with(cell, next.text).join('\n') : next.text;
    if (next.text !== text) send({ type: 'text-edited', text: whole });
    return true;
  };
  const onPress = (press: Press) => {
    if (!isOpen) return false;
    if (kind === 'short') {
      const next = isPaused ? null : editField(field, inOneLine(press));
      return next ? change(next) : false;
    }
    if (kind !== 'number' && kind !== 'table') return false;
    // A syllable that was composed is text in the wrong place, and not the keys that it is made of.
    if (/[가-힣]/.test(press.text)) return true;
    // One backspace too many is no wish to leave, nor is a step aside in an empty cell.
    if (field.text === '' && (press.key === 'backspace' || (kind === 'table' && isSideways(press))))
      return true;
    // No number begins with a stroke: there it asks for the search.
    if (press.text === '/' && field.text === '') return false;
    const isNumber = NUMBER.test(press.text) && press.key !== 'space' && press.key !== 'enter';
    const isEditing = press.text === '' && field.text !== '' && EDITING.has(press.key);
    const next = isNumber || isEditing ? editField(field, inOneLine(press)) : null;
    return next ? change(next) : false;
  };
  return { field, isPaused, setPaused, onPress };
}

const NUMBER = /^[\d０-９.,+\-−–eE/%\s]+$/;

const EDITING = new Set([
  'backspace',
  'left',
  'right',
  'home',
  'end',
  'ctrl+u',
  'ctrl+w',
  'ctrl+a',
  'ctrl+e',
]);

function isSideways({ key }: Press): boolean {
  return key === 'left' || key === 'right';
}

/** As many lines as reach to the cursor at least. */
function linesOf(text: string, cursor: number): readonly string[] {
  return cellsOf(text, Math.max(cursor + 1, text.split('\n').length));
}

/** An answer has one line: what was pasted over several is joined. */
function inOneLine(press: Press): Press {
  if (press.key === 'alt+enter') return { key: 'space', text: ' ' };
  return { ...press, text: press.text.replace(/\s*\n\s*/g, ' ') };
}
