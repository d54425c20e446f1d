package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceivePayment;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.view.ReceiptQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money that arrived, where the ERP does not tell it by itself. */
@RestController
@RequestMapping("/v1/payments")
@Tag(name = "Payments")
public class PaymentApi {

    private final CommandResponder desk;
    private final ReceiptQuery receipts;

    PaymentApi(CommandResponder desk, ReceiptQuery receipts) {
        this.desk = desk;
        this.receipts = receipts;
    }

    /** Money. */
    public record NewPayment(
            @Schema(
                    description =
                            "not looked at: its key follows from source and sourceId, so that what two tell at once is one;"
                                    + " the answer names it")
            @Nullable
            String id,

            @NotNull @Schema(description = "system that told", example = "bank")
            String source,

            @NotNull @Schema(description = "identifier there", example = "stmt-17/3")
            String sourceId,

            @NotNull @Schema(description = "what it pays") String invoice,

            @NotNull @Schema(type = "string", example = "11900.00")
            BigDecimal amount,

            @NotNull @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @NotNull @Schema(description = "day the money counts")
            LocalDate valueDate) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take in money for an invoice")
    ResponseEntity<Accepted> receive(Call call, @Valid @RequestBody NewPayment body) {
        // Told before by the ERP or an earlier version under another id, it is the same money: other content is
        // refused, equal content changes nothing.
        var id = receipts.told(body.source(), body.sourceId())
                .map(ReceiptId::new)
                .orElseGet(() -> ReceiptId.of(body.source(), body.sourceId()));
        return desk.create(
                call,
                null,
                id,
                new ReceivePayment(
                        id,
                        body.source(),
                        body.sourceId(),
                        InvoiceId.of(body.invoice()),
                        body.amount(),
                        body.currency(),
                        body.valueDate()));
    }
}
