package io.fairlead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.fairlead.planted.PrintingCommand;
import java.io.PrintStream;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever commands tell goes through the places that escape controls and guard cells. */
class HouseTerminalTest {

    /** Output and progress of commands; a script of our own; what children of a campaign say to their parent. */
    private static final Set<String> MAY_PRINT = Set.of(
            "io.fairlead.cli.Output",
            "io.fairlead.cli.Progress",
            "io.fairlead.cli.Completion",
            "io.fairlead.faults.Intruder",
            "io.fairlead.faults.LoadNode",
            "io.fairlead.faults.RaceNode");

    @Test
    void commands_print_through_output_alone() {
        classes()
                .that()
                .resideInAnyPackage(
                        "io.fairlead.cli..",
                        "io.fairlead.launch..",
                        "io.fairlead.bench..",
                        "io.fairlead.demo..",
                        "io.fairlead.faults..",
                        "io.fairlead.gate..")
                .should(notPrint())
                .because("text from outside moves cursors and becomes formulas: print through Output and Table")
                .check(House.MAIN);
    }

    @Test
    void a_class_that_prints_by_itself_is_seen() {
        var events = ConditionEvents.Factory.create();
        notPrint()
                .check(
                        new ClassFileImporter()
                                .importClasses(PrintingCommand.class)
                                .get(PrintingCommand.class),
                        events);
        assertThat(events.getViolating()).hasSize(2);
    }

    private static ArchCondition<JavaClass> notPrint() {
        return new ArchCondition<>("not print by itself") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (MAY_PRINT.contains(type.getName())) {
                    return;
                }
                Stream.<Set<? extends JavaAccess<?>>>of(
                                type.getMethodCallsFromSelf(), type.getMethodReferencesFromSelf())
                        .flatMap(Set::stream)
                        .filter(call -> call.getTargetOwner().isEquivalentTo(PrintStream.class)
                                && call.getName().matches("print|println|printf|format|append|write"))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
            }
        };
    }
}
