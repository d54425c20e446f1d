package io.fairlead.cases.time;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cases.Firm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What cases about moving time do and look at again and again, over HTTP and by files. */
final class TimeSteps {

    private static final String HEADER = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
            + "End date,End time,Duration,Tags\n";

    /** A company at 20 % with an engineer, ana, at 100 an hour, and a contract {@code work} of one line. */
    static void opened(Firm firm, @Nullable Map<String, Object> policies) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .cost("ana", "40.00", "EUR")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", policies, List.of(line(1, "TIME_AND_MATERIALS")));
    }

    /** One row of a Toggl export, of ana on the project called Support there. */
    static String row(String day, String start, String end, String duration) {
        return "Ana,,,Support,,Phone,Yes," + day + "," + start + "," + day + "," + end + "," + duration + ",\n";
    }

    /** Takes rows in as somebody; Support is a project of the firm. */
    @CanIgnoreReturnValue
    static JsonNode imported(Firm firm, String actor, String project, String... rows) {
        return taken(firm, actor, mapping(firm, project, "ana"), rows);
    }

    /** Takes rows in under a mapping by which the person of the file is somebody else. */
    static JsonNode importedFor(Firm firm, String person, String... rows) {
        return taken(firm, Firm.RECORDER, mapping(firm, "work", person), rows);
    }

    private static JsonNode taken(Firm firm, String actor, String mapping, String... rows) {
        var answer = firm.imported(actor, "profile=toggl&submit=true", mapping, file(firm, rows));
        firm.settled();
        return answer;
    }

    static JsonNode dryRun(Firm firm, String project, String... rows) {
        return firm.imported(
                Firm.RECORDER, "profile=toggl&dry-run=true", mapping(firm, project, "ana"), file(firm, rows));
    }

    private static String mapping(Firm firm, String project, String person) {
        return """
                {"zone": "Europe/Berlin", "billable": "file", "persons": {"%s": "person:%s"},
                 "projects": {"Support": "project:%s"}}
                """.formatted(firm.key(), firm.id(person), firm.id(project));
    }

    /** Names of files are those of all firms, so ana has the firm's own there. */
    private static String file(Firm firm, String... rows) {
        return HEADER + String.join("", rows).replace("Ana,", firm.key() + ",");
    }

    /** How many rows were new, corrected, repeated and refused. */
    static List<Integer> counts(JsonNode report) {
        return List.of(
                report.path("accepted").asInt(),
                report.path("corrected").asInt(),
                report.path("repeated").asInt(),
                report.path("refused").asInt());
    }

    /** Texts of what the report wants looked at under a code. */
    static List<String> notes(JsonNode report, String code) {
        return report.path("warnings")
                .valueStream()
                .filter(warning -> warning.path("code").asString().equals(code))
                .map(warning -> warning.path("text").asString())
                .toList();
    }

    /** All entries of ana. */
    static List<JsonNode> entries(Firm firm) {
        return entries(firm, "ana");
    }

    static List<JsonNode> entries(Firm firm, String person) {
        firm.settled();
        return firm.get("/v1/time-entries?limit=500&person=" + firm.id(person))
                .path("items")
                .valueStream()
                .toList();
    }

    /** The only entry of ana. */
    static JsonNode entry(Firm firm) {
        var all = entries(firm);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " entries: " + all);
        }
        return all.getFirst();
    }

    /** Key of an entry, without its kind. */
    static String key(JsonNode entry) {
        return entry.path("timeEntryId").asString().replace("time-entry:", "");
    }

    /** Net of the only draft up to the day, issued; "nothing" when there is none. */
    static String billed(Firm firm, String day) {
        var drafts = firm.bill(day);
        return drafts.isEmpty()
                ? "nothing"
                : net(firm.issue(drafts.getFirst().path("invoiceId").asString()));
    }

    static String net(JsonNode invoice) {
        return amount(invoice.path("invoice").path("net")).setScale(2).toPlainString();
    }

    static String creditNet(JsonNode note) {
        return amount(note.path("creditNote").path("net")).setScale(2).toPlainString();
    }

    static String noteId(JsonNode note) {
        return note.path("creditNote").path("creditNoteId").asString();
    }

    /** Code of the open work items about a subject, such as {@code time-entry:<key>}. */
    static List<String> open(Firm firm, String subject) {
        firm.settled();
        return firm.get("/v1/exceptions?status=open&limit=500&subject=" + subject)
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    /** Sums of unbilled and over limit of a contract, by the view that HTTP reads. */
    static List<String> unbilled(Firm firm, String contract) {
        firm.settled();
        var items = firm.get("/v1/views/unbilled?contract=" + firm.id(contract)).path("items");
        return List.of(sum(items, "unbilled"), sum(items, "overLimit"));
    }

    private static String sum(JsonNode items, String field) {
        return items.valueStream()
                .map(item -> amount(item.path(field)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2)
                .toPlainString();
    }

    /** Names and values of a body. */
    static Map<String, Object> because(String reason) {
        return of("reason", reason);
    }

    private TimeSteps() {}
}
