package io.fairlead.testing;

import io.fairlead.shared.FourEyes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** All the ways in which one person may come again as if another, for every rule that asks for a second one. */
public final class SamePerson {

    private static final String LOGIN = "https://login.example.com|00000000-0000-4000-8000-000000000001";
    private static final String OTHER_LOGIN = "https://login.example.com|00000000-0000-4000-8000-000000000002";
    private static final String SECOND_ISSUER = "https://other.example.com|7";

    /**
     * Tries each of them.
     *
     * @param former who acted before, as the examples have it: a name without a login
     * @param attempt acts as the actor that it is given, and fails unless that is refused
     */
    public static void comesAgain(String former, Consumer<String> attempt) {
        for (var actor : actors(former)) {
            var _ = FourEyes.<Boolean, RuntimeException>among(people(former), () -> {
                attempt.accept(actor);
                return true;
            });
        }
    }

    /** Whom nothing connects with the former, so that rules can be shown to let somebody in. */
    public static String somebodyElse() {
        return OTHER_LOGIN;
    }

    private static List<String> actors(String former) {
        var name = name(former);
        return List.of(
                former,
                "idp|" + name.toUpperCase(Locale.ROOT),
                "local|" + name,
                "local|" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                "local|" + String.join(".", name.split("")),
                "local|-" + name + "_",
                "https://login.example.com|" + name,
                LOGIN,
                SECOND_ISSUER);
    }

    /** Two logins are mapped to the former. */
    static FourEyes.People people(String former) {
        var names = Set.of(FourEyes.plain(name(former)), LOGIN, SECOND_ISSUER);
        return name -> names.contains(name) ? names : Set.of();
    }

    private static String name(String actor) {
        return actor.substring(actor.indexOf('|') + 1);
    }

    private SamePerson() {}
}
