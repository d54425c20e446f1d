package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.billing.api.ReceiptBodies.NewApplication;
import io.fairlead.billing.api.ReceiptBodies.NewReceipt;
import io.fairlead.billing.api.ReceiptBodies.NewRefund;
import io.fairlead.billing.api.ReceiptBodies.NewReturn;
import io.fairlead.billing.api.ReceiptBodies.NewReversal;
import io.fairlead.billing.cash.KnownInvoices;
import io.fairlead.billing.cash.MoneyAtHand;
import io.fairlead.billing.cash.MoneyPlan;
import io.fairlead.billing.cash.MoneyPreview;
import io.fairlead.billing.cash.OpenItems;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.shared.StreamHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would become of money; nothing is written. Refused as the change itself would be. */
@RestController
@RequestMapping("/v1/receipts")
@Tag(name = "Receipts")
public class ReceiptPreviewApi {

    private final ReceiptCommands receipts;
    private final OpenItems items;
    private final StreamHistory history;

    ReceiptPreviewApi(ReceiptCommands receipts, OpenItems items, StreamHistory history) {
        this.receipts = receipts;
        this.items = items;
        this.history = history;
    }

    /**
     * What would be done.
     *
     * @param reasons why invoices that it names would not be paid, or not as named
     */
    @Schema(name = "PreviewOfMoney")
    public record Preview(MoneyPreview money, List<String> reasons) {}

    @PostMapping("/preview")
    @Operation(summary = "Look where money would go; nothing is written")
    Preview receive(Call call, @Valid @RequestBody NewReceipt body) {
        var command = receipts.receive(call, body);
        var known = MoneyAtHand.of(history, command.receiptId().value());
        var plan = MoneyPlan.of(
                known.orElseGet(() -> MoneyAtHand.of(command)), new KnownInvoices(items, history, command.valueDate()));
        return new Preview(MoneyPreview.of(plan), plan.reasons());
    }

    @PostMapping("/{id}/applications/preview")
    @Operation(summary = "Look what an application would leave on account and open; nothing is written")
    Preview apply(Call call, @PathVariable String id, @Valid @RequestBody NewApplication body) {
        var receipt = ReceiptId.of(id);
        return preview(MoneyPreview.of(at(receipt), receipts.apply(call, receipt, body)));
    }

    @PostMapping("/{id}/reversals/preview")
    @Operation(summary = "Look what taking an application back would leave on account and open; nothing is written")
    Preview unapply(Call call, @PathVariable String id, @Valid @RequestBody NewReversal body) {
        var command = receipts.unapply(call, ReceiptId.of(id), body);
        return preview(MoneyPreview.ofUnapplied(at(command.receiptId()), command.applicationId(), history));
    }

    @PostMapping("/{id}/return/preview")
    @Operation(summary = "Look what would be open when the bank takes the money back; nothing is written")
    Preview sendBack(Call call, @PathVariable String id, @Valid @RequestBody NewReturn body) {
        var command = receipts.sendBack(call, ReceiptId.of(id), body);
        return preview(MoneyPreview.ofSentBack(at(command.receiptId()), history));
    }

    @PostMapping("/{id}/refunds/preview")
    @Operation(summary = "Look what a refund would leave on account; nothing is written")
    Preview refund(Call call, @PathVariable String id, @Valid @RequestBody NewRefund body) {
        var receipt = ReceiptId.of(id);
        return preview(MoneyPreview.of(at(receipt), receipts.refund(call, receipt, body)));
    }

    private MoneyAtHand at(ReceiptId receipt) {
        return MoneyAtHand.of(history, receipt.value())
                .orElseThrow(() -> new Refused(Refusal.notFound(receipt.value())));
    }

    private static Preview preview(MoneyPreview money) {
        return new Preview(money, List.of());
    }
}
