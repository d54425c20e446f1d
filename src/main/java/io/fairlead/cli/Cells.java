package io.fairlead.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON of the API as cells of tables. */
public final class Cells {

    /** The named fields in order; empty where there is none. Line ends become blanks, so that a row stays a line. */
    public static List<String> of(JsonNode row, String... fields) {
        return Stream.of(fields).map(field -> of(row.path(field))).toList();
    }

    /** A table of a list, unless the list is empty; the fields are the headings. */
    public static void add(List<Table> tables, String title, JsonNode list, List<String> fields) {
        if (!list.isEmpty()) {
            var names = fields.toArray(String[]::new);
            tables.add(new Table(
                    title, fields, list.valueStream().map(row -> of(row, names)).toList()));
        }
    }

    /** The one table of a list; with a title that says so where the list is empty. */
    public static Table list(JsonNode list, List<String> fields, String none) {
        var names = fields.toArray(String[]::new);
        return new Table(
                list.isEmpty() ? none : "",
                fields,
                list.valueStream().map(row -> of(row, names)).toList());
    }

    /** Tells people that there is more than a list shows, where its answer says so. */
    public static void tellMore(Output output, JsonNode answer) {
        if (!answer.path("next").asString("").isEmpty()) {
            output.say("the first %d, there are more: a larger --limit shows up to 1000, HTTP all, page by page"
                    .formatted(answer.path("items").size()));
        }
    }

    /** What a filter adds to a query, with an ampersand behind it; nothing where it is not given. */
    public static String given(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }

    /** A table of one thing, a field in each row. */
    public static Table fields(JsonNode thing) {
        return fields(thing, "");
    }

    /** The same with a title. */
    public static Table fields(JsonNode thing, String title) {
        var rows = thing.propertyStream()
                .map(field -> List.of(field.getKey(), of(field.getValue())))
                .toList();
        return new Table(title, List.of("field", "value"), rows);
    }

    /** The title of a list that may hold the first of all only. */
    static String first(String title, JsonNode all, JsonNode list) {
        return list.size() < all.asInt(0) ? "%s, the first %d of %d".formatted(title, list.size(), all.asInt()) : title;
    }

    private static String of(JsonNode cell) {
        return cell.isValueNode() && !cell.isNull() ? cell.asString("").replaceAll("\\R", " ") : "";
    }

    private Cells() {}
}
