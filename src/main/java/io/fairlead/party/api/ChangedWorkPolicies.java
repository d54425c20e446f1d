package io.fairlead.party.api;

import io.fairlead.party.WorkPolicies;
import io.fairlead.shared.Check;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a company looks at overlapping work and at four eyes over its invoices. */
public record ChangedWorkPolicies(
        @Schema(
                description = "work of one person at the same time: WARN, REFUSE or ALLOW; WARN when absent",
                example = "WARN")
        @Nullable
        String overlap,

        @Schema(description = "REFUSED or ALLOWED: who worked or entered it approves its invoice; REFUSED when absent")
        @Nullable
        String ownWork,

        @NotNull @Schema(example = "a firm of two") String reason) {

    WorkPolicies policies() {
        Check.oneOf("overlap", overlap == null ? "WARN" : overlap, Set.of("WARN", "REFUSE", "ALLOW"));
        Check.oneOf("ownWork", ownWork == null ? "REFUSED" : ownWork, Set.of("REFUSED", "ALLOWED"));
        return WorkPolicies.of(overlap, ownWork);
    }
}
