package io.fairlead.billing.invoice;

import io.fairlead.billing.credit.CreditNote;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.fx.BookingRates;
import io.fairlead.billing.fx.BookingRates.Missing;
import io.fairlead.billing.fx.BookingRates.Rate;
import io.fairlead.billing.fx.ExchangeRateLookup;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.shared.Commands;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * When the ERP accepted an invoice, it gets its number; when it has its number, it is issued, at the booking rate of its
 * date. Without that rate it gets no number: an exception tells.
 */
@ProcessingGroup("process-issue-invoice")
@DisallowReplay // A rebuilt read side must not issue again.
@Waits(Until.VIEWS_SEEN)
public class WhenInvoiceStagedThenIssue {

    private final PartiesLookup parties;
    private final BookingRates rates;
    private final Commands commands;
    private final StreamHistory history;

    public WhenInvoiceStagedThenIssue(
            PartiesLookup parties, ExchangeRateLookup rates, Commands commands, StreamHistory history) {
        this.parties = parties;
        this.rates = new BookingRates(rates, history);
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(InvoiceStaged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var approval = history.last(event.getInvoiceId(), InvoiceApproved.class).orElseThrow();
        switch (rates.on(approval.getLegalEntityId(), approval.getCurrency(), approval.getIssueDate())) {
            case Rate _ -> commands.send(number(approval), "number/" + event.getInvoiceId());
            case Missing missing -> raise(missing, approval, at, eventId);
        }
    }

    @EventHandler
    void react(NumberAssigned event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (CreditNoteId.isOne(event.getDocumentId())) {
            return; // Numbers of credit notes have a process of their own.
        }
        var approval =
                history.last(event.getDocumentId(), InvoiceApproved.class).orElseThrow();
        switch (rates.on(approval.getLegalEntityId(), approval.getCurrency(), event.getIssueDate())) {
            case Rate(var fx) -> commands.send(issue(event, approval, fx), "issue/" + event.getDocumentId());
            case Missing missing ->
                raise(missing, approval, at, eventId); // Numbering moved it to a day without a rate.
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (!event.getCode().equals(BookingRates.CODE)) {
            return;
        }
        history.last(event.getSubjectId(), InvoiceStaged.class).ifPresent(staged -> {
            var approval =
                    history.last(event.getSubjectId(), InvoiceApproved.class).orElseThrow();
            var series = number(approval).numberSeriesId().value();
            history.all(series, NumberAssigned.class).stream()
                    .filter(assigned -> assigned.getDocumentId().equals(event.getSubjectId()))
                    .findFirst()
                    .ifPresentOrElse(assigned -> react(assigned, at, eventId), () -> react(staged, at, eventId));
        });
    }

    private AssignNumber number(InvoiceApproved approval) {
        var entity = history.last(approval.getLegalEntityId(), LegalEntityRegistered.class)
                .orElseThrow();
        var year = approval.getIssueDate().getYear();
        var series = InvoiceEvents.isOwedToBuyer(approval) ? CreditNote.SERIES : entity.getInvoiceSeries(); // R12
        return new AssignNumber(
                NumberSeries.idOf(entity.getLegalEntityId(), series, year),
                new LegalEntityId(entity.getLegalEntityId()),
                series,
                year,
                approval.getInvoiceId(),
                approval.getIssueDate());
    }

    private IssueInvoice issue(NumberAssigned event, InvoiceApproved approval, @Nullable ExchangeRate fx) {
        var on = event.getIssueDate();
        return new IssueInvoice(
                new InvoiceId(event.getDocumentId()),
                event.getText(),
                event.getSeries(),
                event.getYear(),
                on,
                parties.of(approval.getLegalEntityId(), approval.getCustomerId(), approval.getContractId(), on),
                fx);
    }

    private void raise(Missing missing, InvoiceApproved approval, Instant at, String eventId) {
        commands.send(
                missing.raise(
                        approval.getInvoiceId(),
                        new Stake(approval.getGross().abs(), approval.getCurrency()),
                        approval.getLegalEntityId(),
                        at),
                "issue/" + approval.getInvoiceId() + "/fx/" + eventId);
    }
}
