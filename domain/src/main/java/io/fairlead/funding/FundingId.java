package io.fairlead.funding;

import io.fairlead.contract.ContractId;
import io.fairlead.shared.StreamKey;

/**
 * The limits of one contract, as stream key.
 *
 * @param value {@code funding:<key of the contract>}, see {@link StreamKey}
 */
public record FundingId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "funding";

    public FundingId {
        StreamKey.require(KIND, value);
    }

    /** Of the contract. */
    public static FundingId of(ContractId contract) {
        return new FundingId(KIND + ":" + StreamKey.keyOf(contract.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
