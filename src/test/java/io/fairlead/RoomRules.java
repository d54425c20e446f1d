package io.fairlead;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The walls between the rooms of src: who may use whom there, as a condition on classes. */
final class RoomRules {

    /** Packages of the lab's jar, which a delivery does not have. */
    static final List<String> LAB_PACKAGES = List.of("bench", "demo", "faults", "gate", "idp", "sandbox");

    /** What nobody uses; it uses all. The sandbox is in its jar, but a room of its own, since it may use nothing. */
    private static final String LAB = "lab";

    private static final String WIRING = "wiring";
    private static final Pattern API = Pattern.compile("io\\.fairlead\\.[a-z]+\\.api(\\..*)?");

    /** Rooms and the other rooms of src that each may use; modules below src are {@link HouseRules}' matter. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("guard", Set.of()),
            entry("access", Set.of("guard")),
            entry("store", Set.of()),
            entry("registry", Set.of("guard", "access")),
            entry("sandbox", Set.of("guard")),
            entry("web", Set.of("store", "guard", "access")),
            entry("api", Set.of("web", "door", "access")),
            entry("app", Set.of("web", "api", "store", "registry", "access")),
            entry(WIRING, Set.of("app", "web", "api", "store", "registry", "access")),
            entry("launch", Set.of()),
            // Setup files are read into the very bodies that the API takes.
            entry("cli", Set.of("launch", "api", "access")),
            entry(LAB, Set.of("store", "registry", "sandbox", "web", "api", "app", WIRING, "launch", "cli", "access")));

    /** Rooms that know what happened and how it is stored, and nothing of what it means. */
    private static final Set<String> SCHEMAS_ONLY = Set.of("store", "registry", "sandbox", "launch", "guard", "access");

    /** The store's door, as far as the web uses it. */
    private static final Set<String> DOOR = Set.of(
            "io.fairlead.store.axon.CommandDoor",
            "io.fairlead.store.axon.DispatchOutcome",
            "io.fairlead.store.axon.StreamChanged");

    /** Every room that has a wall. */
    static Set<String> rooms() {
        return MAY_USE.keySet();
    }

    /** The room of a class of src; empty for all others. */
    static Optional<String> roomOf(JavaClass type) {
        var name = type.getPackageName();
        if (API.matcher(name).matches()) {
            return Optional.of("api");
        }
        if (name.startsWith("io.fairlead.app.web")) {
            return Optional.of("web");
        }
        if (name.startsWith("io.fairlead.app.wiring") || type.getName().equals("io.fairlead.app.Application")) {
            return Optional.of(WIRING);
        }
        return Stream.of("guard", "access", "store", "registry", "sandbox", "app", "launch", "cli")
                .filter(room -> isIn(room, name))
                .findFirst()
                .or(() -> LAB_PACKAGES.stream()
                        .filter(room -> isIn(room, name))
                        .map(_ -> LAB)
                        .findAny());
    }

    private static boolean isIn(String room, String packageName) {
        return packageName.equals("io.fairlead." + room) || packageName.startsWith("io.fairlead." + room + ".");
    }

    /** @param room where the classes stand, or would stand */
    static ArchCondition<JavaClass> useOnlyRoomsThatMay(String room) {
        return HouseRules.condition(
                "use only the rooms that " + room + " may", type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> !mayUse(room, target))
                        .map(target -> type.getName() + " of " + room + " uses " + target.getName()
                                + "; see RoomRules.MAY_USE"));
    }

    private static boolean mayUse(String room, JavaClass target) {
        var other = roomOf(target);
        if (other.isEmpty()) {
            var module = HouseRules.moduleOf(target);
            return module.isEmpty() || module.equals("schemas") || !SCHEMAS_ONLY.contains(room);
        }
        var allowed = MAY_USE.getOrDefault(room, Set.of());
        return other.get().equals(room)
                || allowed.contains(other.get())
                || allowed.contains("door") && DOOR.contains(target.getName().replaceAll("\\$.*", ""));
    }

    private RoomRules() {}
}
