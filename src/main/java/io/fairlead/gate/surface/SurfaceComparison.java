package io.fairlead.gate.surface;

import io.fairlead.gate.surface.Spot.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What breaks between two releases. Who asks may go on asking for all that was taken, without having to give more; who is told is
 * told all that was told, in the kinds that were known: a reader that was generated knows no other value of a closed set.
 */
final class SurfaceComparison {

    private static final Set<String> UPPER = Set.of("maxLength", "maximum", "maxItems");
    private static final Set<String> LOWER = Set.of("minLength", "minimum", "minItems");

    private final List<Breakage> found = new ArrayList<>();

    static List<Breakage> breakages(Surface before, Surface after) {
        var comparison = new SurfaceComparison();
        before.uses().forEach((use, places) -> {
            if (after.uses().containsKey(use)) {
                comparison.compare(use, places, after.places(use));
            } else {
                comparison.found.add(new Breakage(use, "", "is gone"));
            }
        });
        return List.copyOf(comparison.found);
    }

    private void compare(String use, Map<String, Spot> before, Map<String, Spot> after) {
        before.forEach((place, part) -> {
            var now = after.get(place);
            if (now == null) {
                var holder = Surface.holder(place);
                if (holder.isEmpty() || after.containsKey(holder)) { // Else the holder is what is gone.
                    add(use, place, part.side() == Side.ASKED ? "is no longer taken" : "is no longer told");
                }
            } else if (part.side() == Side.ASKED) {
                asked(use, place, part, now);
            } else {
                told(use, place, part, now);
            }
        });
        after.forEach((place, part) -> {
            var holder = Surface.holder(place);
            boolean isNew = !before.containsKey(place) && (holder.isEmpty() || before.containsKey(holder));
            if (isNew && part.side() == Side.ASKED && isNeeded(place, part)) {
                add(use, place, "is new and needed");
            }
        });
    }

    /** Items of a list and values of a map are there or not as the asker likes. */
    private static boolean isNeeded(String place, Spot part) {
        return !part.kinds().contains(Spot.ABSENT) && !place.endsWith("[]") && !place.endsWith(".*");
    }

    private void asked(String use, String place, Spot before, Spot now) {
        for (var kind : before.kinds()) {
            if (!now.takes(kind)) {
                add(
                        use,
                        place,
                        kind.equals(Spot.ABSENT)
                                ? "is needed now"
                                : "no longer takes " + Spot.value(kind).orElse(kind));
            }
        }
        now.limits().forEach((limit, value) -> {
            var former = before.limits().get(limit);
            if (!value.equals(former) && isNarrower(limit, former, value)) {
                add(
                        use,
                        place,
                        "has another %s: %s, was %s"
                                .formatted(limit, value, Objects.requireNonNullElse(former, "none")));
            }
        });
    }

    private void told(String use, String place, Spot before, Spot now) {
        for (var kind : now.kinds()) {
            if (!before.takes(kind)) {
                add(
                        use,
                        place,
                        switch (kind) {
                            case Spot.ABSENT -> "may be missing now";
                            case Spot.NULL -> "may be null now";
                            default -> "may be " + Spot.value(kind).orElse(kind) + " now";
                        });
            }
        }
        boolean isClosed =
                now.kinds().stream().anyMatch(kind -> Spot.value(kind).isPresent());
        before.kinds().stream()
                .filter(kind -> isClosed && Spot.value(kind).isPresent() && !now.takes(kind))
                .forEach(kind -> add(use, place, "is never " + Spot.value(kind).orElseThrow() + " any more"));
    }

    private static boolean isNarrower(String limit, @Nullable String former, String value) {
        if (former == null || !UPPER.contains(limit) && !LOWER.contains(limit)) {
            return true;
        }
        int moved = new BigDecimal(value).compareTo(new BigDecimal(former));
        return UPPER.contains(limit) ? moved < 0 : moved > 0;
    }

    private void add(String use, String place, String what) {
        found.add(new Breakage(use, place, what));
    }
}
