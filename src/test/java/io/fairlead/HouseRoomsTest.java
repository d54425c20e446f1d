package io.fairlead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.fairlead.House.MAIN;
import static io.fairlead.HouseRulesTest.assertRed;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import io.fairlead.planted.WallBreach;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of src use each other one way only, and a planted breach of each wall is seen. */
class HouseRoomsTest {

    private static Set<String> rooms() {
        return RoomRules.rooms();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_only_the_rooms_that_it_may(String room) {
        classes()
                .that(DescribedPredicate.describe(
                        "in " + room, type -> RoomRules.roomOf(type).equals(Optional.of(room))))
                .should(RoomRules.useOnlyRoomsThatMay(room))
                .check(MAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "store, io.fairlead.shared.OpenDays",
        "store, io.fairlead.bench.GrowthBench",
        "guard, io.fairlead.store.PostgresStore",
        "guard, io.fairlead.shared.OpenDays",
        "registry, io.fairlead.store.PostgresStore",
        "sandbox, io.fairlead.store.PostgresStore",
        "web, io.fairlead.app.Application",
        "api, io.fairlead.store.PostgresStore",
        "app, io.fairlead.app.Application",
        "app, io.fairlead.bench.GrowthBench",
        "app, io.fairlead.sandbox.Sandbox",
        "wiring, io.fairlead.bench.GrowthBench",
        "launch, io.fairlead.shared.OpenDays",
        "launch, io.fairlead.sandbox.Sandbox",
        "cli, io.fairlead.app.Application",
        "cli, io.fairlead.bench.GrowthBench",
        "cli, io.fairlead.sandbox.Sandbox"
    })
    void a_breach_of_each_wall_is_seen(String room, String used) {
        assertRed(RoomRules.useOnlyRoomsThatMay(room), WallBreach.class, "of " + room + " uses " + used);
    }

    @Test
    void every_class_of_src_stands_in_a_room() {
        assertThat(MAIN.stream()
                        .filter(type -> HouseRules.moduleOf(type).equals("src"))
                        .filter(type -> RoomRules.roomOf(type).isEmpty()))
                .isEmpty();
    }
}
