package io.fairlead.contract;

import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.shared.StatedOnce;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import java.util.Optional;

/**
 * What one system tells of one of its deals is one fact, whatever id it comes under: the deal that has a contract, else the one
 * whose id is first, is meant, and the others become nothing.
 */
final class DealToldTwice {

    private final DealLookup lookup;
    private final StreamHistory history;

    DealToldTwice(DealLookup lookup, StreamHistory history) {
        this.lookup = lookup;
        this.history = history;
    }

    /** Rejects the deal where it is meant by another; empty where it stands itself. */
    Optional<RejectDeal> rejection(OpportunityWon deal) {
        if (isSigned(deal.getDealId())) {
            return Optional.empty();
        }
        return lookup.toldAs(deal.getSource(), deal.getSourceId()).stream()
                .filter(other -> !other.equals(deal.getDealId()))
                .filter(other -> isSigned(other) || other.compareTo(deal.getDealId()) < 0)
                .sorted()
                .findFirst()
                .map(other -> new RejectDeal(
                        new DealId(deal.getDealId()),
                        deal.getSourceId() + " of " + deal.getSource() + " is known as " + other
                                + difference(deal, other)));
    }

    private boolean isSigned(String dealId) {
        var contract = ContractId.of(StreamKey.keyOf(dealId)).value();
        return history.last(contract, ContractSigned.class).isPresent();
    }

    private String difference(OpportunityWon deal, String other) {
        return history.last(other, OpportunityWon.class)
                .filter(known -> !isSame(deal, known))
                .map(_ -> ", with other content: change it there")
                .orElse("");
    }

    private static boolean isSame(OpportunityWon deal, OpportunityWon known) {
        return StatedOnce.isSame(
                OpportunityWon.newBuilder(deal)
                        .setDealId(known.getDealId())
                        .setRevision(known.getRevision())
                        .build(),
                known);
    }
}
