package io.fairlead.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines, figures and ids of a stack, picked at random, and what {@code explain} says of them. */
record ExplainedFigures(DemoStack stack, long seed) {

    /** Where ids come from. */
    private static final Map<String, String> POOLS = new LinkedHashMap<>();

    static {
        POOLS.put("lines of invoices", "select invoice_id || ' --line ' || line_no from projection.invoice_line");
        POOLS.put(
                "lines of credit notes",
                "select credit_note_id || ' --line ' || line_no from projection.credit_note_line");
        POOLS.put(
                "lines that review removed",
                "select invoice_id || ' --line 2' from projection.invoice i where exists ("
                        + "select from projection.invoice_line l where l.invoice_id = i.invoice_id and l.line_no = 3 and"
                        + " l.adjustment_amount <> 0)");
        POOLS.put(
                "numbers",
                "select number from projection.invoice where number is not null union"
                        + " select number from projection.credit_note where number is not null");
        POOLS.put("unbilled work", "select contract_id from projection.contract");
        POOLS.put("positions", "select replace(contract_id, 'contract:', 'position:') from projection.contract");
        POOLS.put("backlogs", "select replace(contract_id, 'contract:', 'backlog:') from projection.contract");
        POOLS.put(
                "what customers owe", "select replace(customer_id, 'customer:', 'balance:') from projection.customer");
        POOLS.put("limits", "select distinct funding_id from projection.funding_limit");
        POOLS.put(
                "key figures",
                "select 'kpi:' || split_part(legal_entity_id, ':', 2) || ':' || d from"
                        + " projection.legal_entity, (values ('2026-01-01:2026-04-01'), ('2026-03-01:2026-04-01'),"
                        + " ('2026-04-01:2026-07-01')) p (d)");
        POOLS.put("obligations", "select obligation_id from projection.obligation");
        POOLS.put("work", "select source_id from projection.unbilled_work");
        POOLS.put("everything", "select aggregate_id from store.es_stream");
        POOLS.put(
                "one of each kind",
                "select min(aggregate_id) from store.es_stream group by split_part(aggregate_id, ':', 1)");
    }

    /** So many picked ones, some of each pool, all kinds of ids among them. */
    Set<String> picked(int count) throws SQLException {
        var random = new Random(seed);
        var picked = new LinkedHashSet<String>();
        try (var rows = new PlantedRows(stack)) {
            var pools = new ArrayList<List<String>>();
            for (var pool : POOLS.values()) {
                var ids = rows.ask(pool + " order by 1");
                Collections.shuffle(ids, random);
                pools.add(ids);
            }
            picked.addAll(pools.removeLast());
            for (int at = 0; picked.size() < count && at < count; at++) {
                for (var pool : pools) {
                    if (at < pool.size() && picked.size() < count) {
                        picked.add(pool.get(at));
                    }
                }
            }
        }
        return picked;
    }

    /** What is wrong with what the command line says of an id; empty when all sums come out and an event is reached. */
    List<String> faults(String id) {
        var arguments = new ArrayList<>(List.of("explain", "--json"));
        arguments.addAll(List.of(id.split(" ")));
        var run = stack.run(arguments.toArray(String[]::new));
        var faults = new ArrayList<String>();
        if (run.exitCode() != 0) {
            faults.add(id + " ended with " + run.exitCode() + ": " + run.errors());
            return faults;
        }
        var explanation = JsonMapper.shared().readTree(run.output());
        explanation.path("differences").forEach(difference -> faults.add(id + ": " + difference.asString()));
        if (!reachesAnEvent(explanation.path("because"))) {
            faults.add(id + " reaches no event");
        }
        return faults;
    }

    private static boolean reachesAnEvent(JsonNode node) {
        if (!node.path("source").path("eventId").asString("").isEmpty()) {
            return true;
        }
        for (var part : node.path("parts")) {
            if (reachesAnEvent(part)) {
                return true;
            }
        }
        return false;
    }
}
