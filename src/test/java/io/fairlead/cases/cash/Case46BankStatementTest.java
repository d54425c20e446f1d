package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.balance;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.change;
import static io.fairlead.cases.cash.MoneySteps.open;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static io.fairlead.cases.cash.MoneySteps.policy;
import static io.fairlead.cases.cash.MoneySteps.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.ReturnedMoney;
import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.testing.CommandLineRun;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Case 46 from the bank's own file: a statement's payments are booked once, and what the bank takes back is open again. */
@ExtendWith(CaseStack.class)
class Case46BankStatementTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void what_a_statement_names_is_booked_once_and_what_the_bank_took_back_is_open_again(
            Firm firm, CaseStack.Stack stack, @TempDir Path folder) throws IOException {
        opened(firm, "0.19");
        policy(firm, "application", "NONE");
        var account = account(firm);
        var one = billed(firm, "2026-02-17", 3 * HOUR);
        var other = billed(firm, "2026-02-18", HOUR);
        var third = billed(firm, "2026-03-10", HOUR / 2);
        var fourth = billed(firm, "2026-03-11", 2 * HOUR);
        var march = statement(
                folder,
                account,
                "MARCH",
                "824.00",
                credit("476.00", "E2E-0001", number(firm, one) + " and " + number(firm, other)),
                credit("100.00", "E2E-0002", number(firm, third)),
                credit("238.00", "E2E-0003", "with thanks"),
                credit("10.00", "E2E-0004", "interest"));

        assertThat(imported(firm, stack, march))
                .containsExactly("APPLIED 2 576.00", "LEFT 1 10.00", "PROPOSED 1 238.00");
        assertThat(List.of(open(firm, one), open(firm, other), open(firm, third), open(firm, fourth)))
                .containsExactly("0.00 paid", "0.00 paid", "0.00 paid", "238.00 posted");
        assertThat(balance(firm)).as("40.50 are on account").containsExactly("238.00", "40.50", "197.50");

        assertThat(ofNobody(firm)).as("no cent is lost").containsExactly("10.00 open");
        assertThat(imported(firm, stack, march)).containsExactly("PROPOSED 1 238.00", "REPEATED 3 586.00");
        assertThat(ofNobody(firm)).containsExactly("10.00 open");
        assertThat(balance(firm)).as("twice changes nothing").containsExactly("238.00", "40.50", "197.50");

        assertThat(imported(firm, stack, march, "--take-proposed"))
                .containsExactly("APPLIED 1 238.00", "REPEATED 3 586.00");
        assertThat(open(firm, fourth)).isEqualTo("0.00 paid");

        var april = statement(folder, account, "APRIL", "-476.00", debit("476.00", "E2E-0001"));
        assertThat(imported(firm, stack, april)).containsExactly("SENT_BACK 1 -476.00");
        assertThat(List.of(open(firm, one), open(firm, other))).containsExactly("357.00 posted", "119.00 posted");
        assertThat(imported(firm, stack, april)).containsExactly("REPEATED 1 -476.00");
        assertThat(balance(firm)).containsExactly("476.00", "40.50", "435.50");
        firm.provedRight(one, other, third, fourth);
    }

    @Test
    void what_takes_money_back_that_nobody_knows_is_told_until_it_is_known(
            Firm firm, CaseStack.Stack stack, @TempDir Path folder) throws IOException {
        opened(firm, "0.19");
        var account = account(firm);
        var invoice = billed(firm, "2026-02-17", HOUR);
        var receipt = MoneySteps.received(firm, "e1", "119.00", "2026-03-02", invoice);
        var booking = account + "/MAY/1/1";
        var back = statement(folder, account, "MAY", "-119.00", debit("119.00", "E2E-0009"));

        assertThat(imported(firm, stack, back)).containsExactly("OUT 1 -119.00");
        assertThat(imported(firm, stack, back)).as("twice changes nothing").containsExactly("REPEATED 1 -119.00");
        assertThat(open(firm, invoice)).isEqualTo("0.00 paid");
        assertThat(item(firm, booking)).isEqualTo("open 1");

        change(firm, "teller", receipt, "return", "valueDate", "2026-04-01", "reason", "no funds", "sourceId", booking);

        assertThat(open(firm, invoice)).isEqualTo("119.00 posted");
        assertThat(item(firm, booking)).as("it closes by itself").isEqualTo("resolved 1");
        firm.provedRight(invoice);
    }

    @Test
    void a_booking_that_is_named_for_money_sent_back_before_is_told_no_more(
            Firm firm, CaseStack.Stack stack, @TempDir Path folder) throws IOException {
        opened(firm, "0.19");
        var account = account(firm);
        var invoice = billed(firm, "2026-02-17", HOUR);
        var receipt = MoneySteps.received(firm, "e1", "119.00", "2026-03-02", invoice);
        change(firm, "teller", receipt, "return", "valueDate", "2026-04-01", "reason", "no funds");
        var back = statement(folder, account, "MAY", "-119.00", debit("119.00", "E2E-0009"));
        assertThat(imported(firm, stack, back)).containsExactly("OUT 1 -119.00");
        var booking = account + "/MAY/1/1";
        assertThat(item(firm, booking)).isEqualTo("open 1");

        change(firm, "teller", receipt, "return", "valueDate", "2026-04-01", "reason", "no funds", "sourceId", booking);

        assertThat(item(firm, booking)).isEqualTo("resolved 1");
        assertThat(imported(firm, stack, back)).containsExactly("REPEATED 1 -119.00");
        assertThat(open(firm, invoice)).isEqualTo("119.00 posted");
        firm.provedRight(invoice);
    }

    @Test
    void a_transfer_for_two_customers_is_left_to_a_person_even_where_what_is_proposed_is_taken(
            Firm firm, CaseStack.Stack stack, @TempDir Path folder) throws IOException {
        opened(firm, "0.19");
        firm.customer("second", "EUR")
                .contract(
                        "elsewhere",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        of("customer", firm.id("second")),
                        List.of(line(1, "TIME_AND_MATERIALS")));
        var unnamed = billed(firm, "2026-02-17", HOUR);
        var one = billed(firm, "2026-02-18", HOUR);
        firm.approvedTime("ana", "elsewhere", "2026-02-19", HOUR);
        var other = firm.bill("2026-02-19").getFirst().path("invoiceId").asString();
        firm.issue(other);
        var text = number(firm, one) + " and " + number(firm, other);
        var june = statement(folder, account(firm), "JUNE", "238.00", credit("238.00", "E2E-0011", text));

        assertThat(imported(firm, stack, june, "--take-proposed")).containsExactly("PROPOSED 1 238.00");

        assertThat(List.of(open(firm, unnamed), open(firm, one), open(firm, other)))
                .as("nothing goes to whom nobody named")
                .containsExactly("119.00 posted", "119.00 posted", "119.00 posted");
        assertThat(ofNobody(firm)).isEmpty();
        firm.provedRight(unnamed, one, other);
    }

    @Test
    void of_two_equal_payments_one_pays_the_invoice_and_the_other_is_on_account(
            Firm firm, CaseStack.Stack stack, @TempDir Path folder) throws IOException {
        opened(firm, "0.19");
        policy(firm, "application", "NONE");
        var account = account(firm);
        var invoice = billed(firm, "2026-02-17", HOUR);
        var twice = statement(
                folder,
                account,
                "JULY",
                "238.00",
                credit("119.00", "E2E-0021", "with thanks"),
                credit("119.00", "E2E-0022", "with thanks"));
        var again = statement(
                folder, account, "AUGUST", "119.00", credit("119.00", "E2E-0023", "for " + number(firm, invoice)));

        assertThat(imported(firm, stack, twice, "--take-proposed", "--dry-run"))
                .containsExactly("APPLIED 1 119.00", "LEFT 1 119.00");
        assertThat(imported(firm, stack, twice, "--take-proposed"))
                .containsExactly("APPLIED 1 119.00", "LEFT 1 119.00");
        assertThat(open(firm, invoice)).isEqualTo("0.00 paid");
        assertThat(ofNobody(firm)).containsExactly("119.00 open");

        assertThat(imported(firm, stack, again)).as("paid once more").containsExactly("LEFT 1 119.00");
        assertThat(balance(firm)).as("it is its customer's").containsExactly("0.00", "119.00", "-119.00");
        assertThat(ofNobody(firm)).hasSize(1);
        firm.provedRight(invoice);
    }

    @Test
    void a_statement_that_stands_twice_in_a_file_is_told_once_by_a_look_ahead_as_well(
            Firm firm, CaseStack.Stack stack, @TempDir Path folder) throws IOException {
        opened(firm, "0.19");
        var once = Files.readString(
                statement(folder, account(firm), "MAY", "10.00", credit("10.00", "E2E-0031", "with thanks")));
        var from = once.indexOf("<Stmt>");
        var file = Files.writeString(
                folder.resolve("twice.xml"),
                once.substring(0, once.indexOf("</BkToCstmrStmt>")) + once.substring(from));

        assertThat(imported(firm, stack, file, "--dry-run")).containsExactly("LEFT 1 10.00", "REPEATED 1 10.00");
        assertThat(imported(firm, stack, file)).containsExactly("LEFT 1 10.00", "REPEATED 1 10.00");
        assertThat(ofNobody(firm)).containsExactly("10.00 open");
    }

    /** What is left of money whose customer is not known, and where its work item stands. */
    private static List<String> ofNobody(Firm firm) {
        return firm.get("/v1/receivables?legalEntity=" + firm.id("firm"))
                .path("ofNobody")
                .valueStream()
                .map(money -> told(money.path("leftAmount")) + " "
                        + MoneySteps.item(firm, money.path("receiptId").asString()))
                .toList();
    }

    /** The work item about a booking, and how often it was raised. */
    private static String item(Firm firm, String booking) {
        var items = firm.get("/v1/exceptions?code=RETURN_NOT_MATCHED&subject=" + ReturnedMoney.subject(booking))
                .path("items");
        return items.path(0).path("status").asString("none") + " "
                + items.path(0).path("occurrence").asInt(0);
    }

    private static List<String> imported(Firm firm, CaseStack.Stack stack, Path file, String... options) {
        var arguments = new ArrayList<>(List.of("import", "payments", file.toString(), "--json"));
        arguments.addAll(List.of(options));
        var run = CommandLineRun.at(stack.base(), arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isZero();
        firm.settled();
        return JSON.readTree(run.output())
                .path("outcomes")
                .valueStream()
                .map(sum -> sum.path("outcome").asString() + " "
                        + sum.path("payments").asInt() + " " + told(sum.path("amount")))
                .toList();
    }

    private static String number(Firm firm, String invoice) {
        return firm.get("/v1/invoices/" + invoice)
                .path("invoice")
                .path("number")
                .asString();
    }

    /** An account of the firm alone. */
    private static String account(Firm firm) {
        var digits = "%018d".formatted(Math.abs((long) firm.id("firm").hashCode()));
        var rest = new BigInteger(digits + "131400").mod(BigInteger.valueOf(97)).intValue();
        var iban = "DE%02d%s".formatted(98 - rest, digits);
        var details = of(
                "address",
                of("street", "Speicherstr. 8", "city", "Hamburg", "postalCode", "20457"),
                "iban",
                iban,
                "contact",
                of("name", "Receivables", "phone", "+49 40 5550100", "email", "billing@firm.example"));
        details.put("endpoint", null);
        details.put("registration", null);
        firm.post("/v1/legal-entities/" + firm.id("firm") + "/details", details);
        firm.settled();
        return iban;
    }

    private static Path statement(Path folder, String account, String id, String closing, String... entries)
            throws IOException {
        var sign = closing.startsWith("-") ? "DBIT" : "CRDT";
        var balance = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt>"
                + "<CdtDbtInd>%s</CdtDbtInd><Dt><Dt>2026-04-01</Dt></Dt></Bal>";
        var text = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt>"
                + "<Id>" + id + "</Id><Acct><Id><IBAN>" + account + "</IBAN></Id></Acct>"
                + balance.formatted("OPBD", "0.00", "CRDT")
                + balance.formatted("CLBD", closing.replace("-", ""), sign) + String.join("", entries)
                + "</Stmt></BkToCstmrStmt></Document>";
        return Files.writeString(folder.resolve(id + ".xml"), text);
    }

    private static String credit(String amount, String reference, String text) {
        return entry("CRDT", "", amount, reference, "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>");
    }

    private static String debit(String amount, String reference) {
        return entry("DBIT", "<RvslInd>true</RvslInd>", amount, reference, "");
    }

    private static String entry(String side, String reversal, String amount, String reference, String remittance) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd>" + reversal
                + "<Sts>BOOK</Sts><BookgDt><Dt>2026-04-01</Dt></BookgDt><ValDt><Dt>2026-04-01</Dt></ValDt>"
                + "<NtryDtls><TxDtls><Refs><EndToEndId>" + reference + "</EndToEndId></Refs>" + remittance
                + "</TxDtls></NtryDtls></Ntry>";
    }
}
