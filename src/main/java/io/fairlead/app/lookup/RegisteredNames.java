package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.MAPPED_IDENTITY;
import static io.fairlead.projection.db.Tables.PERSON;
import static io.fairlead.projection.db.Tables.PERSON_ALIAS;

import io.fairlead.resource.PersonId;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.StreamKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The names that people are registered with, from the views. Approvals come by the thousand, so the names are read
 * anew a few times a second at most, and whole, since no database compares them as {@link FourEyes} does.
 * Thread-safe.
 */
public final class RegisteredNames implements FourEyes.People {

    private static final long KEPT_NANOS = Duration.ofMillis(250).toNanos();

    private final DSLContext views;
    private final LongSupplier nanos;
    private volatile Known known;

    /** Names by each of them, and when they were read. */
    private record Known(Map<String, Set<String>> names, long nanos, boolean isRead) {}

    /** @param nanos monotonic */
    public RegisteredNames(DSLContext views, LongSupplier nanos) {
        this.views = views;
        this.nanos = nanos;
        this.known = new Known(Map.of(), 0, false);
    }

    @Override
    public Set<String> namesOf(String plainName) {
        var current = known;
        return (isFresh(current) ? current : readOnce()).names().getOrDefault(plainName, Set.of());
    }

    private boolean isFresh(Known current) {
        return current.isRead() && nanos.getAsLong() - current.nanos() <= KEPT_NANOS;
    }

    /** Of many that find it too old, one reads. */
    private synchronized Known readOnce() {
        var current = known;
        if (!isFresh(current)) {
            long asked = nanos.getAsLong();
            current = new Known(read(), asked, true);
            known = current;
        }
        return current;
    }

    /** Two people with one name have all names of both: nobody could tell which of them acts. */
    private Map<String, Set<String>> read() {
        var byPerson = new HashMap<String, Set<String>>();
        views.select(PERSON.PERSON_ID, DSL.val(""))
                .from(PERSON)
                .unionAll(DSL.select(PERSON_ALIAS.PERSON_ID, PERSON_ALIAS.ALIAS).from(PERSON_ALIAS))
                .forEach(row -> {
                    var names = byPerson.computeIfAbsent(row.value1(), RegisteredNames::ofKey);
                    var alias = FourEyes.plain(row.value2());
                    if (!alias.isEmpty()) {
                        names.add(alias);
                    }
                });
        var byName = new HashMap<String, Set<String>>();
        for (var names : byPerson.values()) {
            names.forEach(
                    name -> byName.computeIfAbsent(name, _ -> new HashSet<>()).addAll(names));
        }
        withLogins(byName, byPerson);
        return byName;
    }

    /** A login has the names that it is mapped to, and of two logins with one name each is the other too. */
    private void withLogins(Map<String, Set<String>> byName, Map<String, Set<String>> byPerson) {
        var groups = new ArrayList<Set<String>>();
        views.selectFrom(MAPPED_IDENTITY).forEach(row -> {
            var group = new HashSet<String>();
            group.add(row.getIssuer() + "|" + row.getSubject());
            if (row.getName().startsWith(PersonId.KIND + ":")) {
                group.addAll(byPerson.getOrDefault(row.getName(), ofKey(row.getName())));
            } else {
                var name = FourEyes.key(row.getName());
                group.add(name);
                group.addAll(byName.getOrDefault(name, Set.of()));
            }
            var same = groups.stream()
                    .filter(other -> !Collections.disjoint(other, group))
                    .toList();
            groups.removeAll(same);
            same.forEach(group::addAll);
            groups.add(group);
        });
        for (var group : groups) {
            group.forEach(
                    name -> byName.computeIfAbsent(name, _ -> new HashSet<>()).addAll(group));
        }
    }

    private static Set<String> ofKey(String personId) {
        var names = new HashSet<String>();
        names.add(FourEyes.plain(StreamKey.keyOf(personId)));
        return names;
    }
}
