package io.fairlead.gateway.crm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Typed, bounded reading of one JSON record's fields; for {@link OpportunityReader}. */
final class RecordFields {

    private static final int TEXT_LENGTH_MAX = 255;
    private static final int SCALE = 4;
    private static final BigDecimal AMOUNT_END = BigDecimal.TEN.pow(15);
    private static final int YEAR_FIRST = 2000;
    private static final int YEAR_LAST = 2099;

    private final JsonNode record;
    private final String path;

    RecordFields(JsonNode record, String path) {
        this.record = record;
        this.path = path;
    }

    @Nullable
    JsonNode node(String field) {
        var node = record.get(field);
        return node == null || node.isNull() ? null : node;
    }

    @Nullable
    String text(String field) throws FieldRefused {
        var node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            throw refused(field, "it is not a text", "give it as Salesforce's REST API does");
        }
        var text = node.stringValue().strip();
        if (text.length() > TEXT_LENGTH_MAX) {
            throw refused(field, "it is longer than " + TEXT_LENGTH_MAX + " characters", "shorten it in the CRM");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw refused(field, "it holds a control character", "remove it in the CRM");
        }
        return text.isEmpty() ? null : text;
    }

    @Nullable
    Boolean flag(String field) throws FieldRefused {
        var node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isBoolean()) {
            throw refused(field, "it is neither true nor false", "give it as Salesforce's REST API does");
        }
        return node.booleanValue();
    }

    /** Zero or more, below 10^15, at most four decimals, returned with four. */
    @Nullable
    BigDecimal amount(String field) throws FieldRefused {
        var node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            throw refused(field, "it is not a number", "give it without quotes");
        }
        var amount = node.decimalValue();
        if (amount.signum() < 0) {
            throw refused(field, "it is negative", "a won deal has an amount of 0 or more; correct it in the CRM");
        }
        // Before any arithmetic: 1e999999999 is a short text and a number of a billion digits.
        if (Math.abs((long) amount.scale()) > 100 || amount.compareTo(AMOUNT_END) >= 0) {
            throw refused(field, "it is out of range", "give an amount below 10^15");
        }
        try {
            return amount.setScale(SCALE, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException finer) {
            throw refused(field, "it has more than four decimals", "round it in the CRM");
        }
    }

    @Nullable
    LocalDate date(String field) throws FieldRefused {
        var text = text(field);
        if (text == null) {
            return null;
        }
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= YEAR_FIRST && date.getYear() <= YEAR_LAST) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // Refused below, like a date out of range.
        }
        throw refused(field, "it is no date from 2000 to 2099", "write it as 2026-03-31");
    }

    @Nullable
    Integer integer(String field, int from, int to) throws FieldRefused {
        var node = node(field);
        if (node == null) {
            return null;
        }
        var number = node.isNumber() ? node.decimalValue() : null;
        // Salesforce writes the number 12 of a custom field as 12.0.
        if (number == null
                || Math.abs((long) number.scale()) > 100
                || number.compareTo(BigDecimal.valueOf(from)) < 0
                || number.compareTo(BigDecimal.valueOf(to)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw refused(field, "it is not a whole number " + from + ".." + to, "correct it in the CRM");
        }
        return number.intValueExact();
    }

    FieldRefused missing(String field, String remedy) {
        return new FieldRefused(path + field, "", "it is missing", remedy);
    }

    FieldRefused refused(String field, String reason, String remedy) {
        var node = record.get(field);
        var value =
                node == null ? "" : node.isString() ? node.stringValue() : node.isContainer() ? "" : node.asString();
        return new FieldRefused(path + field, value, reason, remedy);
    }
}
