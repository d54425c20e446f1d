package io.fairlead.gateway.timesheet;

import io.fairlead.gateway.intake.RawFile;
import io.fairlead.gateway.intake.SettingsJson;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which outside names are which Fairlead ids, and what the file does not say. Written by the user, for {@link
 * TimesheetReader}.
 *
 * @param profile the profile this mapping belongs to: a built-in name or a path
 * @param zone overrides the profile's
 * @param dateOrder overrides the profile's
 * @param billable whether rows are billable, or whether the file says
 * @param persons email, number or name to person:...
 * @param projects "Client / Project", code or name to project:...; "*" stands for all others
 * @param tasks "Project / Task" or name to a task code; null keeps tasks unmapped
 * @param clients name to customer:...; null keeps clients unmapped
 */
public record Mapping(
        @Nullable String profile,
        @Nullable ZoneId zone,
        @Nullable DateOrder dateOrder,
        Billable billable,
        Map<String, String> persons,
        Map<String, String> projects,
        @Nullable Map<String, String> tasks,
        @Nullable Map<String, String> clients) {

    /** Who decides whether a row is billable. */
    public enum Billable {
        YES,
        NO,
        FILE
    }

    static final String ALL_OTHERS = "*";

    private static final Set<String> KEYS =
            Set.of("profile", "zone", "dateOrder", "billable", "persons", "projects", "tasks", "clients");
    private static final Pattern TASK_CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Reads and checks a mapping file (JSON); an unknown key or an id of the wrong kind is refused by name. */
    public static Mapping of(RawFile file) {
        var json = SettingsJson.object("mapping", file, KEYS);
        var persons = ids(json, "persons", "person");
        var projects = ids(json, "projects", "project");
        if (persons == null) {
            throw json.invalid("persons", "it is missing", "write \"persons\": { \"name or email\": \"person:...\" }");
        }
        if (projects == null) {
            throw json.invalid("projects", "it is missing", "write \"projects\": { \"name\": \"project:...\" }");
        }
        if (persons.containsKey(ALL_OTHERS)) {
            throw json.invalid("persons.*", "it would book everybody's time on one person", "name each person");
        }
        var tasks = json.table("tasks");
        if (tasks != null) {
            tasks.forEach((outside, code) -> {
                if (!TASK_CODE.matcher(code).matches()) {
                    throw json.invalid(
                            "tasks." + outside,
                            "\"" + code + "\" is no task code",
                            "use 1 to 64 letters, digits, dots, dashes or underscores");
                }
            });
        }
        var billable = json.word("billable", java.util.List.of("yes", "no", "file"));
        var order = json.word("dateOrder", java.util.List.of("YMD", "DMY", "MDY"));
        return new Mapping(
                json.text("profile"),
                Profile.zone(json).orElse(null),
                order == null ? null : DateOrder.valueOf(order),
                billable == null ? Billable.FILE : Billable.valueOf(billable.toUpperCase(java.util.Locale.ROOT)),
                persons,
                projects,
                tasks,
                ids(json, "clients", "customer"));
    }

    Optional<String> person(String email, String number, String name) {
        return first(persons, email, number, name);
    }

    Optional<String> project(String client, String code, String project) {
        return first(projects, client + " / " + project, code, project, ALL_OTHERS);
    }

    /**
     * The key under which a missing task or client would be looked for is the name itself; an empty name needs
     * none.
     */
    Optional<String> task(String project, String task) {
        return tasks == null ? Optional.empty() : first(tasks, project + " / " + task, task, ALL_OTHERS);
    }

    Optional<String> client(String client) {
        return clients == null ? Optional.empty() : first(clients, client, ALL_OTHERS);
    }

    private static Optional<String> first(Map<String, String> table, String... keys) {
        for (var key : keys) {
            var found = table.get(key);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Map<String, String> ids(SettingsJson json, String key, String kind) {
        var table = json.table(key);
        if (table != null) {
            var shape = Pattern.compile(kind + ":[A-Za-z0-9._-]{1,64}");
            table.forEach((outside, id) -> {
                if (!shape.matcher(id).matches()) {
                    throw json.invalid(
                            key + "." + outside,
                            "\"" + id + "\" is no id of a " + kind,
                            "write " + kind + ":<id>, with 1 to 64 letters, digits, dots, dashes or underscores");
                }
            });
        }
        return table;
    }
}
