package io.fairlead.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code verify} is for: a fault of any kind, anywhere, is named by its check; where there is none, nothing is. */
@TestMethodOrder(OrderAnnotation.class)
class PlantedFaultsTest {

    private static final int KINDS_AT_LEAST = 40;
    private static final int PICKED = 500;
    private static final long SEED = 19;
    private static final List<String> ALARMS = List.of("PROCESS_PARKED", "VIEW_PARKED");
    private static final List<String> KINDS = new ArrayList<>();

    @TempDir
    static Path folder;

    private static DemoStack stack;

    @BeforeAll
    static void the_demo_is_played() throws Exception {
        stack = DemoStack.start(folder);
    }

    @AfterAll
    static void everything_stops() throws Exception {
        stack.close();
    }

    @Test
    @Order(1)
    void where_nothing_was_planted_nothing_is_named() {
        assertThat(differences(stack.verified())).isEmpty();
    }

    @Test
    @Order(1)
    void lines_figures_and_ids_picked_at_random_are_explained_down_to_events() throws Exception {
        var figures = new ExplainedFigures(stack, SEED);
        var picked = figures.picked(PICKED);
        assertThat(picked).hasSize(PICKED);
        assertThat(picked.stream().flatMap(id -> figures.faults(id).stream())).isEmpty();
        System.out.println(PICKED + " lines, figures and ids were explained without a difference");
    }

    @Test
    @Order(2)
    void rows_of_views_processes_and_deliveries_that_were_changed_are_named() throws Exception {
        try (var rows = new PlantedRows(stack)) {
            var faults = ViewFaults.planted(rows);
            named(faults, stack.verified("I2", "I3", "I4", "I7", "I9", "I12"));
            // The application sees for itself what is parked; no later fault is planted while it tells of that.
            ALARMS.forEach(code -> stack.awaitItem(code, "planted", "open"));
        }
        ALARMS.forEach(code -> stack.awaitItem(code, "planted", "resolved"));
    }

    @Test
    @Order(3)
    void a_row_of_each_view_that_was_changed_is_named() throws Exception {
        var faults = new ArrayList<Fault>();
        try (var rows = new PlantedRows(stack)) {
            var engine = List.of("token", "parked_event", "segment", "followed_view", "view_generation", "rebuild");
            for (var table : rows.ask("select tablename from pg_tables where schemaname = 'projection' order by 1")) {
                if (!engine.contains(table) && !table.startsWith("flyway") && rows.alter("projection." + table)) {
                    faults.add(new Fault("row of " + table, "I7", table + ": ", "first: "));
                }
            }
            assertThat(faults).as("views with rows").hasSizeGreaterThan(40);
            named(faults, stack.verified("I7"));
        }
    }

    @Test
    @Order(3)
    void a_view_of_readers_that_tells_something_else_is_named() throws Exception {
        try (var rows = new PlantedRows(stack)) {
            rows.redefine("bi.unbilled_by_contract", "over_limit_amount", "over_limit_amount + 1");
            rows.redefine("bi.unbilled_by_entity", "unbilled_amount", "unbilled_amount + 1");
            rows.redefine(
                    "bi.fact_receipt",
                    "left_amount",
                    "left_amount + case when receipt_id = (select min(receipt_id)"
                            + " from projection.receipt) then 1 else 0 end");
            rows.redefine("bi.fact_credit_note_lifecycle", "gross_amount", "gross_amount * 2");
            var contract = rows.ask("select min(contract_id) from bi.unbilled_by_contract")
                    .getFirst();
            named(
                    List.of(
                            new Fault("unbilled by contract in bi", "I16", "unbilled of " + contract),
                            new Fault("unbilled by company in bi", "I16", "unbilled by company"),
                            new Fault("money on account in bi", "I16", "on account of receipt:"),
                            new Fault("gross of a credit note in bi", "I16", "gross of credit-note:")),
                    stack.verified("I16"));
        }
    }

