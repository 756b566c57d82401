package dev.usermedia.webaudio.internal.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * In which order processors are rendered: each after those that lead to it. Cycles are strongly
 * connected components, found by Tarjan's algorithm, which comes upon components in that very
 * order.
 */
final class Ordering {
  private final Predicate<Processor> isCut;
  private final Consumer<List<Processor>> component;
  private final Map<Processor, Visit> visits = new HashMap<>();
  private final Deque<Visit> open = new ArrayDeque<>();

  private static final class Visit {
    final Processor processor;
    final List<Processor> before;
    final int number;
    int lowest;
    int next;
    boolean isOpen = true;

    Visit(Processor processor, List<Processor> before, int number) {
      this.processor = processor;
      this.before = before;
      this.number = number;
      this.lowest = number;
    }
  }

  /**
   * An ordering.
   *
   * @param isCut of which processors nothing is taken to lead to them
   * @param component told of each component, those that lead to others first
   */
  private Ordering(Predicate<Processor> isCut, Consumer<List<Processor>> component) {
    this.isCut = isCut;
    this.component = component;
  }

  /**
   * The order. Delays that are part of a cycle are told to pass on what they hold before they take
   * what is new; processors of a cycle without a delay are muted.
   *
   * @see <a href="https://webaudio.github.io/web-audio-api/#rendering-loop">Web Audio API,
   *     Rendering an audio graph</a>
   */
  static List<Processor> of(List<Processor> processors) {
    new Ordering(
            processor -> false,
            members -> {
              boolean cycle = isCycle(members, processor -> false);
              for (Processor member : members) {
                if (member instanceof DelayProcessor delay) {
                  delay.inCycle(cycle);
                }
              }
            })
        .visit(processors);
    Predicate<Processor> isCut = it -> it instanceof DelayProcessor delay && delay.isInCycle();
    List<Processor> order = new ArrayList<>();
    new Ordering(
            isCut,
            members -> {
              boolean cycle = isCycle(members, isCut);
              members.forEach(member -> member.muted(cycle));
              order.addAll(members);
            })
        .visit(processors);
    return order;
  }

  private static boolean isCycle(List<Processor> members, Predicate<Processor> isCut) {
    Processor first = members.getFirst();
    return members.size() > 1 || (!isCut.test(first) && leadingTo(first).contains(first));
  }

  private void visit(List<Processor> processors) {
    for (Processor processor : processors) {
      if (!visits.containsKey(processor)) {
        visitFrom(processor);
      }
    }
  }

  private void visitFrom(Processor root) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(enter(root));
    while (!path.isEmpty()) {
      Visit visit = path.element();
      if (visit.next < visit.before.size()) {
        Processor before = visit.before.get(visit.next++);
        Visit known = visits.get(before);
        if (known == null) {
          path.push(enter(before));
        } else if (known.isOpen) {
          visit.lowest = Math.min(visit.lowest, known.number);
        }
      } else {
        path.remove();
        if (!path.isEmpty()) {
          Visit behind = path.element();
          behind.lowest = Math.min(behind.lowest, visit.lowest);
        }
        if (visit.lowest == visit.number) {
          component.accept(close(visit));
        }
      }
    }
  }

  private Visit enter(Processor processor) {
    List<Processor> before = isCut.test(processor) ? List.of() : leadingTo(processor);
    Visit visit = new Visit(processor, before, visits.size());
    visits.put(processor, visit);
    open.push(visit);
    return visit;
  }

  private List<Processor> close(Visit last) {
    List<Processor> members = new ArrayList<>();
    Visit member;
    do {
      member = open.pop();
      member.isOpen = false;
      members.add(member.processor);
    } while (member.number != last.number);
    return members;
  }

  private static List<Processor> leadingTo(Processor processor) {
    List<Processor> before = new ArrayList<>();
    for (Input input : processor.inputs()) {
      input.connections().forEach(output -> before.add(output.owner()));
    }
    for (ParamProcessor param : processor.params()) {
      param.input().connections().forEach(output -> before.add(output.owner()));
    }
    return before;
  }
}
