package io.fairlead.schema;

import java.util.Map;
import java.util.Set;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words in which contracts tell what a value means, the same everywhere; what the words for text promise of its shape.
 * Amounts name the field that tells their currency, "amount in currency" or "amount in rateCurrency or currency per unit"; where
 * the record has none, whose it is: "amount in the contract's currency".
 */
public final class Units {

    private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);
    private static final Pattern NOT_BLANK = Pattern.compile(".*\\S.*", Pattern.DOTALL);

    /** Words for text, and how each looks. */
    private static final Map<String, Pattern> OF_TEXT = Map.ofEntries(
            Map.entry("text", ANYTHING), // Words for people.
            Map.entry("identifier", NOT_BLANK), // Tells one of its kind from others.
            Map.entry("reference", NOT_BLANK), // Where something outside is found: a file, a document, a proof.
            Map.entry("issuer|subject", Pattern.compile("[^|]+\\|.+", Pattern.DOTALL)), // Who acted.
            Map.entry("stream key", Pattern.compile("[a-z][a-z-]*:.+", Pattern.DOTALL)), // Of any kind.
            Map.entry("sort key", NOT_BLANK), // Tells an order, and nothing else.
            Map.entry("rule code", Pattern.compile("[A-Z][A-Z0-9_-]*")),
            Map.entry("ISO 4217 code", Pattern.compile("[A-Z]{3}")),
            Map.entry("ISO 3166-1 alpha-2 code", Pattern.compile("[A-Z]{2}")),
            Map.entry("IANA zone", Pattern.compile("\\S+")),
            Map.entry("SHA-256 in hex", Pattern.compile("[0-9a-f]{64}")));

    /** Words for numbers and bytes. */
    private static final Set<String> OF_NUMBERS = Set.of(
            "seconds", // Whole.
            "minutes",
            "months",
            "year",
            "days",
            "day of week", // 1 Monday to 7 Sunday.
            "day of month",
            "percent", // 80 means 80 %.
            "fraction", // 0.19 means 19 %.
            "units", // Pieces of whatever is agreed.
            "count",
            "line number", // Of a contract or of a document.
            "version",
            "ordinal", // Which one, counted from its first.
            "quote for one base", // An exchange rate.
            "UTF-8 text or ciphertext");

    private static final Pattern AMOUNT = Pattern.compile(
            "amount in (?:the (?:contract|deal|document|rate|receipt)'s currency|([a-z][a-zA-Z]*)(?: or ([a-z][a-zA-Z]*))?)"
                    + "(?: per (?:hour|unit))?");

    /** Whether contracts may use the word for text. */
    public static boolean areOfText(String unit) {
        return OF_TEXT.containsKey(unit);
    }

    /** Whether contracts may use the word for numbers or bytes. */
    public static boolean areOfNumbers(String unit) {
        return OF_NUMBERS.contains(unit) || AMOUNT.matcher(unit).matches();
    }

    /** Fields of the same record that tell the currency of an amount, the first that has a value counts; empty when none does. */
    public static Set<String> currencyFieldsOf(String unit) {
        var read = AMOUNT.matcher(unit);
        var fields = new LinkedHashSet<String>();
        if (read.matches() && read.group(1) != null) {
            fields.add(read.group(1));
            if (read.group(2) != null) {
                fields.add(read.group(2));
            }
        }
        return fields;
    }

    /** Whether a text looks as its unit promises; of units that promise nothing of text, everything does. */
    static boolean fits(@Nullable String unit, CharSequence text) {
        var shape = unit == null ? null : OF_TEXT.get(unit);
        return shape == null || shape == ANYTHING || shape.matcher(text).matches();
    }

    private Units() {}
}
