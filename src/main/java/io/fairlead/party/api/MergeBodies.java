package io.fairlead.party.api;

import io.fairlead.billing.view.OpenItemQuery.CustomerBalance;
import io.fairlead.party.CustomerChangePreview.Difference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What is told of a merge of two buyers. */
final class MergeBodies {

    /** Into which one, and why. */
    public record Merge(
            @NotNull @Schema(description = "the buyer that lives on", example = "acme")
            String into,

            @NotNull @Schema(example = "registered twice") String reason) {}

    /**
     * What a merge would carry over.
     *
     * @param differences country, currency and tax identifier, where they are not the same; they forbid nothing
     * @param balances what is open with the one that goes; it counts for the one that lives on
     */
    public record MergePreview(
            String customerId, String into, List<Difference> differences, List<CustomerBalance> balances) {}

    private MergeBodies() {}
}
