package io.fairlead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.fairlead.HouseRules.inModule;
import static io.fairlead.HouseRules.moduleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import io.fairlead.planted.DecidingLookup;
import io.fairlead.planted.ForeignUse;
import io.fairlead.planted.HiddenClock;
import io.fairlead.planted.NamelessApproval;
import io.fairlead.planted.PriceHelper;
import io.fairlead.planted.RefusingEvents;
import io.fairlead.planted.WhenSomethingThenForget;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house holds its own rules, and each rule turns red on a planted fault. */
class HouseRulesTest {

    private static final Pattern WITH_CLOCK =
            Pattern.compile("io\\.fairlead\\.(app|store|launch|cli|sandbox|registry|demo|faults|bench|gate)(\\..*)?");
    private static final JavaClasses HOUSE = House.MAIN;

    @ParameterizedTest
    @ValueSource(strings = {"schemas", "domain", "projections", "gateways"})
    void a_module_imports_only_what_it_may(String module) {
        classes()
                .that(inModule(module))
                .should(HouseRules.importOnlyWhatMay(module))
                .because(
                        "a module knows only what is below it: let src bring the two together through a port; see src/docs/architecture.md#modules")
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemas", "domain"})
    void a_table_in_the_wrong_module_is_seen(String module) {
        assertRed(HouseRules.importOnlyWhatMay(module), WhenSomethingThenForget.class, "org.jooq.DSLContext");
    }

    @Test
    void the_domain_in_a_projection_is_seen() {
        assertRed(HouseRules.importOnlyWhatMay("projections"), ForeignUse.class, "io.fairlead.time.TimeEntry");
    }

    @ParameterizedTest
    @CsvSource({
        "io.fairlead.schema.EventCodec, schemas",
        "io.fairlead.time.event.TimeApproved, schemas",
        "io.fairlead.time.TimeEntry, domain",
        "io.fairlead.projection.ProjectionEngine, projections",
        "io.fairlead.gateway.erp.ErpSender, gateways",
        "io.fairlead.app.Application, src"
    })
    void a_known_class_of_each_module_is_looked_at(String name, String module) {
        assertThat(moduleOf(HOUSE.get(name))).isEqualTo(module);
    }

    @Test
    void only_the_application_reads_the_clock() {
        classes()
                .that(DescribedPredicate.describe(
                        "outside the application's own packages",
                        type -> !WITH_CLOCK.matcher(type.getPackageName()).matches()))
                .should(HouseRules.readNoClock())
                .because(
                        "time comes in with the command; only the application reads the clock; see src/docs/architecture.md#modules")
                .check(HOUSE);
    }

    @Test
    void a_clock_is_seen() {
        assertRed(HouseRules.readNoClock(), WhenSomethingThenForget.class, "LocalDate.now");
        assertRed(HouseRules.readNoClock(), HiddenClock.class, "Instant.now");
        assertRed(HouseRules.readNoClock(), HiddenClock.class, "java.util.Date");
    }

    @Test
    void money_is_never_inexact() {
        classes()
                .that(inModule("domain", "projections", "gateways"))
                .and()
                .resideOutsideOfPackage(HouseRules.PAPER)
                .should(HouseRules.countExactly())
                .because(
                        "money is exact: use Money, BigMoney, Rate or whole seconds; see src/docs/architecture.md#modules")
                .check(HOUSE);
    }

    @Test
    void where_paper_is_measured_no_money_is_known() {
        classes()
                .that()
                .resideInAPackage(HouseRules.PAPER)
                .should(HouseRules.knowNoMoney())
                .because(
                        "paper is measured in floating point, so amounts stay outside and come as texts; see src/docs/architecture.md#modules")
                .check(HOUSE);
    }

    @Test
    void money_on_paper_is_seen() {
        assertRed(HouseRules.knowNoMoney(), ForeignUse.class, "knows io.fairlead.time.TimeEntry");
    }

    @Test
    void a_double_is_seen() {
        assertRed(HouseRules.countExactly(), PriceHelper.class, "price(java.lang.String) is inexact");
    }

    @Test
    void adapters_fetch_and_the_domain_decides() {
        classes()
                .that()
                .resideInAPackage("io.fairlead.app..")
                .should(DecisionRules.decideNoPrice())
                .check(HOUSE);
        assertThat(HOUSE.contain("io.fairlead.app.lookup.ViewPricing")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RateAnswer$RateFound.<init>",
                "RateAnswer$RateMissing.<init>",
                "CostAnswer$CostMissing.<init>",
                "ExpensePricing$TermsFound.<init>",
                "BilledTime.<init>",
                "RatePrecedence.choose",
                "LargestRemainder.share",
                "PayerShares.<init>",
                "LimitedLines.<init>",
                "RaiseException.about"
            })
    void an_adapter_that_decides_is_seen(String decision) {
        assertRed(DecisionRules.decideNoPrice(), DecidingLookup.class, decision);
    }

    @Test
    void processes_are_never_replayed() {
        var processes = classes().that(DescribedPredicate.describe("named When...Then...", type -> type.getSimpleName()
                .matches("When[A-Z]\\w+Then[A-Z]\\w+")));
        processes
                .should(HouseRules.beProcesses())
                .because(
                        "a replay must not act again: add @ProcessingGroup and @DisallowReplay; see src/docs/architecture.md#wiring")
                .check(HOUSE);
        assertThat(HOUSE.contain("io.fairlead.billing.pricing.WhenTimeApprovedThenPrice"))
                .isTrue();
    }

    @Test
    void a_process_that_could_be_replayed_is_seen() {
        assertRed(HouseRules.beProcesses(), WhenSomethingThenForget.class, "lacks @DisallowReplay");
    }

    @Test
    void names_tell_something() {
        classes()
                .should(HouseRules.haveTellingNames())
                .because(
                        "a name says what a thing does for the business: take that word instead; see src/docs/architecture.md#names")
                .check(HOUSE);
    }

    @Test
    void a_name_that_tells_nothing_is_seen() {
        assertRed(HouseRules.haveTellingNames(), PriceHelper.class, "PriceHelper");
    }

    @Test
    void capabilities_meet_in_ids_commands_events_and_values() {
        classes()
                .that(inModule("domain"))
                .should(HouseRules.useOnlyWhatCrosses())
                .because(
                        "capabilities meet in ids, commands, events, values and answers: ask by a port, or send a command; see src/docs/architecture.md#ports")
                .check(HOUSE);
    }

    @Test
    void the_aggregate_and_the_policy_of_another_capability_are_seen() {
        assertRed(HouseRules.useOnlyWhatCrosses(), ForeignUse.class, "uses io.fairlead.time.TimeEntry");
        assertRed(HouseRules.useOnlyWhatCrosses(), ForeignUse.class, "uses io.fairlead.contract.RatePrecedence");
    }

    @Test
    void classes_of_events_only_build_them() {
        var builders = HOUSE.that(DescribedPredicate.describe(
                "named ...Events, in the domain",
                type -> moduleOf(type).equals("domain") && type.getSimpleName().endsWith("Events")));
        classes().should(HouseRules.onlyBuildEvents()).check(builders);
        assertThat(builders.contain("io.fairlead.billing.invoice.InvoiceEvents"))
                .isTrue();
    }

    @Test
    void events_that_refuse_are_seen_and_those_that_let_others_refuse_too() {
        assertRed(HouseRules.onlyBuildEvents(), RefusingEvents.class, "io.fairlead.shared.RuleViolated.<init>");
        assertRed(HouseRules.onlyBuildEvents(), RefusingEvents.class, "io.fairlead.shared.Check.positive");

        var both = new ClassFileImporter().importClasses(RefusingEvents.class, RefusingEvents.Limit.class);
        assertThatThrownBy(() -> classes().should(HouseRules.onlyBuildEvents()).check(both))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RefusingEvents$Limit.require");
    }

    @Test
    void every_command_says_who_acts() {
        var commands = HOUSE.that(DescribedPredicate.describe(
                "commands of the domain",
                type -> moduleOf(type).equals("domain")
                        && type.getFields().stream()
                                .anyMatch(field -> field.isAnnotatedWith(TargetAggregateIdentifier.class))));
        classes()
                .should(HouseRules.nameWhoActs())
                .because("an event by nobody can be followed back to nobody; see src/docs/architecture.md#names")
                .check(commands);
        assertThat(commands.contain("io.fairlead.time.ApproveTime")).isTrue();
    }

    @Test
    void a_command_by_nobody_is_seen() {
        assertRed(HouseRules.nameWhoActs(), NamelessApproval.class, "approvedBy may be nobody");
    }

    static void assertRed(ArchCondition<JavaClass> condition, Class<?> planted, String violation) {
        var fault = new ClassFileImporter().importClasses(planted);
        assertThatThrownBy(() -> classes().should(condition).check(fault))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violation);
    }
}
