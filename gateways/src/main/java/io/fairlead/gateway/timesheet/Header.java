package io.fairlead.gateway.timesheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.fairlead.gateway.intake.FileRefused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where each meaning stands in one file, by its header line; for the readers of its rows. */
final class Header {

    private static final Pattern MONEY_COLUMN = Pattern.compile("(?:Billable )?(?:Amount|Rate) \\(([A-Z]{3})\\)");

    private final List<String> names;
    private final Map<Column, Integer> at = new EnumMap<>(Column.class);
    private final Profile profile;

    private Header(List<String> names, Profile profile) {
        this.names = names;
        this.profile = profile;
    }

    /** Finds the profile's columns; refused where one is there twice or a needed one is missing. Others are ignored. */
    static Header of(CsvRecord record, Profile profile, Mapping mapping) {
        var header = new Header(record.getFields().stream().map(String::strip).toList(), profile);
        header.find();
        header.require(mapping);
        return header;
    }

    int size() {
        return names.size();
    }

    boolean has(Column column) {
        return at.containsKey(column);
    }

    /** The cell without surrounding blanks; empty where the file lacks the column. */
    String cell(CsvRecord record, Column column) {
        var index = at.get(column);
        return index == null || index >= record.getFieldCount()
                ? ""
                : record.getField(index).strip();
    }

    /** The column's header as this file has it. */
    String name(Column column) {
        var index = at.get(column);
        return index == null ? column.key() : names.get(index);
    }

    /** The currency in a header such as "Amount (EUR)"; null where no header names one. */
    @Nullable
    String currency() {
        for (var name : names) {
            var money = MONEY_COLUMN.matcher(name);
            if (money.matches()) {
                return money.group(1);
            }
        }
        return null;
    }

    private void find() {
        var positions = new HashMap<String, Integer>();
        var repeated = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            var key = names.get(i).toLowerCase(Locale.ROOT);
            if (positions.putIfAbsent(key, i) != null) {
                repeated.add(key);
            }
        }
        for (var entry : profile.columns().entrySet()) {
            for (var candidate : entry.getValue()) {
                var key = candidate.toLowerCase(Locale.ROOT);
                var position = positions.get(key);
                if (position != null && !at.containsKey(entry.getKey())) {
                    if (repeated.contains(key)) {
                        throw new FileRefused(
                                "COLUMN_TWICE",
                                candidate,
                                "the header names it twice",
                                "rename or remove one of the two");
                    }
                    at.put(entry.getKey(), position);
                }
            }
        }
    }

    private void require(Mapping mapping) {
        var missing = new ArrayList<String>();
        if (!has(Column.DATE)) {
            missing.add(expected(Column.DATE));
        }
        if (!has(Column.DURATION) && !has(Column.HOURS)) {
            missing.add(expected(profile.columns().containsKey(Column.DURATION) ? Column.DURATION : Column.HOURS));
        }
        if (!has(Column.PERSON) && !has(Column.EMAIL) && !(has(Column.FIRST_NAME) && has(Column.LAST_NAME))) {
            missing.add(
                    profile.columns().containsKey(Column.PERSON)
                            ? expected(Column.PERSON)
                            : expected(Column.FIRST_NAME) + ", " + expected(Column.LAST_NAME));
        }
        if (!has(Column.PROJECT) && !mapping.projects().containsKey(Mapping.ALL_OTHERS)) {
            missing.add(expected(Column.PROJECT) + " (or \"projects\": { \"*\": ... } in the mapping)");
        }
        if (!has(Column.BILLABLE) && mapping.billable() == Mapping.Billable.FILE) {
            missing.add(expected(Column.BILLABLE) + " (or \"billable\": \"yes\" or \"no\" in the mapping)");
        }
        if (!missing.isEmpty()) {
            var only = names.size() == 1 ? "the header is one single column, so the separator may be wrong; " : "";
            throw new FileRefused(
                    "COLUMNS_MISSING",
                    "header",
                    only + "it lacks " + String.join("; ", missing),
                    "export the detailed report, or name headers (\"columns\") and \"separator\" in a profile file");
        }
    }

    private String expected(Column column) {
        var headers = Objects.requireNonNullElse(profile.columns().get(column), List.<String>of());
        return headers.isEmpty() ? column.key() : "\"" + String.join("\" or \"", headers) + "\"";
    }
}
