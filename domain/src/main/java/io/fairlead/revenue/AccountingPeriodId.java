package io.fairlead.revenue;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.StreamKey;

/**
 * The accounting periods of a company, as stream key.
 *
 * @param value {@code accounting-period:<key>}, see {@link StreamKey}
 */
public record AccountingPeriodId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "accounting-period";

    public AccountingPeriodId {
        StreamKey.require(KIND, value);
    }

    /** The one stream of a company. */
    public static AccountingPeriodId of(LegalEntityId entity) {
        return new AccountingPeriodId(StreamKey.withKind(KIND, StreamKey.keyOf(entity.value())));
    }

    @Override
    public String toString() {
        return value;
    }
}
