/* What part of time is in sight on the plane: which days stand where, in pixels. */
import { iso, ofMonth, year } from "../shared/days.js";
import { LEVELS } from "./layout.js";

/** @import { Entry } from "./entries.js" */

/** How wide the lanes' names are, which stay at the left; on a phone less, as in the stylesheet. */
const NAMES = 148, NARROW = 84, PHONE = "(max-width: 37.49em)";
/** What is kept free on either side where all is to be seen. */
const EDGE = 60;

export class View {
  /**
   * Whole years around all entries and today; at first the last day is at the centre.
   * @param {Entry[]} entries
   * @param {number} today
   */
  constructor(entries, today) {
    const days = entries.flatMap(({ first, last }) => [first, last - 1]).filter(Number.isFinite);
    this.first = ofMonth(year(Math.min(...days)), 0);
    this.last = ofMonth(year(Math.max(today, ...days)) + 1, 0);
    this.level = LEVELS[0];
    /** The day at the centre. */
    this.at = this.last;
    this.gutter = NAMES;
    /** The size of the region that scrolls, and how far it is scrolled. */
    this.across = 0;
    this.tall = 0;
    this.left = 0;
    this.top = 0;
  }

  /* How wide names are now. */
  measureGutter() { this.gutter = matchMedia(PHONE).matches ? NARROW : NAMES; }

  /** The day at the centre as the address tells it: a whole one. */
  get told() { return Math.floor(this.at); }

  get visible() { return this.across > 0; }

  get width() { return Math.max(0, this.across - this.gutter); }

  /** The centre, in pixels from the left of the region; half a view of room on either side lets any day be there. */
  get middle() { return this.gutter + this.width / 2; }

  /**
   * Pixels from the left of the field.
   * @param {number} day
   */
  x(day) { return this.middle + (day - this.first) * this.level.perDay; }

  /** @param {number} x */
  dayAt(x) { return this.first + this.off(x); }

  /**
   * How many days lie between the centre and x pixels from the left of the region.
   * @param {number} x
   */
  off(x) { return (x - this.middle) / this.level.perDay; }

  /** @param {number} x */
  under(x) { return this.at + this.off(x); }

  /** The days at the left and right edge. */
  get span() {
    const half = this.width / 2 / this.level.perDay;
    return [this.at - half, this.at + half];
  }

  /**
   * Takes the nearest step of zoom at which days fit; the latest are in sight.
   * @param {number[]} days in order
   * @param {boolean} whole whether the first twentieth is not to be left out, if it fits too
   */
  fitTo(days, whole) {
    const room = this.free, to = days[days.length - 1] ?? this.last;
    const most = days[Math.floor(days.length / 20)] ?? this.first, first = days[0] ?? this.first;
    const from = whole && this.near(to - first) ? first : most;
    this.level = this.near(to - from) ?? LEVELS[0];
    const half = room / 2 / this.level.perDay; // what does not fit is read from its beginning
    this.at = to - from < 2 * half ? (from + to) / 2 : from + half;
  }

  /** How many pixels there are for what is to be seen whole. */
  get free() { return Math.max(1, this.width - 2 * EDGE); }

  /**
   * The nearest step of zoom at which so many days fit, if there is one.
   * @param {number} days
   */
  near(days) { return LEVELS.filter(({ perDay }) => days * perDay <= this.free).pop(); }

  /**
   * Takes the nearest step of zoom at which a span fits, and puts it in the middle.
   * @param {number} from
   * @param {number} to
   */
  fitSpan(from, to) {
    this.level = this.near(to - from) ?? LEVELS[0];
    this.at = (from + to) / 2;
  }

  /** What is in sight: years, or years and months. */
  inWords() {
    const [left, right] = this.span.map((day) => iso(day, this.level.lower > 1 ? 4 : 7));
    return left === right ? left : `${left} to ${right}`;
  }
}
