// Several hands play one tape, each on its share of every operation: of the rows of the batch, of the weights, of the
// channels. No number is summed by two hands, so that it has the bits that one hand alone would give it. They meet where
// one needs what another has made.

/** Words of the meeting place: hands that have come, meetings so far, hands that sleep. Each in a cache line of its own. */
const COME: usize = 0;
const MEETINGS: usize = 64;
const ASLEEP: usize = 128;

/** What the hands share now: nothing, since they have just met, or rows, weights, channels. */
const NOTHING: i32 = 0;
export const ROWS: i32 = 1;
export const WEIGHTS: i32 = 2;
export const CHANNELS: i32 = 3;

/** Looks at a meeting before a hand lies down to sleep: tens of microseconds, which is less than it takes to wake up. */
const LOOKS: i32 = 20_000;
/** A hand that has not come after so many nanoseconds does not come any more. */
const LOST: i64 = 60_000_000_000;

let hand: i32 = 0;
let hands: i32 = 1;
let place: usize = 0;
let panelBytes: usize = 0;
let roomBytes: usize = 0;
let shared: i32 = NOTHING;

/** Says which hand this one is, of how many, where they meet, and how much room each has to itself. */
export function join(which: i32, all: i32, at: usize, panel: usize, room: usize): void {
  hand = which;
  hands = all;
  place = at;
  panelBytes = panel;
  roomBytes = room;
  shared = NOTHING;
}

export function isFirst(): bool {
  return hand == 0;
}

/** Where the share of this hand begins; shares are whole fours. */
export function shareFrom(count: i32): i32 {
  return hands == 1 ? 0 : <i32>((<i64>count * hand) / hands) & ~3;
}

/** Where it ends. */
export function shareTo(count: i32): i32 {
  return hand + 1 == hands ? count : <i32>((<i64>count * (hand + 1)) / hands) & ~3;
}

/** Where the part of this hand (next: 0), or of the next one (1), begins of what need not be shared in fours. */
export function partFrom(count: i32, next: i32): i32 {
  return (count * (hand + next)) / hands;
}

/** Room for eight columns that no other hand writes to. */
export function ownPanel(panel: usize): usize {
  return panel + <usize>hand * panelBytes;
}

export function ownRoom(room: usize): usize {
  return room + <usize>hand * roomBytes;
}

/** Before work that is shared by `what`: without a meeting only where what this hand reads is its own. */
export function enter(what: i32): void {
  if (hands == 1) return;
  if (shared != NOTHING && shared != what) meet();
  shared = what;
}

/** Before work that reads what all hands have made: none begins before all have come. */
export function enterWithAll(what: i32): void {
  if (hands == 1) return;
  meet();
  shared = what;
}

/** Before work that cannot be shared; true for the hand that does it. */
export function enterAlone(): bool {
  if (hands == 1) return true;
  if (shared != NOTHING) meet();
  return hand == 0;
}

/** Behind it, and at the end. */
export function leave(): void {
  if (hands == 1) return;
  meet();
  shared = NOTHING;
}

function meet(): void {
  const meeting = atomic.load<i32>(place + MEETINGS);
  if (atomic.add<i32>(place + COME, 1) == hands - 1) {
    atomic.store<i32>(place + COME, 0);
    atomic.add<i32>(place + MEETINGS, 1);
    if (atomic.load<i32>(place + ASLEEP) > 0) atomic.notify(place + MEETINGS, hands);
    return;
  }
  for (let look = 0; look < LOOKS; look++) if (atomic.load<i32>(place + MEETINGS) != meeting) return;
  atomic.add<i32>(place + ASLEEP, 1);
  while (atomic.load<i32>(place + MEETINGS) == meeting)
    if (atomic.wait<i32>(place + MEETINGS, meeting, LOST) == AtomicWaitResult.TIMED_OUT) unreachable();
  atomic.sub<i32>(place + ASLEEP, 1);
}
