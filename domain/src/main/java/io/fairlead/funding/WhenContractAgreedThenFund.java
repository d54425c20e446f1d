package io.fairlead.funding;

import io.fairlead.contract.ContractId;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Commands.Refused;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.event.TimeApproved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When a contract is signed or amended, or a purchase order arrives, its limits are watched as they are agreed now. Work that was
 * priced before a limit came asks for funds then.
 */
@ProcessingGroup("process-fund-contract")
@DisallowReplay // A rebuilt read side must not move limits again.
@Waits(Until.VIEWS_SEEN)
@Prepares(Stage.FUNDING)
public class WhenContractAgreedThenFund {

    private final LimitsLookup limits;
    private final Commands commands;
    private final StreamHistory history;

    public WhenContractAgreedThenFund(LimitsLookup limits, Commands commands, StreamHistory history) {
        this.limits = limits;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(ContractSigned event, @MessageIdentifier String eventId) {
        boolean limited = event.getLimit() != null || event.getLines().stream().anyMatch(LimitedLines::limits);
        if (limited) {
            fund(event.getContractId(), "signed", eventId);
        }
    }

    @EventHandler
    void react(PurchaseOrderReceived event, @MessageIdentifier String eventId) {
        fund(event.getContractId(), "purchase order " + event.getPoNumber(), eventId);
    }

    @EventHandler
    void react(ContractAmended event, @MessageIdentifier String eventId) {
        fund(event.getContractId(), "amendment " + event.getAmendmentNo(), eventId);
    }

    private void fund(String contractId, String reason, String eventId) {
        var contract = new ContractId(contractId);
        var funding = FundingId.of(contract);
        var agreed = limits.agreed(contractId).orElseThrow();
        boolean limited = LimitedLines.of(agreed.limits()).any();
        if (!limited && history.all(funding.value(), FundingOpened.class).isEmpty()) {
            return; // Nothing was limited, and nothing is.
        }
        commands.send(
                new OpenFunding(
                        funding,
                        contract,
                        new LegalEntityId(agreed.legalEntityId()),
                        agreed.currency(),
                        agreed.policy(),
                        agreed.limits(),
                        agreed.billed(),
                        reason),
                "fund/" + contractId + "/" + eventId);
        if (limited) {
            reserve(contractId, funding, eventId);
        }
    }

    private void reserve(String contractId, FundingId funding, String eventId) {
        var billed = billedUnasked(funding);
        var unbilled = limits.unbilled(contractId);
        var limited = LimitedLines.of(unbilled.limits());
        var asked = unbilled.work().stream()
                .filter(work -> limited.holdFor(work.lineNo()) && !new Disbursements(history).has(work.sourceId()))
                .map(work -> new Keyed(
                        ask(funding, work, billed.contains(work.sourceId()) ? worthOf(work) : work.worth()),
                        "reserve/" + work.sourceId() + "/" + eventId))
                .toList();
        for (var answer : commands.sendAll(asked)) {
            if (answer instanceof Refused(var reason)) {
                throw reason;
            }
        }
    }

    /** Sources of which the limits know a billed part, though nothing limited them until now. */
    private Set<String> billedUnasked(FundingId funding) {
        return history.all(funding.value(), FundsConsumed.class).stream()
                .flatMap(used -> used.getDiffering().stream())
                .map(FundsPortion::getSourceId)
                .collect(Collectors.toSet());
    }

    /** In all: the limits take off what they know as billed. */
    private BigDecimal worthOf(LimitsLookup.Work work) {
        return SourceWorth.of(history, work.sourceId()).map(SourceWorth::worth).orElse(work.worth());
    }

    private ReserveFunds ask(FundingId funding, LimitsLookup.Work work, BigDecimal worth) {
        var approvedAt = history.last(work.sourceId(), TimeApproved.class)
                .map(TimeApproved::getApprovedAt)
                .orElse(Instant.EPOCH);
        return new ReserveFunds(
                funding,
                work.sourceId(),
                work.lineNo(),
                new CustomerId(work.customerId()),
                new ProjectId(work.projectId()),
                work.serviceDate(),
                approvedAt,
                true,
                worth,
                SourceWorth.of(history, work.sourceId())
                        .map(SourceWorth::seconds)
                        .orElse(0),
                work.currency());
    }
}
