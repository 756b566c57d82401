package dev.usermedia.javascript.internal.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much of each pixel lies within polygons: exact across a line, four lines to a pixel. Parts
 * are of 256.
 */
final class Coverage {
  private static final int LINES = 4;
  static final int WHOLE = 256;

  private final List<Edge> edges = new ArrayList<>();
  private final boolean evenOdd;
  private double top = Double.POSITIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  private record Edge(double x0, double y0, double x1, double y1, int winding) {
    double at(double y) {
      return x0 + (y - y0) * (x1 - x0) / (y1 - y0);
    }
  }

  private record Crossing(double x, int winding) {}

  /**
   * Of polygons, each a list of coordinates that is closed by itself.
   *
   * @param evenOdd whether the even-odd rule applies, else the nonzero one
   */
  Coverage(List<double[]> polygons, boolean evenOdd) {
    this.evenOdd = evenOdd;
    for (double[] points : polygons) {
      for (int i = 0; i < points.length; i += 2) {
        int next = (i + 2) % points.length;
        add(points[i], points[i + 1], points[next], points[next + 1]);
      }
    }
  }

  private void add(double x0, double y0, double x1, double y1) {
    if (y0 < y1) {
      edges.add(new Edge(x0, y0, x1, y1, 1));
    } else if (y1 < y0) {
      edges.add(new Edge(x1, y1, x0, y0, -1));
    }
    top = Math.min(top, Math.min(y0, y1));
    bottom = Math.max(bottom, Math.max(y0, y1));
  }

  /** The first row that may be covered, in a picture of so many. */
  int firstRow(int height) {
    return (int) Math.max(0, Math.min(height, Math.floor(top)));
  }

  /** The row after the last that may be covered. */
  int endRow(int height) {
    return (int) Math.max(0, Math.min(height, Math.ceil(bottom)));
  }

  /** Writes the parts of a row's pixels; whether any is covered. */
  boolean row(int y, int[] parts) {
    Arrays.fill(parts, 0);
    boolean any = false;
    for (int line = 0; line < LINES; line++) {
      double at = y + (line + 0.5) / LINES;
      List<Crossing> crossings = new ArrayList<>();
      for (Edge edge : edges) {
        if (edge.y0 <= at && at < edge.y1) {
          crossings.add(new Crossing(edge.at(at), edge.winding));
        }
      }
      crossings.sort(Comparator.comparingDouble(Crossing::x));
      int winding = 0;
      for (int i = 0; i + 1 < crossings.size(); i++) {
        winding += crossings.get(i).winding;
        if (evenOdd ? (i & 1) == 0 : winding != 0) {
          any |= span(crossings.get(i).x, crossings.get(i + 1).x, parts);
        }
      }
    }
    return any;
  }

  private static boolean span(double from, double to, int[] parts) {
    double left = Math.max(0, from);
    double right = Math.min(parts.length, to);
    if (left >= right) {
      return false;
    }
    int weight = WHOLE / LINES;
    int first = (int) left;
    int last = (int) Math.min(parts.length - 1.0, right);
    if (first == last) {
      parts[first] = Math.min(WHOLE, parts[first] + (int) Math.round((right - left) * weight));
      return true;
    }
    parts[first] = Math.min(WHOLE, parts[first] + (int) Math.round((first + 1 - left) * weight));
    for (int x = first + 1; x < last; x++) {
      parts[x] += weight;
    }
    parts[last] = Math.min(WHOLE, parts[last] + (int) Math.round((right - last) * weight));
    return true;
  }
}
