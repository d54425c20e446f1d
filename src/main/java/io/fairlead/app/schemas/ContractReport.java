package io.fairlead.app.schemas;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of stored events found.
 *
 * @param from first position that was looked at
 * @param to last position that was looked at; less than from when the log has nothing there
 * @param event only these events; null when all were checked
 * @param examined events that were checked
 * @param seconds that it took
 * @param perSecond events read per second
 * @param failed events that break their contract, and events that cannot be read
 * @param broken events with a breach that nothing excuses
 * @param excused events all of whose breaches are known and excused
 * @param unreadable events that today's classes cannot read
 * @param findings broken first, then unreadable, then excused; each by event, path and rule
 */
@Schema(name = "ContractReport")
public record ContractReport(
        long from,
        long to,
        @Nullable String event,
        long examined,
        double seconds,
        long perSecond,
        long failed,
        long broken,
        long excused,
        long unreadable,
        List<Finding> findings) {

    /**
     * Events that fail in the same way.
     *
     * @param event Avro full name
     * @param path of the field; empty for what cannot be read
     * @param rule of the contract; empty for what cannot be read
     * @param events how many
     * @param first the first of them by position, five at most
     * @param promised what their values are not, for example "is not in [1,86400]"; of what cannot be read the reason
     * @param excuse why and until where it is excused; null when it is not
     */
    @Schema(name = "ContractFinding")
    public record Finding(
            Verdict verdict,
            String event,
            String path,
            String rule,
            long events,
            List<Place> first,
            String promised,
            @Nullable String excuse) {}

    /** How a finding is meant. */
    @Schema(name = "ContractVerdict")
    public enum Verdict {
        BROKEN,
        UNREADABLE,
        EXCUSED
    }

    /**
     * Where an event stands.
     *
     * @param found what it has in the field, for example "number 0"; only its kind where that is about people or pay; null
     *     when it cannot be read
     */
    @Schema(name = "ContractPlace")
    public record Place(
            String aggregateId, long position, @Nullable String found) {}
}
