package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.billing.credit.AssignCustomerCredit;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.credit.CustomerCreditId;
import io.fairlead.billing.credit.PayOutCustomerCredit;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.StreamHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done with what is owed to customers: set against other invoices, or paid out. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Receivables")
public class CustomerCreditApi {

    private final CommandResponder desk;
    private final StreamHistory history;

    CustomerCreditApi(CommandResponder desk, StreamHistory history) {
        this.desk = desk;
        this.history = history;
    }

    @PostMapping("/owed-credits/{document}/assignments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set what a credit note, or a document below 0, owes to its customer against another invoice")
    ResponseEntity<Accepted> assign(Call call, @PathVariable String document, @Valid @RequestBody NewAssignment body) {
        var owed = CustomerCreditId.of(idOf(document));
        var invoice = InvoiceId.of(body.invoice());
        var to = history.last(invoice.value(), InvoiceIssued.class)
                .orElseThrow(() -> new Refused(Refusal.notFound(invoice.value())));
        return desk.create(
                call,
                null,
                owed,
                new AssignCustomerCredit(
                        owed,
                        call.keyOr(body.id(), "assignment"),
                        to,
                        body.amount(),
                        body.valueDate(),
                        call.actor(),
                        merged(owed, to)));
    }

    @PostMapping("/owed-credits/{document}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Pay out what a credit note, or a document below 0, owes to its customer (K-14)")
    ResponseEntity<Accepted> refund(Call call, @PathVariable String document, @Valid @RequestBody NewRefund body) {
        var owed = CustomerCreditId.of(idOf(document));
        return desk.create(
                call,
                null,
                owed,
                new PayOutCustomerCredit(
                        owed,
                        call.keyOr(body.id(), "refund"),
                        body.amount(),
                        body.valueDate(),
                        body.reason(),
                        call.actor()));
    }

    private MergedCustomers merged(CustomerCreditId owed, InvoiceIssued to) {
        return history.last(owed.value(), CustomerCreditOpened.class)
                .map(opened -> MergedCustomers.among(history, opened.getCustomerId(), to.getCustomerId()))
                .orElse(MergedCustomers.NONE);
    }

    /** A credit note, by its key with or without its kind, or an invoice by its stream key. */
    static String idOf(String document) {
        return document.startsWith(InvoiceId.KIND + ":")
                ? InvoiceId.of(document).value()
                : CreditNoteId.of(document).value();
    }
}
