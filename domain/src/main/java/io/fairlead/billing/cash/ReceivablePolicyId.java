package io.fairlead.billing.cash;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.StreamKey;

/**
 * How a company treats money that comes in, as stream key.
 *
 * @param value {@code receivable-policy:<legal entity code>}, see {@link StreamKey}
 */
public record ReceivablePolicyId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "receivable-policy";

    public ReceivablePolicyId {
        StreamKey.require(KIND, value);
    }

    /** The one of a company. */
    public static ReceivablePolicyId of(LegalEntityId legalEntityId) {
        return new ReceivablePolicyId(StreamKey.withKind(KIND, StreamKey.keyOf(legalEntityId.value())));
    }

    @Override
    public String toString() {
        return value;
    }
}