    @Test
    @Order(4)
    void a_store_that_is_not_as_it_was_appended_is_named() throws Exception {
        var at = "(select max(position) - 100 from store.es_event)";
        var event = "update store.es_event set %s where position = " + at;
        var hash = "hashes do not follow";
        for (var fault : List.of(
                List.of("payload of an event", hash, event.formatted("payload = payload || '\\x00'::bytea")),
                List.of("metadata of an event", hash, event.formatted("meta = meta || '\\x00'::bytea")),
                List.of("time of an event", hash, event.formatted("ts = ts + interval '1 second'")),
                List.of(
                        "name of an event",
                        hash,
                        event.formatted("type_no = (select min(type_no) from store.es_type)")),
                List.of("schema of an event", hash, event.formatted("schema_fp = schema_fp + 1")),
                List.of(
                        "id of an event doubled",
                        "event ids are doubled",
                        event.formatted("event_id = (select event_id from store.es_event where position = 1)")),
                List.of("place in its stream", "not the next of their stream", event.formatted("seq = seq + 7")),
                List.of(
                        "event removed",
                        "positions are missing",
                        "delete from store.es_event where position = " + at))) {
            try (var rows = new PlantedRows(stack)) {
                rows.change("store.es_event", "position = " + at, fault.get(2));
                named(List.of(new Fault(fault.get(0), "I1", fault.get(1))), stack.verified("I1"));
            }
        }
        try (var rows = new PlantedRows(stack)) {
            rows.change("store.es_stream", "update store.es_stream set version = version + 1 where stream_no = 1");
            rows.change(
                    "store.es_command",
                    "update store.es_command set last_pos = last_pos + 1000000 where ctid ="
                            + " (select ctid from store.es_command where last_pos > 0 limit 1)");
            named(
                    List.of(
                            new Fault("row of a stream", "I1", "1 stream rows do not match"),
                            new Fault("row of a command", "I1", "commands claim events")),
                    stack.verified("I1"));
        }
    }

    /** As in the forgery of the first review of all: who may write the database makes hashes and views agree with what he wrote. */
    @Test
    @Order(4)
    void a_history_that_was_forged_with_its_hashes_and_its_view_is_named_by_what_the_topics_hold() throws Exception {
        try (var rows = new PlantedRows(stack)) {
            var stream = new ForgedHistory(rows).ofAnApproval("local|lead");
            var report = stack.verified("I1", "I6");
            assertThat(stack.run("history", stream).output()).contains("local|lead");
            assertThat(differences(report)).noneMatch(difference -> difference.startsWith("I1 "));
            named(
                    List.of(new Fault(
                            "history forged with its hashes", "I6", "says something else than what is stored")),
                    report);
        }
    }

    @Test
    @Order(5)
    void events_whose_figures_do_not_follow_are_named() throws Exception {
        try (var rows = new PlantedRows(stack)) {
            var faults = new PlantedEvents(rows).faults();
            named(faults, stack.verified("I3", "I4", "I5", "I8", "I11", "I12", "I15"));
        }
        try (var rows = new PlantedRows(stack)) {
            rows.change(
                    "store.es_event",
                    "update store.es_event set payload = substring(payload from 1 for 3) where"
                            + " position = (select min(position) from store.es_event)");
            named(List.of(new Fault("event that cannot be read", "I10", "")), stack.verified("I10"));
        }
    }

    @Test
    @Order(6)
    void records_of_topics_that_were_changed_are_named() throws Exception {
        try (var records = new PlantedRecords(stack, "fairlead.time-entry.v1")) {
            var faults = records.faults();
            records.plant();
            named(faults, stack.verified("I6"));
        }
    }

    @Test
    @Order(7)
    void documents_of_the_erps_ledger_that_were_changed_are_named() throws Exception {
        try (var books = new PlantedLedger(stack)) {
            var faults = books.faults();
            books.plant();
            named(faults, stack.verified("I8"));
        }
    }

    @Test
    @Order(8)
    void what_was_taken_away_again_is_named_no_more() {
        assertThat(differences(stack.verified())).isEmpty();
        assertThat(KINDS).hasSizeGreaterThanOrEqualTo(KINDS_AT_LEAST);
        System.out.println(KINDS.size() + " kinds of planted faults were named by verify");
    }

    private static void named(List<Fault> faults, JsonNode report) {
        assertThat(faults.stream().filter(fault -> !fault.isNamedIn(report)))
                .as("faults that no sentence names: " + differences(report))
                .isEmpty();
        faults.forEach(fault -> KINDS.add(fault.kind()));
    }

    private static List<String> differences(JsonNode report) {
        var all = new ArrayList<String>();
        for (var check : report.path("checks")) {
            if (check.path("failed").asLong() > 0) {
                all.add(check.path("id").asString() + " " + check.path("failed") + ": " + check.path("examples"));
            }
        }
        return all;
    }
}
