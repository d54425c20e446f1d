package io.fairlead.simulation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.funding.event.FundsReserved;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.simulation.World;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** A right history in which faults are planted, one at a time. */
abstract class PlantedFaults {

    static final BigDecimal CENT = new BigDecimal("0.0100");

    final List<Recorded> right;

    PlantedFaults(List<Recorded> right) {
        this.right = right;
    }

    static void assertSeen(String sentence, List<Recorded> wrong) {
        assertThat(Rules.broken(wrong)).anyMatch(told -> told.contains(sentence));
    }

    final <T extends SpecificRecord> List<Recorded> changed(Class<T> type, UnaryOperator<T> change) {
        var target = first(type);
        return replaced(target, change.apply(type.cast(target.event())));
    }

    final List<Recorded> replaced(Recorded target, SpecificRecord event) {
        return replaced(right, target, event);
    }

    static List<Recorded> replaced(List<Recorded> history, Recorded target, SpecificRecord event) {
        return history.stream()
                .map(each -> each == target ? new Recorded(each.position(), each.stream(), event) : each)
                .toList();
    }

    final List<Recorded> without(Recorded target) {
        return right.stream().filter(each -> each != target).toList();
    }

    final List<Recorded> with(long after, String stream, SpecificRecord event) {
        var events = new ArrayList<>(right);
        events.add((int) after, new Recorded(after, stream, event));
        return events;
    }

    final Recorded last(Class<?> type) {
        return right.stream()
                .filter(each -> type.isInstance(each.event()))
                .toList()
                .getLast();
    }

    final Recorded first(Class<?> type) {
        return first(right, type::isInstance);
    }

    static Recorded first(List<Recorded> history, Predicate<Object> wanted) {
        return history.stream()
                .filter(each -> wanted.test(each.event()))
                .findFirst()
                .orElseThrow();
    }

    /** A right history without caps in which all of that happens. What one test alone needs it asks for: few have everything. */
    @SafeVarargs
    static List<Recorded> uncapped(Class<? extends SpecificRecord>... needed) {
        return uncapped(facts ->
                Stream.of(needed).allMatch(type -> facts.each(type).findAny().isPresent()));
    }

    static List<Recorded> uncapped(Predicate<Facts> wanted) {
        return history(facts -> facts.each(FundsReserved.class).findAny().isEmpty()
                && wanted.test(facts)
                && Rules.broken(facts.events()).isEmpty());
    }

    /** Given up before it was billed; a credit gives up what was. */
    static boolean isUnbilled(TimeWrittenOff given) {
        return given.getCreditNoteId() == null;
    }

    static List<Recorded> history(Predicate<Facts> wanted) {
        return history(1, wanted);
    }

    /**
     * The same from a seed on: for what hardly any history has. When lives have changed so that it has nothing any more, the search
     * goes on behind it.
     */
    static List<Recorded> history(long first, Predicate<Facts> wanted) {
        var world = new World();
        for (long seed = first; ; seed++) {
            var facts = new Facts(world.live(seed).events());
            if (wanted.test(facts)) {
                return facts.events();
            }
        }
    }
}
