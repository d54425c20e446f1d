package io.fairlead.cases.payments;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.testing.CommandLineRun;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bank's statement, imported by the command line: what names an invoice pays it, all else is told with its reason. */
@ExtendWith(CaseStack.class)
class BankStatementTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_names_an_invoice_is_booked_once_and_all_else_is_told(Firm firm, CaseStack.Stack stack)
            throws IOException {
        opened(firm);
        var first = billed(firm, "2026-02-10", 3_600);
        var second = billed(firm, "2026-02-11", 7_200);
        var entries = String.join(
                "",
                entry("CRDT", "BOOK", "120.00", "Invoice " + number(firm, first)),
                entry("CRDT", "BOOK", "240.00", "for your services"),
                entry("CRDT", "BOOK", "7.00", "something"),
                entry("CRDT", "PDNG", "240.00", number(firm, second)),
                entry("DBIT", "BOOK", "50.00", number(firm, second)),
                batch("999.00", number(firm, second), number(firm, second)));
        var file = statement(firm, "100.00", "1416.00", entries);

        var dry = imported(stack, file, "--dry-run");
        assertThat(outcomes(dry))
                .containsExactly(
                        "APPLIED 120.00",
                        "PROPOSED 240.00",
                        "LEFT 7.00",
                        "NOT_BOOKED 240.00",
                        "OUT -50.00",
                        "LEFT 999.00");
        assertThat(open(firm, first)).isEqualTo("120.00");

        var report = imported(stack, file);
        firm.settled();
        assertThat(outcomes(report)).isEqualTo(outcomes(dry));
        assertThat(report.path("payments").path(0).path("invoices").path(0).asString())
                .isEqualTo(number(firm, first));
        assertThat(report.path("payments").path(1).path("reason").asString()).contains("has its amount");
        assertThat(report.path("payments").path(5).path("reason").asString()).contains("batch");
        assertThat(sum(report))
                .as("outcomes are entries")
                .isEqualByComparingTo(new BigDecimal("120")
                        .add(new BigDecimal("240"))
                        .add(new BigDecimal("7"))
                        .add(new BigDecimal("240"))
                        .subtract(new BigDecimal("50"))
                        .add(new BigDecimal("999")));
        assertThat(open(firm, first)).isEqualTo("0.00");
        assertThat(open(firm, second)).isEqualTo("240.00");

        var again = imported(stack, file);
        firm.settled();
        assertThat(outcomes(again)).contains("REPEATED 120.00").doesNotContain("APPLIED 120.00");
        assertThat(open(firm, first)).isEqualTo("0.00");
        var other =
                statement(firm, "100.00", "270.00", entry("CRDT", "BOOK", "170.00", "Invoice " + number(firm, second)));
        var refused = CommandLineRun.at(stack.base(), "import", "payments", other.toString(), "--json");
        assertThat(refused.exitCode()).as("a payment was refused").isEqualTo(1);
        assertThat(refused.output()).contains("REFUSED", "a statement of the same name: 120");
        firm.settled();
        assertThat(open(firm, second)).isEqualTo("240.00");
        firm.provedRight(first, second);
    }

    @Test
    void a_transfer_that_was_booked_by_hand_is_not_booked_for_the_rest_of_what_it_names(
            Firm firm, CaseStack.Stack stack) throws IOException {
        opened(firm);
        var first = billed(firm, "2026-02-10", 3_600);
        var second = billed(firm, "2026-02-11", 7_200);
        var text = number(firm, first) + " and " + number(firm, second);
        var file = statement(firm, "0.00", "200.00", entry("CRDT", "BOOK", "200.00", text));
        assertThat(outcomes(imported(stack, file))).containsExactly("PROPOSED 200.00");

        paid(firm, first, "120.00");
        paid(firm, second, "80.00");
        firm.settled();
        var again = imported(stack, file);
        firm.settled();
        assertThat(outcomes(again)).containsExactly("PROPOSED 200.00");
        assertThat(open(firm, second)).isEqualTo("160.00");
        var small = statement(firm, "0.00", "50.00", entry("CRDT", "BOOK", "50.00", text));
        assertThat(outcomes(imported(stack, small))).containsExactly("PROPOSED 50.00");
        firm.settled();
        assertThat(open(firm, second)).isEqualTo("160.00");
        firm.provedRight(first, second);
    }

    @Test
    void a_statement_that_does_not_add_up_is_told_with_what_is_missing_and_needs_a_word(
            Firm firm, CaseStack.Stack stack) throws IOException {
        opened(firm);
        var invoice = billed(firm, "2026-02-10", 3_600);
        var file = statement(
                firm, "100.00", "300.00", entry("CRDT", "BOOK", "120.00", "Invoice " + number(firm, invoice)));

        var refused = CommandLineRun.at(stack.base(), "import", "payments", file.toString());
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.errors()).contains("STATEMENT_BALANCE", "80.00 EUR are missing");
        var looked = CommandLineRun.at(stack.base(), "import", "payments", file.toString(), "--dry-run");
        assertThat(looked.exitCode()).as("as it would end").isEqualTo(1);
        assertThat(looked.output()).contains("80.00 EUR are missing", "would be refused");
        firm.settled();
        assertThat(open(firm, invoice)).isEqualTo("120.00");

        var report = imported(stack, file, "--accept-balance");
        firm.settled();
        assertThat(report.path("differences")).hasSize(1);
        assertThat(open(firm, invoice)).isEqualTo("0.00");
    }

    @Test
    void each_of_5_000_entries_has_one_outcome_and_twice_changes_nothing(Firm firm, CaseStack.Stack stack)
            throws IOException {
        opened(firm);
        var invoice = billed(firm, "2026-02-10", 3_600);
        var number = number(firm, invoice);
        var entries = IntStream.rangeClosed(1, 5_000)
                .mapToObj(no -> entry(
                        no % 5 == 0 ? "DBIT" : "CRDT",
                        no % 7 == 0 ? "PDNG" : "BOOK",
                        no % 100 == 1 ? "2.00" : "3.00",
                        no % 100 == 1 ? "part " + no + " of " + number : "transfer " + no))
                .collect(Collectors.joining());
        var file = statement(firm, "0.00", "0.00", entries);

        var report = imported(stack, file, "--accept-balance");
        assertThat(report.path("entries").asInt()).isEqualTo(5_000);
        assertThat(report.path("payments")).hasSize(5_000);
        assertThat(report.path("outcomes")
                        .valueStream()
                        .mapToInt(outcome -> outcome.path("payments").asInt())
                        .sum())
                .isEqualTo(5_000);
        assertThat(sum(report))
                .isEqualByComparingTo("8950.00"); // 4,000 come, 1,000 go; each hundredth is 2.00, else 3.00.
        firm.settled();
        var open = open(firm, invoice);
        assertThat(new BigDecimal(open)).isEqualByComparingTo(new BigDecimal("120").subtract(sum(report, "APPLIED")));

        var again = imported(stack, file, "--accept-balance");
        firm.settled();
        assertThat(open(firm, invoice)).isEqualTo(open);
        assertThat(sum(again, "REPEATED"))
                .as("all that came is booked")
                .isEqualByComparingTo(sum(report, "APPLIED").add(sum(report, "LEFT")));
        assertThat(sum(again, "APPLIED")).isZero();
        firm.provedRight(invoice);
    }

    @Test
    void a_file_without_a_statement_is_refused(Firm firm, CaseStack.Stack stack) throws IOException {
        opened(firm);
        var file = Files.writeString(
                folder.resolve("none.xml"),
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt/></Document>");
        var refused = CommandLineRun.at(stack.base(), "import", "payments", file.toString());
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.errors()).contains("STATEMENT_MISSING");
    }

    private static void opened(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var details = of("iban", iban(firm));
        details.put("address", null);
        details.put("endpoint", null);
        details.put("registration", null);
        details.put("contact", null);
        firm.post("/v1/legal-entities/" + firm.id("firm") + "/details", details);
    }

    /** An account of this firm alone. */
    private static String iban(Firm firm) {
        var number = "%018d".formatted(Math.abs((long) firm.key().hashCode()));
        var rest = new BigInteger(number + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(98 - rest, number);
    }

    private static String billed(Firm firm, String day, int seconds) {
        firm.approvedTime("ana", "work", day, seconds);
        var invoice = firm.bill(day).getFirst().path("invoiceId").asString();
        firm.issue(invoice);
        return invoice;
    }

    /** By hand, as a clerk does. */
    private static void paid(Firm firm, String invoice, String amount) {
        var payment = of("source", "clerk", "sourceId", invoice, "invoice", invoice, "amount", amount);
        payment.put("currency", "EUR");
        payment.put("valueDate", "2026-03-02");
        firm.post("/v1/payments", payment);
    }

    private static String number(Firm firm, String invoice) {
        return firm.get("/v1/invoices/" + invoice)
                .path("invoice")
                .path("number")
                .asString();
    }

    private static String open(Firm firm, String invoice) {
        return amount(firm.get("/v1/invoices/" + invoice).path("invoice").path("open"))
                .setScale(2)
                .toPlainString();
    }

    private static JsonNode imported(CaseStack.Stack stack, Path file, String... options) {
        var arguments = new ArrayList<>(List.of("import", "payments", file.toString(), "--json"));
        arguments.addAll(List.of(options));
        var run = CommandLineRun.at(stack.base(), arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return JsonMapper.shared().readTree(run.output());
    }

    private static List<String> outcomes(JsonNode report) {
        return report.path("payments")
                .valueStream()
                .map(payment -> payment.path("outcome").asString() + " "
                        + amount(payment.path("amount")).setScale(2).toPlainString())
                .toList();
    }

    private static BigDecimal sum(JsonNode report) {
        return sum(report, "");
    }

    /** Of one outcome; of all for none. */
    private static BigDecimal sum(JsonNode report, String of) {
        return report.path("outcomes")
                .valueStream()
                .filter(outcome -> outcome.path("outcome").asString().startsWith(of))
                .map(outcome -> amount(outcome.path("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String entry(String side, String status, String amount, String text) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>%s</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>
                <NtryDtls><TxDtls><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>""".formatted(amount, side, status, text);
    }

    /** A batch of which the bank gives each payment the amount of the whole. */
    private static String batch(String amount, String... texts) {
        var details = new StringBuilder();
        for (var text : texts) {
            details.append("<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">%s</Amt></TxAmt></AmtDtls>".formatted(amount))
                    .append("<RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls>".formatted(text));
        }
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>
                <NtryDtls>%s</NtryDtls></Ntry>""".formatted(amount, details);
    }

    private Path statement(Firm firm, String opening, String closing, String entries) throws IOException {
        return Files.writeString(folder.resolve("statement.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                <Stmt><Id>S-1</Id><Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>%s%s%s</Stmt>
                </BkToCstmrStmt></Document>""".formatted(
                        iban(firm), balance("OPBD", opening), balance("CLBD", closing), entries));
    }

    private static String balance(String code, String amount) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>""".formatted(code, amount);
    }
}
