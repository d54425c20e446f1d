package io.fairlead.project;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say how far the parts of a contract line are.
 *
 * @param projectId its project
 * @param reportId unique within the project
 * @param lineNo the contract line
 * @param items parts of that line; those not named stay as they were
 * @param reportedOn the service date
 * @param reportedBy issuer|subject
 * @param evidence where the proof is
 */
public record ReportProgress(
        @TargetAggregateIdentifier ProjectId projectId,
        String reportId,
        int lineNo,
        List<Part> items,
        @Happened LocalDate reportedOn,
        String reportedBy,
        String evidence) {

    public ReportProgress {
        Check.text("reportId", reportId, 64);
        Check.range("lineNo", lineNo, 1, 500);
        Check.range("items", items.size(), 1, 500);
        items = List.copyOf(items);
        var named = new HashSet<String>();
        for (var item : items) {
            if (!named.add(item.progressItemId())) {
                throw new RuleViolated("G-02", "items", item.progressItemId() + " stands twice", "name each part once");
            }
        }
        Check.day("reportedOn", reportedOn);
        Check.actor("reportedBy", reportedBy);
        Check.text("evidence", evidence, 400);
    }

    /**
     * How far one part is.
     *
     * @param progressItemId the part
     * @param complete 0..1, at most 6 decimals: 0.5 is half done
     */
    public record Part(String progressItemId, BigDecimal complete) {

        public Part {
            Check.text("items.progressItemId", progressItemId, 64);
            if (complete.signum() < 0
                    || complete.compareTo(BigDecimal.ONE) > 0
                    || complete.stripTrailingZeros().scale() > 6) {
                throw new RuleViolated(
                        "G-02", "items.complete", complete + " is no share of the work", "0.5 means half done");
            }
            complete = complete.setScale(6, RoundingMode.UNNECESSARY);
        }
    }
}
