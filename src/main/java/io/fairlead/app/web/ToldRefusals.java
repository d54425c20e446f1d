package io.fairlead.app.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * What is told of the refusals of one file: the first of them by their place in it, and how many there are of each kind, so that
 * neither memory nor answer grows with the file. For one thread.
 */
public final class ToldRefusals<R> {

    /** Refusals that are told one by one. */
    public static final int FIRST_MAX = 1_000;

    static final int KINDS_MAX = 100;
    private static final String OTHERS = "others";

    private final PriorityQueue<Placed<R>> first =
            new PriorityQueue<>(Comparator.comparingLong((Placed<R> each) -> each.place())
                    .thenComparingInt(Placed::order)
                    .reversed());
    private final TreeMap<String, RefusedKind> kinds = new TreeMap<>();
    private int count;

    private record Placed<R>(long place, int order, R refusal) {}

    /**
     * How many were refused for one reason.
     *
     * @param field the column or field at fault, without places in lists
     */
    @Schema(name = "RefusedKind")
    public record RefusedKind(String code, String field, int count) {

        private RefusedKind oneMore() {
            return new RefusedKind(code, field, count + 1);
        }
    }

    /** @param place in the file, by which the first are told */
    public void add(long place, String code, String field, R refusal) {
        first.add(new Placed<>(place, count++, refusal));
        if (first.size() > FIRST_MAX) {
            first.remove(); // The last by its place.
        }
        var name = field.replaceAll("\\[[0-9]+]", "[]");
        var isKnown = kinds.containsKey(code + " " + name) || kinds.size() < KINDS_MAX;
        var kept = isKnown ? name : OTHERS;
        kinds.merge(code + " " + kept, new RefusedKind(code, kept, 1), (before, _) -> before.oneMore());
    }

    /** Of all, told or not. */
    public int count() {
        return count;
    }

    /** Of all kinds, the most frequent first. */
    public List<RefusedKind> kinds() {
        return kinds.values().stream()
                .sorted(Comparator.comparingInt(RefusedKind::count).reversed())
                .toList();
    }

    /** By place, {@value #FIRST_MAX} at most. */
    public List<R> first() {
        var all = new ArrayList<>(first);
        all.sort(Comparator.comparingLong((Placed<R> each) -> each.place()).thenComparingInt(Placed::order));
        return all.stream().map(Placed::refusal).toList();
    }
}
