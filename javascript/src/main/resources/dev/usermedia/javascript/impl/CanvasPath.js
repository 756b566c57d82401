"use strict";
// Paths of a canvas as lines, in the coordinates of its picture: https://html.spec.whatwg.org/#building-paths
(function (agent) {
  const STEPS = 24; // lines of a curve, and of a whole turn twice as many

  agent.shared.CanvasPath = class CanvasPath {
    #subpaths = [];
    // The transformation maps a point as it is added.
    constructor(transform) {
      this.transform = transform;
    }
    get #last() { return this.#subpaths.at(-1); }
    moveTo(x, y) {
      if (Number.isFinite(x) && Number.isFinite(y)) this.#subpaths.push({ points: [[x, y, ...this.transform(x, y)]], closed: false });
    }
    lineTo(x, y) {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return;
      if (!this.#last) this.moveTo(x, y);
      else this.#last.points.push([x, y, ...this.transform(x, y)]);
    }
    closePath() {
      if (!this.#last || this.#last.points.length < 2) return;
      const [x, y] = this.#last.points[0];
      this.#last.closed = true;
      this.moveTo(x, y);
    }
    rect(x, y, width, height) {
      this.moveTo(x, y);
      this.lineTo(x + width, y);
      this.lineTo(x + width, y + height);
      this.lineTo(x, y + height);
      this.closePath();
    }
    #curve(at) { for (let i = 1; i <= STEPS; i++) this.lineTo(...at(i / STEPS)); }
    quadraticCurveTo(cx, cy, x, y) {
      if (!this.#last) this.moveTo(cx, cy);
      const [x0, y0] = this.#last.points.at(-1);
      this.#curve((t) => [x0, y0].map((from, i) => (1 - t) ** 2 * from + 2 * t * (1 - t) * [cx, cy][i] + t * t * [x, y][i]));
    }
    bezierCurveTo(ax, ay, bx, by, x, y) {
      if (!this.#last) this.moveTo(ax, ay);
      const [x0, y0] = this.#last.points.at(-1);
      this.#curve((t) => [x0, y0].map((from, i) =>
        (1 - t) ** 3 * from + 3 * t * (1 - t) ** 2 * [ax, ay][i] + 3 * t * t * (1 - t) * [bx, by][i] + t ** 3 * [x, y][i]));
    }
    ellipse(x, y, radiusX, radiusY, rotation, from, to, counterclockwise) {
      const turn = 2 * Math.PI;
      let sweep = to - from;
      if (counterclockwise ? sweep <= -turn : sweep >= turn) sweep = counterclockwise ? -turn : turn;
      else sweep = counterclockwise ? -(((-sweep) % turn + turn) % turn) : (sweep % turn + turn) % turn;
      const count = Math.max(2, Math.ceil(Math.abs(sweep) / turn * 2 * STEPS));
      for (let i = 0; i <= count; i++) {
        const angle = from + sweep * i / count;
        const along = radiusX * Math.cos(angle), across = radiusY * Math.sin(angle);
        this.lineTo(x + along * Math.cos(rotation) - across * Math.sin(rotation), y + along * Math.sin(rotation) + across * Math.cos(rotation));
      }
    }

    // What is filled, as lists of coordinates.
    polygons() { return this.#subpaths.filter((it) => it.points.length > 2).map((it) => it.points.flatMap(([, , x, y]) => [x, y])); }
    // What a line of a width along the path covers: a rectangle for each piece, as long as half the width beyond its ends
    // where pieces meet, so that corners are filled.
    outlines(width, transform) {
      const out = [];
      for (const { points, closed } of this.#subpaths) {
        const all = closed ? [...points, points[0]] : points;
        for (let i = 1; i < all.length; i++) {
          const [x0, y0] = all[i - 1], [x1, y1] = all[i];
          const length = Math.hypot(x1 - x0, y1 - y0);
          if (length === 0) continue;
          const ux = (x1 - x0) / length * width / 2, uy = (y1 - y0) / length * width / 2;
          const before = closed || i > 1 ? 1 : 0, after = closed || i < all.length - 1 ? 1 : 0;
          const [ax, ay, bx, by] = [x0 - ux * before, y0 - uy * before, x1 + ux * after, y1 + uy * after];
          const corners = [[ax - uy, ay + ux], [bx - uy, by + ux], [bx + uy, by - ux], [ax + uy, ay - ux]];
          out.push(corners.flatMap(([x, y]) => transform(x, y)));
        }
      }
      return out;
    }
  };
});
