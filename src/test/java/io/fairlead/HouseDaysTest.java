package io.fairlead;

import static io.fairlead.House.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.Happened;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;

/** Each day of each command says whether it tells of what happened, so that no new one is taken from far ahead. */
class HouseDaysTest {

    private record Planted(
            @Happened LocalDate on,
            LocalDate until,
            @Foreseen @Happened LocalDate both,
            Part part) {

        private record Part(LocalDate due) {}
    }

    @Test
    void every_day_of_a_command_is_of_a_fact_or_foreseen() {
        assertThat(MAIN.stream().filter(HouseDaysTest::isCommand).flatMap(type -> unsaid(type.reflect()).stream()))
                .isEmpty();
    }

    @Test
    void commands_are_found() {
        assertThat(MAIN.stream().filter(HouseDaysTest::isCommand).count()).isGreaterThan(120);
    }

    @Test
    void a_day_that_says_nothing_or_both_is_seen() {
        assertThat(unsaid(Planted.class)).containsExactly("Planted.until", "Planted.both", "Part.due");
    }

    private static boolean isCommand(JavaClass type) {
        return type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(TargetAggregateIdentifier.class));
    }

    /** Of the record and those written within it. */
    private static List<String> unsaid(Class<?> type) {
        var unsaid = new ArrayList<String>();
        if (type.isRecord()) {
            Stream.of(type.getRecordComponents())
                    .filter(component -> component.getType() == LocalDate.class)
                    .filter(component -> isSaid(component, Happened.class) == isSaid(component, Foreseen.class))
                    .forEach(component -> unsaid.add(type.getSimpleName() + "." + component.getName()));
        }
        Arrays.stream(type.getDeclaredClasses()).forEach(within -> unsaid.addAll(unsaid(within)));
        return unsaid;
    }

    private static boolean isSaid(RecordComponent component, Class<? extends Annotation> what) {
        return component.isAnnotationPresent(what);
    }
}
