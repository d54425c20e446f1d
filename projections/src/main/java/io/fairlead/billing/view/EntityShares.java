package io.fairlead.billing.view;

import io.fairlead.billing.event.EntityAmounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's net in the seller's book currency, shared out to its lines so that they add up to it: each line gets what all
 * lines up to it are worth, less what those before it got.
 */
final class EntityShares {

    /**
     * One share per line, in order; empty when the document is in the book currency.
     *
     * @param nets of the lines, in the document's currency
     */
    static Iterator<BigDecimal> of(List<BigDecimal> nets, @Nullable EntityAmounts amounts) {
        if (amounts == null) {
            return List.<BigDecimal>of().iterator();
        }
        int digits = Currency.getInstance(amounts.getCurrency()).getDefaultFractionDigits();
        var total = nets.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<BigDecimal>();
        var upTo = BigDecimal.ZERO;
        var given = BigDecimal.ZERO;
        for (var net : nets) {
            upTo = upTo.add(net);
            var worth = total.signum() == 0
                    ? BigDecimal.ZERO
                    : amounts.getNet().multiply(upTo).divide(total, digits, RoundingMode.HALF_UP);
            shares.add(worth.subtract(given).setScale(4));
            given = worth;
        }
        return shares.iterator();
    }

    private EntityShares() {}
}
