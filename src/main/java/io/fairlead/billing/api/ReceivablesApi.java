package io.fairlead.billing.api;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.view.DeductionQuery;
import io.fairlead.billing.view.DeductionQuery.Deducted;
import io.fairlead.billing.view.OpenItemQuery;
import io.fairlead.billing.view.OpenItemQuery.CustomerBalance;
import io.fairlead.billing.view.OpenItemQuery.OpenItem;
import io.fairlead.billing.view.OpenItemQuery.StatementLine;
import io.fairlead.billing.view.ReceiptQuery;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is open between the firm and its customers. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Receivables")
public class ReceivablesApi {

    private final OpenItemQuery query;
    private final DeductionQuery deductions;
    private final ReceiptQuery receipts;

    ReceivablesApi(OpenItemQuery query, DeductionQuery deductions, ReceiptQuery receipts) {
        this.query = query;
        this.deductions = deductions;
        this.receipts = receipts;
    }

    /** Which deductions; all when absent. */
    public record DeductionFilter(
            @Nullable String invoice,
            @Nullable String customer,

            @Schema(allowableValues = {"WITHHOLDING", "SMALL_REST", "CASH_DISCOUNT", "BAD_DEBT"}) @Nullable
            String kind,

            @Schema(allowableValues = {"proposed", "standing", "certified", "taken", "taken back"}) @Nullable
            String status) {

        DeductionQuery.Filter filter() {
            return new DeductionQuery.Filter(
                    invoice == null ? null : InvoiceId.of(invoice).value(),
                    customer == null ? null : CustomerId.of(customer).value(),
                    kind,
                    status);
        }
    }

    /** What payers do not pay. */
    public record Deductions(List<Deducted> items) {}

    @GetMapping("/deductions")
    @Operation(summary = "What payers do not pay: withheld, small rests, discounts, bad debts; the last 10,000")
    Deductions deductions(@ParameterObject DeductionFilter only) {
        return new Deductions(deductions.list(only.filter()));
    }

    /** Whose; all when absent. */
    public record ReceivablesFilter(
            @Nullable String customer,
            @Nullable String legalEntity,

            @Schema(description = "day for which dunning is told: DUE, OVERDUE, DISPUTED or NONE") @Nullable
            LocalDate on) {

        OpenItemQuery.Filter filter() {
            return new OpenItemQuery.Filter(
                    legalEntity == null ? null : LegalEntityId.of(legalEntity).value(),
                    customer == null ? null : CustomerId.of(customer).value(),
                    on);
        }
    }

    /** What is open, by document and by customer. */
    public record Receivables(
            List<OpenItem> items,
            List<CustomerBalance> balances,

            @Schema(description = "money on account of which nobody knows whose it is; empty for one customer")
            List<ReceiptQuery.Receipt> ofNobody) {}

    /** What happened on a customer's account. */
    public record Statement(List<StatementLine> lines, List<CustomerBalance> balances) {}

    @GetMapping("/receivables")
    @Operation(summary = "What customers owe, above 0, and what is owed to them, below 0; at most 10,000 of each")
    Receivables receivables(@ParameterObject ReceivablesFilter only) {
        var filter = only.filter();
        return new Receivables(
                query.open(filter),
                query.balances(filter),
                filter.customerId() == null ? receipts.ofNobody(filter.legalEntityId()) : List.of());
    }

    @GetMapping("/receivables/statement")
    @Operation(summary = "Every movement on the account of a customer, in order; the last 10,000")
    Statement statement(@ParameterObject ReceivablesFilter only) {
        return new Statement(query.statement(only.filter()), query.balances(only.filter()));
    }
}
