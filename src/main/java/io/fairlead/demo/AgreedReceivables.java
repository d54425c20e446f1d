package io.fairlead.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * What every customer owes every company in every currency, told by five that do not ask each other: the statement of account, the
 * open items, the balances, schema {@code bi}, and the ERP's own ledger.
 */
final class AgreedReceivables {

    private static final String AS = " asked as ";

    /** Who are asked of each customer over HTTP, by whichever of its names. */
    private static final List<String> OVER_HTTP = List.of("statement", "open items", "balances");

    private final Map<String, Map<String, BigDecimal>> byAccount = new TreeMap<>();

    /** In which order a customer's figures are told. */
    private final List<String> told = new ArrayList<>(OVER_HTTP);

    private long customers;

    /**
     * What they told.
     *
     * @param tellers who was asked
     * @param accounts customers by company and currency, those of a former name apart
     */
    record Outcome(List<String> tellers, long customers, long accounts, List<String> differences) {}

    /** Asks all of them; schema {@code bi} only when there is a login to read it. */
    static Outcome of(StoryClient steps, List<? extends Reader> readers) {
        var all = new AgreedReceivables();
        all.askApi(steps);
        readers.forEach(all::ask);
        return all.outcome();
    }

    void ask(Reader reader) {
        told.add(reader.name());
        reader.read((account, amount) -> add(account, reader.name(), amount));
    }

    Outcome outcome() {
        return new Outcome(List.copyOf(told), customers, byAccount.size(), differences());
    }

    /** Somebody who tells what customers owe, each of them by {@link #account}. */
    interface Reader {

        String name();

        void read(BiConsumer<String, BigDecimal> each);
    }

    /** A customer that lives on, with company and currency. */
    static String account(String customerId, String legalEntityId, String currency) {
        return customerId + " " + legalEntityId + " " + currency;
    }

    private void askApi(StoryClient steps) {
        for (var customer : steps.readAll("/v1/customers")) {
            customers++;
            var id = customer.path("customerId").asString("");
            var into = customer.path("mergedInto").asString("");
            // Asked by the name of the one that went, the answer is that of the one that lives on.
            var as = into.isEmpty() ? "" : AS + id;
            var living = into.isEmpty() ? id : into;
            var statement = steps.readSettled("/v1/receivables/statement?customer=" + Billing.keyOf(id));
            closing(statement).forEach((key, balance) -> add(living + as + " " + key, "statement", balance));
            var open = steps.readSettled("/v1/receivables?customer=" + Billing.keyOf(id));
            open.path("items").forEach(item -> add(living + as + " " + where(item), "open items", item, "open"));
            open.path("balances").forEach(row -> add(living + as + " " + where(row), "balances", row, "balance"));
        }
    }

    /** The balance after the last line, by company and currency. */
    private static Map<String, BigDecimal> closing(JsonNode statement) {
        var closing = new LinkedHashMap<String, BigDecimal>();
        statement.path("lines").forEach(line -> closing.put(where(line), Billing.amount(line, "balance")));
        return closing;
    }

    private static String where(JsonNode row) {
        return row.path("legalEntityId").asString("") + " "
                + row.path("currency").asString("");
    }

    private void add(String account, String teller, JsonNode row, String field) {
        add(account, teller, Billing.amount(row, field));
    }

    void add(String account, String teller, BigDecimal amount) {
        byAccount.computeIfAbsent(account, _ -> new LinkedHashMap<>()).merge(teller, amount, BigDecimal::add);
    }

    /** Who says nothing of an account says 0; asked by a former name, HTTP says what it says of the one that lives on. */
    private List<String> differences() {
        var differences = new ArrayList<String>();
        byAccount.forEach((account, figures) -> {
            var living = account.replaceFirst(AS + "\\S+", "");
            boolean isByFormerName = !living.equals(account);
            var asked = isByFormerName ? OVER_HTTP : told;
            var sums = new TreeSet<BigDecimal>();
            asked.forEach(teller -> sums.add(figures.getOrDefault(teller, BigDecimal.ZERO)));
            sums.add(byAccount.getOrDefault(living, Map.of()).getOrDefault(OVER_HTTP.getFirst(), BigDecimal.ZERO));
            if (sums.size() > 1) {
                differences.add(account + ": " + words(asked, figures));
            }
        });
        return differences;
    }

    private static String words(List<String> asked, Map<String, BigDecimal> figures) {
        var words = new ArrayList<String>();
        asked.forEach(teller -> words.add(teller + " "
                + figures.getOrDefault(teller, BigDecimal.ZERO)
                        .stripTrailingZeros()
                        .toPlainString()));
        return String.join(", ", words);
    }
}
