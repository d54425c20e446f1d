package io.fairlead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.fairlead.House.MAIN;
import static io.fairlead.HouseRules.inModule;
import static io.fairlead.HouseRulesTest.assertRed;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.fairlead.cli.Fairlead;
import io.fairlead.planted.ForeignUse;
import io.fairlead.planted.ForgottenApi;
import io.fairlead.planted.ForgottenCommand;
import io.fairlead.planted.ForgottenQuery;
import io.fairlead.planted.WhenSomethingThenForget;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is alive only because it stands in a list stands in it, and a planted one that does not is seen. */
class HouseWiringTest {

    @Test
    void every_aggregate_is_registered() throws ReflectiveOperationException {
        classes()
                .that(inModule("domain"))
                .should(WiringRules.beRegistered(registered()))
                .check(MAIN);
    }

    @Test
    void an_aggregate_that_nobody_registered_is_seen() throws ReflectiveOperationException {
        assertRed(WiringRules.beRegistered(registered()), ForeignUse.class, "ForeignUse is not registered");
    }

    @Test
    void every_process_is_wired() {
        classes().should(WiringRules.beWired()).check(MAIN);
        assertThat(MAIN.stream().filter(WiringRules::isProcess)).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void a_process_that_nobody_runs_is_seen() {
        assertRed(WiringRules.beWired(), WhenSomethingThenForget.class, "WhenSomethingThenForget is run by nobody");
    }

    @Test
    void every_query_is_a_bean() {
        classes()
                .that(inModule("projections"))
                .should(WiringRules.beBeans(beans()))
                .check(MAIN);
        assertThat(MAIN.stream().filter(WiringRules::isQuery)).hasSizeGreaterThanOrEqualTo(23);
    }

    @Test
    void a_query_that_is_no_bean_is_seen() {
        assertRed(WiringRules.beBeans(beans()), ForgottenQuery.class, "ForgottenQuery is no bean");
    }

    @Test
    void every_api_package_is_scanned() {
        classes()
                .that()
                // The sandbox is an application of its own; RegistryConfiguration imports the registry's.
                .resideOutsideOfPackages("io.fairlead.registry..", "io.fairlead.sandbox..")
                .should(WiringRules.beScanned())
                .check(MAIN);
        assertThat(MAIN.get("io.fairlead.time.api.TimeEntryApi")
                        .isAnnotatedWith("org.springframework.web.bind.annotation.RestController"))
                .isTrue();
    }

    @Test
    void every_controller_of_the_registry_is_imported() {
        var imported = WiringRules.imported(Stream.of(MAIN.get("io.fairlead.registry.RegistryConfiguration")));
        var controllers = MAIN.stream()
                .filter(type -> type.getPackageName().startsWith("io.fairlead.registry"))
                .filter(type -> type.isAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                        || type.isAnnotatedWith("org.springframework.web.bind.annotation.RestControllerAdvice"))
                .map(JavaClass::getName)
                .toList();
        assertThat(controllers).hasSizeGreaterThan(3);
        assertThat(imported)
                .as("what the registry's configuration imports: add to its @Import what is missing")
                .containsAll(controllers);
    }

    @Test
    void an_api_that_nobody_scans_is_seen() {
        assertRed(WiringRules.beScanned(), ForgottenApi.class, "ForgottenApi is scanned by nobody");
    }

    @Test
    void every_command_line_is_a_command_of_fairlead() {
        classes().should(WiringRules.beCommands(Fairlead.commandLine())).check(MAIN);
    }

    @Test
    void a_command_line_that_fairlead_does_not_know_is_seen() {
        assertRed(
                WiringRules.beCommands(Fairlead.commandLine()),
                ForgottenCommand.class,
                "ForgottenCommand is no command of fairlead");
    }

    private static Set<String> registered() throws ReflectiveOperationException {
        Field list = Class.forName("io.fairlead.app.wiring.CommandSide").getDeclaredField("AGGREGATES");
        list.setAccessible(true);
        return ((List<?>) list.get(null))
                .stream().map(type -> ((Class<?>) type).getName()).collect(Collectors.toSet());
    }

    private static Set<String> beans() {
        return WiringRules.imported(
                MAIN.stream().filter(type -> type.getPackageName().equals("io.fairlead.app.wiring")));
    }
}
