package io.fairlead.app.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which companies each operation concerns; the table is {@code operations.txt} beside this class.
 *
 * @param byOperation by method and path, say {@code POST /v1/contracts/{id}/close}
 */
record CompanyRules(Map<String, Rule> byOperation) {

    /** What stands in a row. */
    sealed interface Rule {}

    /** Views, commands or the operation itself look whose things they are. */
    enum Inside implements Rule {
        ROWS,
        COMMANDS,
        LOOKS_ITSELF,
        SHARED
    }

    /** It concerns all companies. */
    enum Whole implements Rule {
        ALL
    }

    /** A thing that the path names. */
    record Named(String variable, String kind, boolean mayBeNew) implements Rule {

        /** The key of its stream. */
        String id(String text) {
            return text.startsWith(kind + ":") || kind.equals("credit-note") && text.startsWith("invoice:")
                    ? text // What a document owes is named by the document, which is a credit note or an invoice.
                    : kind + ":" + text;
        }
    }

    CompanyRules {
        byOperation = Map.copyOf(byOperation);
    }

    static CompanyRules load() {
        try (var table = Objects.requireNonNull(CompanyRules.class.getResourceAsStream("operations.txt"))) {
            return of(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CompanyRules of(String table) {
        var rules = new LinkedHashMap<String, Rule>();
        table.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            var cells = line.strip().split(" +", 3);
            if (rules.put(cells[0] + " " + cells[1], rule(cells[2])) != null) {
                throw new IllegalStateException("operations.txt has two rows for " + cells[0] + " " + cells[1]);
            }
        });
        return new CompanyRules(rules);
    }

    private static Rule rule(String words) {
        return switch (words) {
            case "rows" -> Inside.ROWS;
            case "commands" -> Inside.COMMANDS;
            case "looks-itself" -> Inside.LOOKS_ITSELF;
            case "shared" -> Inside.SHARED;
            case "all" -> Whole.ALL;
            default -> named(words);
        };
    }

    private static Named named(String words) {
        var named = words.replaceFirst(",new$", "").split("=", 2);
        if (named.length != 2 || !ThingsOfCompanies.isKnown(named[1])) {
            throw new IllegalStateException("operations.txt: '" + words + "' is no rule");
        }
        return new Named(named[0], named[1], words.endsWith(",new"));
    }

    /**
     * Compares the table with what is there.
     *
     * @param operations by method and path
     * @throws IllegalStateException when one has no row, or a row has none, or names what the path does not
     */
    void requireExactly(Set<String> operations) {
        var without = new TreeSet<>(operations);
        without.removeAll(byOperation.keySet());
        var gone = new TreeSet<>(byOperation.keySet());
        gone.removeAll(operations);
        byOperation.forEach((operation, rule) -> {
            if (rule instanceof Named named && !operation.contains("{" + named.variable() + "}")) {
                gone.add(operation + " with {" + named.variable() + "}");
            }
        });
        if (!without.isEmpty() || !gone.isEmpty()) {
            throw new IllegalStateException("io/fairlead/app/company/operations.txt: no row for " + without
                    + ", no operation for " + gone + ". Say which companies an operation concerns");
        }
    }
}
