const CELL = { width: 8.4, height: 17 };
const GROUND = '#14161a';
const TEXT = '#d8dade';
const EDGE = 12;

/** A film of a screen as one SVG: every row holds each of its states for as long as it stood, over and over. */
export function recordingSvg(frames, { title, columns, rows, seconds }) {
  const [width, height] = [columns * CELL.width + 2 * EDGE, rows * CELL.height + 2 * EDGE];
  const states = Array.from({ length: rows }, (_, y) => rowStates(frames, y, seconds)).flat();
  const styles = states.map(({ from, to }, k) => keyframes(k, from / seconds, to / seconds));
  const bodies = states.map(
    ({ y, cells, from, to }, k) =>
      `<g${from === 0 && to === seconds ? '' : ` class="s" style="animation-name:k${k}"`}>${drawRow(cells, y)}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${title}</title>
<style>text{font:14px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre;fill:${TEXT}}.s{visibility:hidden;animation:${seconds}s step-end infinite}${styles.join('')}</style>
<rect width="${width}" height="${height}" rx="8" fill="${GROUND}"/>
${bodies.join('\n')}
</svg>
`;
}

/** What a row shows in turn, with the moments between which it does. */
function rowStates(frames, y, seconds) {
  const states = [];
  for (const { at, cells } of frames) {
    const key = JSON.stringify(cells[y]);
    if (states.at(-1)?.key === key) continue;
    const last = states.at(-1);
    if (last) last.to = at;
    states.push({ key, y, cells: cells[y], from: states.length === 0 ? 0 : at, to: seconds });
  }
  return states.filter(({ cells }) => cells.some(({ text, bg }) => text !== ' ' || bg !== null));
}

function keyframes(k, from, to) {
  if (from === 0 && to === 1) return '';
  const percent = (share) => `${(100 * share).toFixed(2)}%`;
  const shown =
    from === 0 ? '0%{visibility:visible}' : `0%{visibility:hidden}${percent(from)}{visibility:visible}`;
  return `@keyframes k${k}{${shown}${to < 1 ? `${percent(to)}{visibility:hidden}` : ''}}`;
}

function drawRow(cells, y) {
  const top = EDGE + y * CELL.height;
  return runsOf(cells)
    .map(({ text, x, width, fg, bg, isBold, isDim }) => {
      const [left, span] = [EDGE + x * CELL.width, width * CELL.width];
      const box = (at, high, fill) =>
        `<rect x="${round(left)}" y="${round(at)}" width="${round(span + 0.3)}" height="${high}" fill="${fill}"/>`;
      const ground = bg === null ? '' : box(top, CELL.height, color(bg));
      if (text.trim() === '') return ground;
      // Half blocks are drawn, since fonts leave gaps between them.
      if (/^▀+$/.test(text)) return ground + box(top, CELL.height / 2, fg === null ? TEXT : color(fg));
      const look = `${fg === null ? '' : ` style="fill:${color(fg)}"`}${isBold ? ' font-weight="bold"' : ''}${isDim ? ' opacity=".6"' : ''}`;
      return `${ground}<text x="${round(left)}" y="${round(top + 13)}" textLength="${round(span)}" lengthAdjust="spacingAndGlyphs"${look}>${escaped(text)}</text>`;
    })
    .join('');
}

function runsOf(cells) {
  const runs = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const isAlike =
      last &&
      ['fg', 'bg', 'isBold', 'isDim'].every((key) => last[key] === cell[key]) &&
      (last.text === '▀'.repeat(last.width)) === (cell.text === '▀');
    if (isAlike) {
      last.text += cell.text;
      last.width += cell.width;
    } else runs.push({ ...cell });
  }
  return runs;
}

function color(rgb) {
  return `#${rgb.toString(16).padStart(6, '0')}`;
}

function round(value) {
  return Number(value.toFixed(1));
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
