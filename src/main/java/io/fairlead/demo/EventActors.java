package io.fairlead.demo;

import io.fairlead.launch.LocalStack;
import io.fairlead.launch.Login;
import io.fairlead.log.MetadataKeys;
import io.fairlead.store.MetadataCodec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom events name, counted by kind of event; and what is wrong with it: an event of somebody who was not logged in, or a step of
 * the month that is another's than of whom did it. Reactions name their process, and by their cause whoever set them off.
 */
final class EventActors {

    /** Whose the steps are that four eyes are about. */
    static final Map<String, String> STEPS = Map.of(
            "TimeRecorded", "tina",
            "TimeSubmitted", "tina",
            "TimeApproved", "adam",
            "BillingRunStarted", "paul",
            "InvoiceApproved", "bea");

    /** What the installation does by itself, as the reaction to somebody's act or to an answer of the ERP. */
    private static final List<String> PARTS = List.of("process|", "gateway|");

    private static final String EVENTS =
            "select t.name, e.meta from store.es_event e join store.es_type t on t.type_no = e.type_no order by e.position";

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    /** Of all events of a stack. */
    static EventActors of(LocalStack stack) {
        var all = new EventActors();
        var url = Login.APPLICATION.url(stack.addresses().databaseUrl(), stack.data());
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(EVENTS)) {
            while (rows.next()) {
                all.add(
                        rows.getString(1),
                        MetadataCodec.decode(rows.getBytes(2)).getOrDefault(MetadataKeys.ACTOR, ""));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the log does not answer: " + e.getMessage(), e);
        }
        return all;
    }

    void add(String type, String actor) {
        var name = type.substring(type.lastIndexOf('.') + 1);
        counts.computeIfAbsent(actor, _ -> new TreeMap<>()).merge(name, 1L, Long::sum);
    }

    /** How many events name each actor. */
    Map<String, Long> byActor() {
        var sums = new TreeMap<String, Long>();
        counts.forEach((actor, types) -> sums.put(
                actor, types.values().stream().mapToLong(Long::longValue).sum()));
        return sums;
    }

    /**
     * What is wrong, in words.
     *
     * @param people by name in the realm
     */
    List<String> differences(Map<String, LoggedInPerson> people) {
        var differences = new ArrayList<String>();
        var known =
                Set.copyOf(people.values().stream().map(LoggedInPerson::actor).toList());
        counts.forEach((actor, types) -> types.forEach((type, count) -> {
            if (!known.contains(actor) && PARTS.stream().noneMatch(actor::startsWith)) {
                differences.add("%d of %s name %s, who did not log in".formatted(count, type, actor));
            }
            var step = STEPS.get(type);
            if (step != null && !actor.equals(actorOf(people, step))) {
                differences.add("%d of %s name %s and not %s".formatted(count, type, actor, step));
            }
        }));
        STEPS.forEach((type, name) -> {
            if (!counts.getOrDefault(actorOf(people, name), Map.of()).containsKey(type)) {
                differences.add("there is no %s of %s".formatted(type, name));
            }
        });
        return differences;
    }

    private static String actorOf(Map<String, LoggedInPerson> people, String name) {
        var person = people.get(name);
        return person == null ? "" : person.actor();
    }
}
