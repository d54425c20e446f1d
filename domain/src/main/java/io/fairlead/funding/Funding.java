package io.fairlead.funding;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.funding.FundsRanking.Change;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsPrioritised;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one contract and who has funds of them: first in, first out by day of work, approval and id (R3). What is on a
 * draft keeps its funds; everything else may be ranked anew. Rules F-01 to F-03.
 */
@AggregateRoot
public class Funding {

    @AggregateIdentifier
    private @Nullable FundingId id;

    private @Nullable FundingOpened opened;
    private int prioritised;
    private final Set<String> consumed = new HashSet<>();
    private final Set<String> restored = new HashSet<>();

    @AggregateMember
    private final FundsBook book = new FundsBook();

    Funding() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OpenFunding command) {
        if (opened == null) {
            Recording.record(
                    FundingEvents.opened(command), command.legalEntityId().value());
            // With what is billed of them.
            FundingEvents.moved(command, contract(), book.limits()).forEach(this::record);
            return;
        }
        requireCurrency(command.currency());
        var moved = FundingEvents.moved(command, opened, book.limits());
        moved.forEach(this::record);
        if (!moved.isEmpty()) {
            boolean lowered = moved.stream().anyMatch(Funding::isLowered);
            settle(lowered ? FundingEvents.Why.LIMIT_LOWERED : FundingEvents.Why.RANKED_BEHIND, "");
        }
    }

    @CommandHandler
    void decide(ReserveFunds command) {
        requireCurrency(command.currency());
        var worth = WireAmount.money(command.worth(), command.currency());
        var before = book.find(command.sourceId());
        if (before == null ? worth.isZero() : before.request().isSame(worth, command.seconds())) {
            return; // It has asked for this before.
        }
        var asked = before == null
                ? Reservation.of(FundsRequest.of(command, worth))
                : before.with(before.request().again(command, worth));
        var changes = ranking().ask(asked);
        record(changes.getFirst(), changes.subList(1, changes.size()), FundingEvents.Why.RANKED_BEHIND);
    }

    @CommandHandler
    void decide(PrioritiseFunds command) {
        var known = book.find(command.sourceId());
        if (known == null || !known.open().isPositive()) {
            throw new RuleViolated(
                    "F-02", "sourceId", command.sourceId() + " asks for no funds", "move work that is not billed yet");
        }
        var event = events().prioritised(command, prioritised + 1);
        if (event.getRank().startsWith(known.rank().substring(0, FundingEvents.PLACE_LENGTH))) {
            return; // It stands there by an order already.
        }
        var from = known.rank().compareTo(event.getRank()) < 0 ? known.rank() : event.getRank();
        record(event);
        settle(FundingEvents.Why.RANKED_BEHIND, from);
    }

    @CommandHandler
    void decide(DraftFunds command) {
        var invoice = command.invoiceId().value();
        var fresh = command.portions().stream()
                .filter(portion -> !book.isOnDraft(portion.sourceId(), invoice))
                .toList();
        if (fresh.isEmpty() || consumed.contains(invoice)) {
            return; // The draft holds them, or is issued.
        }
        var granted = new GrantedFunds(book, book.limits().shareOf(command.poNumber()));
        fresh.forEach(granted::require);
        record(new FundsOnInvoices(contract()).drafted(command, fresh));
        recordThresholds();
    }

    @CommandHandler
    void decide(RaiseFundsOnDraft command) {
        if (consumed.contains(command.invoiceId().value())) {
            return; // It is issued, as it stands.
        }
        var more = new FundsForReview(book, contract().getCurrency()).more(command);
        if (!more.isEmpty()) {
            record(new FundsOnInvoices(contract()).raised(command, more));
            recordThresholds();
        }
    }

    @CommandHandler
    void decide(TakeFundsOffDraft command) {
        var invoice = command.invoiceId().value();
        var held = book.onDraft(invoice).stream()
                .filter(source ->
                        command.sourceIds().isEmpty() || command.sourceIds().contains(source.sourceId()))
                .toList();
        if (!held.isEmpty()) {
            record(new FundsOnInvoices(contract()).takenOffDraft(command, held));
            settle(FundingEvents.Why.RANKED_BEHIND, "");
        }
    }

    @CommandHandler
    void decide(ConsumeFunds command) {
        if (consumed.contains(command.invoiceId().value())) {
            return; // An invoice uses its funds once.
        }
        var held = book.onDraft(command.invoiceId().value());
        var event = new FundsOnInvoices(contract()).consumed(command, held);
        record(event);
        if (!event.getDiffering().isEmpty()) {
            settle(FundingEvents.Why.RANKED_BEHIND, "");
        } else {
            recordThresholds();
        }
    }

    @CommandHandler
    void decide(RestoreFunds command) {
        if (restored.contains(command.creditNoteId())) {
            return; // A credit note gives back once.
        }
        record(new FundsOnInvoices(contract()).restored(command, FundsOfLines.restorable(command.credited(), book)));
        settle(FundingEvents.Why.RANKED_BEHIND, "");
    }

    /** Hands out anew where it can matter, and tells what came of it. */
    private void settle(FundingEvents.Why why, String from) {
        record(null, ranking().from(from), why);
    }

    private void record(@Nullable Change asked, List<Change> others, FundingEvents.Why why) {
        // What is taken away first, so that no limit is overdrawn between two events.
        others.stream()
                .filter(change -> change.lost().isPositive())
                .forEach(change -> record(events().released(change, why)));
        var rest = others.stream().filter(change -> !change.lost().isPositive());
        Stream.concat(Stream.ofNullable(asked), rest).forEach(change -> record(events().asked(change, book)));
        recordThresholds();
    }

    private void recordThresholds() {
        for (var limitId : List.copyOf(book.limits().byId().keySet())) {
            var limit = Objects.requireNonNull(book.limits().byId().get(limitId));
            new FundingNews(contract(), limitId, limit).all().forEach(this::record);
        }
    }

    private static boolean isLowered(FundingLimitChanged event) {
        var amount = event.getLimit().getAmount();
        return amount != null && (event.getBefore() == null || amount.compareTo(event.getBefore()) < 0);
    }

    private void requireCurrency(String currency) {
        if (!currency.equals(contract().getCurrency())) {
            throw new RuleViolated(
                    "F-01", "currency", "the limits are in " + contract().getCurrency(), "use the contract's currency");
        }
    }

    private FundingEvents events() {
        return new FundingEvents(contract());
    }

    private FundsRanking ranking() {
        return new FundsRanking(Policy.valueOf(contract().getPolicy()), book);
    }

    private FundingOpened contract() {
        return Objects.requireNonNull(opened);
    }

    private void record(SpecificRecord event) {
        Recording.record(event, contract().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(FundingOpened event) {
        id = new FundingId(event.getFundingId());
        opened = event;
    }

    @EventSourcingHandler
    void evolve(FundsPrioritised event) {
        prioritised++;
    }

    @EventSourcingHandler
    void evolve(FundsConsumed event) {
        consumed.add(event.getInvoiceId());
    }

    @EventSourcingHandler
    void evolve(FundsRestored event) {
        restored.add(event.getCreditNoteId());
    }
}
