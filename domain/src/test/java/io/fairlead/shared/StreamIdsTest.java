package io.fairlead.shared;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceivablePolicyId;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.credit.CustomerCreditId;
import io.fairlead.billing.fx.ReferenceRatesId;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.NumberSeriesId;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.item.InstalmentPlanId;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.run.BillingRunId;
import io.fairlead.billing.tax.TaxRatesId;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.DealId;
import io.fairlead.contract.RateCardId;
import io.fairlead.exception.ExceptionId;
import io.fairlead.expense.ExpenseId;
import io.fairlead.funding.FundingId;
import io.fairlead.operation.BreakGlassId;
import io.fairlead.operation.OperatorActionId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.HolidayCalendarId;
import io.fairlead.resource.IdentityId;
import io.fairlead.resource.PersonId;
import io.fairlead.resource.TransferRatesId;
import io.fairlead.revenue.AccountingPeriodId;
import io.fairlead.revenue.ObligationId;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.cost.LabourCostId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every id is its stream key: the kind is added once, another kind is refused, and it prints as the key. */
class StreamIdsTest {

    /** How an id is made of a key with its kind, and of a key alone. */
    private record Kind(String kind, Function<String, Object> whole, Function<String, Object> alone) {}

    static List<Kind> kinds() {
        return List.of(
                new Kind("time-entry", TimeEntryId::new, TimeEntryId::of),
                new Kind("labour-cost", LabourCostId::new, LabourCostId::of),
                new Kind("contract", ContractId::new, ContractId::of),
                new Kind("deal", DealId::new, DealId::of),
                new Kind("rate-card", RateCardId::new, RateCardId::of),
                new Kind("invoice", InvoiceId::new, InvoiceId::of),
                new Kind("billing-item", BillingItemId::new, BillingItemId::of),
                new Kind("billing-run", BillingRunId::new, BillingRunId::of),
                new Kind("receipt", ReceiptId::new, ReceiptId::of),
                new Kind("tax-rates", TaxRatesId::new, TaxRatesId::of),
                new Kind(
                        "receivable-policy",
                        ReceivablePolicyId::new,
                        key -> ReceivablePolicyId.of(LegalEntityId.of(lastPart(key)))),
                new Kind("reference-rates", ReferenceRatesId::new, StreamIdsTest::ofPair),
                new Kind("number-series", NumberSeriesId::new, NumberSeriesId::of),
                new Kind("credit-note", CreditNoteId::new, CreditNoteId::of),
                new Kind("instalment-plan", InstalmentPlanId::new, InstalmentPlanId::of),
                new Kind("retainer", RetainerId::new, RetainerId::of),
                new Kind("exception", ExceptionId::new, ExceptionId::of),
                new Kind("expense", ExpenseId::new, ExpenseId::of),
                new Kind("customer", CustomerId::new, CustomerId::of),
                new Kind("legal-entity", LegalEntityId::new, LegalEntityId::of),
                new Kind("project", ProjectId::new, ProjectId::of),
                new Kind("identity", IdentityId::new, IdentityId::of),
                new Kind("holiday-calendar", HolidayCalendarId::new, HolidayCalendarId::of),
                new Kind("person", PersonId::new, PersonId::of),
                new Kind("transfer-rates", TransferRatesId::new, TransferRatesId::of),
                new Kind("operator-action", OperatorActionId::new, OperatorActionId::of),
                new Kind("break-glass", BreakGlassId::new, BreakGlassId::of),
                new Kind("obligation", ObligationId::new, ObligationId::of),
                new Kind("funding", FundingId::new, key -> FundingId.of(ContractId.of(lastPart(key)))),
                new Kind(
                        "accounting-period",
                        AccountingPeriodId::new,
                        key -> AccountingPeriodId.of(LegalEntityId.of(lastPart(key)))));
    }

    /** Ids that belong to another one are made of it, by its key. */
    private static String lastPart(String key) {
        return key.substring(key.indexOf(':') + 1);
    }

    /** Rates belong to a pair, named as {@code base-quote}. */
    private static ReferenceRatesId ofPair(String key) {
        int hyphen = key.lastIndexOf('-');
        return ReferenceRatesId.of(key.substring(0, hyphen), key.substring(hyphen + 1));
    }

    @Test
    void every_id_of_the_domain_is_among_them() throws Exception {
        var classes = Path.of(TimeEntryId.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var written = new TreeSet<String>();
        try (var files = Files.walk(classes)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith("Id.class")).toList()) {
                var name = classes.relativize(file).toString();
                var type = Class.forName(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                for (var field : type.getFields()) {
                    if (field.getName().equals("KIND")) {
                        written.add((String) field.get(null));
                    }
                }
            }
        }

        // Its key is reckoned from its document's: nobody writes it.
        assertThat(written.remove(CustomerCreditId.KIND)).isTrue();
        assertThat(kinds()).extracting(Kind::kind).containsExactlyInAnyOrderElementsOf(written);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_key_gets_its_kind_once_and_is_what_the_id_prints(Kind kind) {
        Stream.of("k-1", kind.kind() + ":k-1")
                .forEach(key -> assertThat(kind.alone().apply(key)).hasToString(kind.kind() + ":k-1"));
        assertThat(kind.whole().apply(kind.kind() + ":k-1"))
                .isEqualTo(kind.alone().apply("k-1"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_id_of_something_else_is_refused(Kind kind) {
        var other = kind.kind().equals("person") ? "contract:k-1" : "person:k-1";

        assertRefused("G-01", kind.kind(), () -> kind.whole().apply(other));
    }
}
