package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fairlead.Sources.Source;
import io.fairlead.planted.ForeignUse;
import io.fairlead.planted.PriceHelper;
import io.fairlead.planted.ShortAmount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in main is used by main; a test that alone keeps something alive is no use. */
class HouseUseTest {

    private static final List<Source> MAIN_SOURCES = Sources.MAIN.keySet().stream()
            .flatMap(module -> Sources.main(module).stream())
            .toList();

    @Test
    void every_main_type_is_reached_from_where_the_program_begins() {
        var unreached = HouseUse.unreached(House.MAIN, HouseUse::isEntry);
        unreached.retainAll(House.WRITTEN);
        unreached.removeIf(name -> name.endsWith(".package-info"));
        unreached.removeIf(name -> HouseUse.isMentionedConstants(House.MAIN.get(name), MAIN_SOURCES));

        assertThat(unreached).as("""
                        types that no way leads to from a main method or a Spring component
                        Remedy: delete the type and the test that keeps it alive, or move it to the tests; a process, view, query
                        or command belongs into the list that names its kind. See src/docs/architecture.md#wiring""").isEmpty();
    }

    @Test
    void a_type_that_nothing_leads_to_is_seen() {
        var planted = new ClassFileImporter().importClasses(ForeignUse.class, PriceHelper.class);

        assertThat(HouseUse.unreached(planted, type -> type.getName().equals(ForeignUse.class.getName())))
                .containsExactly(PriceHelper.class.getName());
        assertThat(HouseUse.unreached(planted, HouseUse::isEntry)).hasSize(2);
    }

    @Test
    void constants_that_nobody_mentions_are_no_use_either() {
        var constants = House.MAIN.get("io.fairlead.log.MetadataKeys");

        assertThat(HouseUse.isMentionedConstants(constants, MAIN_SOURCES)).isTrue();
        assertThat(HouseUse.isMentionedConstants(constants, List.of())).isFalse();
        assertThat(HouseUse.isMentionedConstants(House.MAIN.get("io.fairlead.billing.invoice.Invoice"), MAIN_SOURCES))
                .isFalse();
    }

    @Test
    void a_constructor_for_tests_is_seen() {
        var planted = new ClassFileImporter().importClasses(ShortAmount.class);

        assertThat(HouseUse.constructorsForTests(planted)).containsExactly(Map.entry("constructor ShortAmount", 1));
    }
}
