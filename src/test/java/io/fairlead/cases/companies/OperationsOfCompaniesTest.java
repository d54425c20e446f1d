package io.fairlead.cases.companies;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.cases.companies.NodeForCompanies.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation for somebody who acts for one of two companies, generated from the table of operations: what is his answers as
 * ever, what is the other's is unknown, and nothing is recorded.
 */
@ExtendWith(CaseStack.class)
class OperationsOfCompaniesTest {

    /** Lists that need something to be asked for. */
    private static final Map<String, String> ASKED = Map.of(
            "/v1/kpis", "from=2026-01-01&to=2026-04-01",
            "/v1/legal-entities", "",
            "/v1/deductions", "",
            "/v1/periods", "entity=%2$s",
            "/v1/receivables/statement", "customer=%s&legalEntity=%s",
            "/v1/receivables", "customer=%s");

    /** Nothing of these is in the firms: they are compared by what they answer. */
    private static final Set<String> EMPTY = Set.of(
            "/v1/obligations",
            "/v1/time-rate-proposals",
            "/v1/deductions",
            "/v1/owed-credits",
            "/v1/periods",
            "/v1/views/margin/in-entity-currency");

    /** One row of the table. */
    private record Operation(String method, String path, String rule) {}

    @Test
    void foreign_things_are_unknown_own_ones_are_as_ever_and_lists_show_ones_own(
            Firm north, Firm south, CaseStack.Stack stack) {
        var theirs = FullFirm.filled(north, "977.77");
        var own = FullFirm.filled(south, "101.00");
        try (var node = new NodeForCompanies(stack)) {
            var somebody = new Person("somebody", south.id("firm"));
            var faults = new ArrayList<String>();
            long head = stack.head();
            for (var operation : operations()) {
                var rule = operation.rule().replace(",new", "");
                if (rule.contains("=")) {
                    faults.addAll(named(node, somebody, operation, rule.split("="), theirs, own));
                } else if (rule.equals("rows")) {
                    faults.addAll(listed(node, somebody, operation, theirs, own));
                } else if (rule.equals("all")) {
                    var told = node.send(somebody, operation.method(), filledPath(operation.path(), "x"), "{}");
                    if (told.statusCode() != 403 || !told.body().contains("ALL_COMPANIES_NEEDED")) {
                        faults.add(operation + " is not kept for all companies: " + told.statusCode());
                    }
                }
            }
            looksItself(node, somebody, theirs, own, faults);
            bodies(node, somebody, theirs, own, faults);
            if (stack.head() != head) {
                faults.add("something is recorded");
            }
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> named(
            NodeForCompanies node, Person somebody, Operation operation, String[] rule, FullFirm theirs, FullFirm own) {
        var faults = new ArrayList<String>();
        var kind = rule[1];
        var foreign = theirs.ids().getOrDefault(kind, "");
        var mine = own.ids().getOrDefault(kind, "");
        if (foreign.isEmpty() || mine.isEmpty()) {
            return List.of("there is no " + kind + " for " + operation);
        }
        var told = node.send(somebody, operation.method(), path(operation, rule[0], foreign), "{}");
        if (operation.rule().endsWith(",new")) {
            if (told.statusCode() != 404) {
                faults.add(operation + " tells of a foreign one: " + told.statusCode());
            }
        } else {
            var unknown = node.send(somebody, operation.method(), path(operation, rule[0], "never-heard-of"), "{}");
            if (!shape(told, foreign).equals(shape(unknown, "never-heard-of")) || told.statusCode() != 404) {
                faults.add(operation + " tells a foreign one from an unknown one: " + told.body() + unknown.body());
            }
        }
        var answered = node.rehearse(somebody, operation.method(), path(operation, rule[0], mine), "{}");
        var whole = node.rehearse(
                new Person("somebody", (Set<String>) null), operation.method(), path(operation, rule[0], mine), "{}");
        if (answered.statusCode() != whole.statusCode()) {
            faults.add(operation + " answers " + answered.statusCode() + " for his own, and " + whole.statusCode()
                    + " to who acts for all: " + answered.body());
        }
        return faults;
    }

    /** Status and words, without what was asked for. */
    private static String shape(HttpResponse<String> told, String id) {
        var problem = JsonMapper.shared().readTree(told.body());
        return told.statusCode() + " " + problem.path("code").asString() + " "
                + problem.path("detail")
                        .asString()
                        .replaceAll("[a-z-]+:" + id, "ID")
                        .replace(id, "ID");
    }

    private static String path(Operation operation, String variable, String id) {
        return filledPath(operation.path().replace("{" + variable + "}", id), "1");
    }

    private static String filledPath(String path, String other) {
        return path.replace("{period}", "2026-01").replaceAll("\\{[a-zA-Z]+}", other);
    }

    private static List<String> listed(
            NodeForCompanies node, Person somebody, Operation operation, FullFirm theirs, FullFirm own) {
        var faults = new ArrayList<String>();
        var everybody = new Person("somebody", (Set<String>) null);
        var path = operation.path() + "?" + query(operation.path(), theirs);
        var seen = node.get(somebody, path);
        if (seen.statusCode() != 200) { // It asks for what the query names.
            var unknown = node.get(somebody, path.replace(theirs.firm().id("firm"), "never-heard-of"));
            var ofOwn = node.get(somebody, operation.path() + "?" + query(operation.path(), own));
            if (seen.statusCode() != unknown.statusCode() || ofOwn.statusCode() != 200) {
                faults.add(operation + " answers " + seen.body() + ", for an unknown one " + unknown.body());
            }
            return faults;
        }
        var foreign = texts(
                node.get(new Person("theirs", theirs.firm().id("firm")), path).body());
        var mine = texts(node.get(somebody, operation.path() + "?" + query(operation.path(), own))
                .body());
        foreign.stream()
                .filter(text -> isOf(text, theirs))
                .filter(texts(seen.body())::contains)
                .forEach(text -> faults.add(operation + " shows " + text));
        if (seen.body().contains("977.77") || seen.body().contains(theirs.firm().id("firm"))) {
            faults.add(operation + " shows " + seen.body());
        }
        if (!EMPTY.contains(operation.path())
                && (foreign.stream().noneMatch(text -> isOf(text, theirs))
                        || mine.stream().noneMatch(text -> isOf(text, own)))) {
            faults.add(operation + " shows nobody anything: "
                    + node.get(everybody, path).body().length());
        }
        return faults;
    }

    private static String query(String path, FullFirm of) {
        var asked = ASKED.getOrDefault(path, "limit=1000");
        return asked.formatted(of.firm().id("buyer"), of.firm().id("firm"));
    }

    /** Whether a text names something of the company; customers are shared. */
    private static boolean isOf(String text, FullFirm of) {
        return text.contains(of.firm().key() + ".") && !text.contains("buyer")
                || of.ids().values().stream().anyMatch(text::endsWith);
    }

    private static Set<String> texts(String body) {
        var texts = new TreeSet<String>();
        if (!body.startsWith("{")) {
            texts.addAll(List.of(body.split("[,\r\n\"]+")));
            return texts;
        }
        collect(JsonMapper.shared().readTree(body), texts);
        return texts;
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.forEach(each -> collect(each, texts));
    }

    /** History and explanations, of things and of figures. */
    private static void looksItself(
            NodeForCompanies node, Person somebody, FullFirm theirs, FullFirm own, List<String> faults) {
        for (var door : List.of("/v1/history/", "/v1/explanations/")) {
            theirs.ids().forEach((kind, id) -> expect(node, somebody, door + streamOf(kind, id), 404, faults));
            own.ids().forEach((kind, id) -> expect(node, somebody, door + streamOf(kind, id), 200, faults));
            expect(node, somebody, door + theirs.firm().id("work"), 404, faults);
        }
        for (var figure : List.of("position:%s", "backlog:%s", "kpi:%s:2026-01-01:2026-04-01")) {
            var of = figure.startsWith("kpi") ? "firm" : "work";
            expect(
                    node,
                    somebody,
                    "/v1/explanations/" + figure.formatted(theirs.firm().id(of)),
                    404,
                    faults);
            expect(
                    node,
                    somebody,
                    "/v1/explanations/" + figure.formatted(own.firm().id(of)),
                    200,
                    faults);
        }
    }

    private static String streamOf(String kind, String id) {
        return id.startsWith(kind + ":") ? id : kind + ":" + id;
    }

    private static void expect(NodeForCompanies node, Person somebody, String path, int status, List<String> faults) {
        var told = node.get(somebody, path);
        if (told.statusCode() != status) {
            faults.add(path + " answers " + told.statusCode() + " instead of " + status);
        }
    }

    /** What bodies name, field by field: a foreign thing is answered as an unknown one is. */
    private static void bodies(
            NodeForCompanies node, Person somebody, FullFirm theirs, FullFirm own, List<String> faults) {
        for (var line : BODIES.strip().lines().toList()) {
            var cells = line.strip().split(" +", 3);
            var asked = cells[2].replace("OWN.", own.firm().key() + ".");
            var kind = cells[1];
            var foreign =
                    asked.replace("THEIRS", Objects.requireNonNull(theirs.ids().get(kind), kind));
            var unknown = asked.replace("THEIRS", "never-heard-of");
            var path = cells[0].replace("OWN.", own.firm().key() + ".");
            var told = node.send(somebody, "POST", path, foreign);
            var toldOfUnknown = node.rehearse(somebody, "POST", path, unknown);
            var isItem = told.body().contains("\"items\"") && told.statusCode() == 200;
            if (told.statusCode() / 100 == 2 && !(isItem && told.body().contains("refused"))) {
                faults.add(line + " is taken: " + told.body());
            }
            if (told.statusCode() == 400 || told.body().contains("\"G-02\"")) {
                faults.add(line + " never comes so far: " + told.body());
            }
            if (told.statusCode() != toldOfUnknown.statusCode()) {
                faults.add(line + " tells a foreign one from an unknown one: " + told.body() + toldOfUnknown.body());
            }
        }
    }

    /** Path, kind of the thing that is another company's, body. */
    private static final String BODIES = """
            /v1/time-entries project {"id":"OWN.n1","person":"OWN.ana","project":"THEIRS","workDate":"2026-03-05","seconds":60}
            /v1/time-entries person {"id":"OWN.n2","person":"THEIRS","project":"OWN.work","workDate":"2026-03-05","seconds":60}
            /v1/time-entries/batch project {"items":[{"id":"OWN.n3","person":"OWN.ana","project":"THEIRS","workDate":"2026-03-05","seconds":60}]}
            /v1/time-entries/approvals time-entry {"ids":["THEIRS"]}
            /v1/time-entries/submissions time-entry {"ids":["THEIRS"]}
            /v1/expenses project {"id":"OWN.x1","person":"OWN.ana","project":"THEIRS","category":"TRAVEL","spentOn":"2026-03-05","amount":"1.00","currency":"EUR"}
            /v1/projects contract {"id":"OWN.p9","contract":"THEIRS","name":"Foreign","openedOn":"2026-03-05"}
            /v1/billing-runs legal-entity {"id":"OWN.r9","legalEntity":"THEIRS","cutOff":"2026-03-31","issueDate":"2026-03-31"}
            /v1/payments invoice {"source":"bank","sourceId":"OWN.z9","invoice":"THEIRS","amount":"1.00","currency":"EUR","valueDate":"2026-03-05"}
            /v1/people legal-entity {"id":"OWN.new","legalEntity":"THEIRS","name":"New","role":"dev","employment":"EMPLOYEE","startDate":"2026-01-01"}
            /v1/time-entries/OWN.t2/move project {"project":"THEIRS","reason":"wrong"}
            """;

    private static List<Operation> operations() {
        try (var table = Objects.requireNonNull(
                OperationsOfCompaniesTest.class.getResourceAsStream("/io/fairlead/app/company/operations.txt"))) {
            return rows(new String(table.readAllBytes(), StandardCharsets.UTF_8))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Operation> rows(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(" +"))
                .map(cells -> new Operation(cells[0], cells[1], cells[2]));
    }
}
