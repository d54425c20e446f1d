package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.NUMBER;
import static io.fairlead.billing.invoice.BillingExamples.PARTIES;
import static io.fairlead.billing.invoice.BillingExamples.TAX;
import static io.fairlead.billing.invoice.BillingExamples.approved;
import static io.fairlead.billing.invoice.BillingExamples.discarded;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.staged;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.ApplyPayment;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.credit.ApplyCredit;
import io.fairlead.billing.credit.CreditExamples;
import io.fairlead.billing.credit.ReleaseCredit;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.RuleViolated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an invoice says to each command in each of its lives: the event that comes of it, the code of the rule that refuses
 * it, or a dash where nothing is new. A plus is the second event: with its last line the draft is given up, with its last
 * cent the invoice is paid.
 */
class InvoiceLivesTest {

    private static final String BY = "idp|controller";
    private static final InvoiceReturned RETURNED = InvoiceReturned.newBuilder()
            .setInvoiceId(INVOICE.value())
            .setApprovalNo(1)
            .setReason("wrong order")
            .setReturnedBy(BY)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        command  | lines      | draft         | approved | returned      | staged  | issued    | discarded
        add      | LinesAdded | B-06          | B-06     | B-06          | B-06    | B-06      | B-03
        again    | -          | -             | -        | -             | -       | -         | B-03
        complete | Drafted    | -             | -        | -             | -       | -         | B-03
        remove   | B-10       | LineRemoved + | B-13     | LineRemoved + | B-13    | B-13      | B-03
        no line  | B-10       | B-14          | B-13     | B-14          | B-13    | B-13      | B-03
        source   | B-10       | LineRemoved + | B-13     | LineRemoved + | B-13    | B-13      | -
        adjust   | B-10       | LineAdjusted  | B-13     | LineAdjusted  | B-13    | B-13      | B-03
        approve  | B-10       | Approved      | -        | Approved      | -       | -         | B-03
        preparer | B-10       | B-01          | -        | B-01          | -       | -         | B-03
        author   | B-10       | B-02          | -        | B-02          | -       | -         | B-03
        untaxed  | B-10       | X-03          | -        | X-03          | -       | -         | B-03
        return   | B-10       | B-10          | Returned | -             | B-16    | B-16      | B-10
        discard  | B-10       | Discarded     | B-07     | Discarded     | B-07    | B-07      | -
        stage    | B-10       | B-10          | Staged   | -             | -       | -         | B-10
        short    | B-10       | B-10          | B-08     | -             | -       | -         | B-10
        refuse   | B-10       | B-10          | Refused  | -             | Refused | Refused   | B-10
        issue    | B-10       | B-10          | B-09     | B-10          | Issued  | -         | B-10
        post     | B-10       | B-10          | B-10     | B-10          | B-10    | Posted    | B-10
        reserve  | B-10       | B-10          | B-10     | B-10          | B-10    | Reserved  | B-10
        release  | -          | -             | -        | -             | -       | -         | -
        credit   | B-10       | B-10          | B-10     | B-10          | B-10    | K-03      | B-10
        pay      | B-10       | B-10          | B-10     | B-10          | B-10    | Applied   | B-10
        pay all  | B-10       | B-10          | B-10     | B-10          | B-10    | Applied + | B-10
        too much | B-10       | B-10          | B-10     | B-10          | B-10    | B-12      | B-10
        dollars  | B-10       | B-10          | B-10     | B-10          | B-10    | B-11      | B-10
        """)
    void each_command_in_each_life(
            String command,
            String lines,
            String draft,
            String approved,
            String returned,
            String staged,
            String issued,
            String discarded) {
        var complete = List.<Object>of(oneLine(), drafted(1, "100"));
        var said = List.of(
                answer(command(command), List.of(oneLine())),
                answer(command(command), complete),
                answer(command(command), with(complete, approved())),
                answer(command(command), with(complete, approved(), RETURNED)),
                answer(command(command), with(complete, approved(), staged())),
                answer(command(command), with(complete, approved(), staged(), issued("0".repeat(64)))),
                answer(command(command), with(complete, discarded())));

        assertThat(said).containsExactly(lines, draft, approved, returned, staged, issued, discarded);
    }

    private static Object command(String name) {
        return switch (name) {
            case "add" -> add("time-entry:e-2");
            case "again" -> add("time-entry:e-1");
            case "complete" -> BillingExamples.draft();
            case "remove" -> new RemoveInvoiceLine(INVOICE, 1, null, "too early", BY);
            case "no line" -> new RemoveInvoiceLine(INVOICE, 2, null, "too early", BY);
            case "source" -> new RemoveSourceFromInvoice(INVOICE, "time-entry:e-1", "withdrawn", BY);
            case "adjust" -> new AdjustInvoiceLine(INVOICE, 1, wire("90"), "goodwill", BY);
            case "approve" -> BillingExamples.approving(LEAD, TAX);
            case "preparer" -> BillingExamples.approving(BILLER, TAX);
            case "author" -> BillingExamples.approving(CLERK, TAX);
            case "untaxed" ->
                BillingExamples.approving(LEAD, BillingExamples.taxed(BillingExamples.taxRow("90", "17.10")));
            case "return" -> new ReturnInvoice(INVOICE, "wrong order", BY);
            case "discard" -> new DiscardInvoice(INVOICE, "wrong month");
            case "stage" -> new RecordInvoiceStaged(INVOICE, "ERP-1", wire("119"), 1);
            case "short" -> new RecordInvoiceStaged(INVOICE, "ERP-1", wire("118.99"), 1);
            case "refuse" -> new RecordPostingRefused(INVOICE, "STAGE", "PERIOD_CLOSED", "closed", "1.1");
            case "issue" -> new IssueInvoice(INVOICE, NUMBER, "INV", 2026, ISSUE_DAY, PARTIES, null);
            case "post" -> new RecordInvoicePosted(INVOICE, "DOC-1", MONTH_END);
            case "reserve" -> CreditExamples.askForAll(Disposition.CORRECTED);
            case "release" -> new ReleaseCredit(INVOICE, CreditExamples.CREDIT, "not agreed");
            case "credit" ->
                new ApplyCredit(INVOICE, CreditExamples.CREDIT, "GMBH-CRN-2026-000001", CreditExamples.CREDIT_DAY);
            case "pay" -> pay("60", "EUR");
            case "pay all" -> pay("119", "EUR");
            case "too much" -> pay("119.01", "EUR");
            case "dollars" -> pay("60", "USD");
            default -> throw new AssertionError("no command " + name);
        };
    }

    private static AddInvoiceLines add(String source) {
        var line = BillingExamples.line(1, source, "100");
        return new AddInvoiceLines(
                INVOICE,
                List.of(new DraftLine(
                        line.getSourceId(),
                        line.getPortionNo(),
                        line.getContractLineNo(),
                        line.getProjectId(),
                        line.getDescription(),
                        line.getServiceDate(),
                        line.getSeconds(),
                        line.getPrice(),
                        line.getSecondsPerUnit(),
                        line.getNet(),
                        line.getTaxCategory(),
                        line.getTaxCodes())),
                List.of(CLERK),
                List.of(),
                Map.of());
    }

    private static ApplyPayment pay(String amount, String currency) {
        return new ApplyPayment(INVOICE, ReceiptId.of("pay-1"), null, wire(amount), currency, MONTH_END, null);
    }

    private static String answer(Object command, List<Object> before) {
        var said = new ArrayList<String>();
        var fixture = new AggregateTestFixture<>(Invoice.class);
        var when = fixture.given(before).when(command);
        try {
            when.expectSuccessfulHandlerExecution();
        } catch (AssertionError refused) {
            when.expectException(RuleViolated.class).expectNoEvents();
            when.expectException(new CustomTypeSafeMatcher<RuleViolated>("a code") {
                @Override
                protected boolean matchesSafely(RuleViolated reason) {
                    return said.add(reason.code());
                }
            });
            return said.getFirst();
        }
        var events = fixture.getEventStore()
                .readEvents(INVOICE.value())
                .asStream()
                .skip(before.size())
                .map(message -> message.getPayload().getClass().getSimpleName())
                .map(name -> name.replaceFirst("^(InvoicePosting(?=R)|Invoice|Payment|Credit)", ""))
                .toList();
        return switch (events.size()) {
            case 0 -> "-";
            case 1 -> events.getFirst();
            default -> events.getFirst() + " +";
        };
    }

    private static List<Object> with(List<Object> before, Object... more) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }
}
