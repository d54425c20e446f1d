package io.fairlead.app.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to many commands at once.
 *
 * @param accepted items accepted now
 * @param repeated items accepted before
 * @param refused items refused
 * @param position the greatest of the items
 * @param items in the order sent
 */
@Schema(description = "What became of each item")
public record BatchAnswer(int accepted, int repeated, int refused, long position, List<Item> items) {

    /** What became of one item. */
    public enum Status {
        accepted,
        repeated,
        refused
    }

    /**
     * One item.
     *
     * @param index in the list sent, from 0
     * @param status accepted, repeated or refused
     * @param id stream key; null when it never came so far
     * @param position of its last event
     * @param code why refused
     * @param field at fault
     * @param reason what is wrong
     * @param hint what to do
     */
    @Schema(name = "BatchItem")
    public record Item(
            int index,
            Status status,
            @Nullable String id,
            @Nullable Long position,
            @Nullable String code,
            @Nullable String field,
            @Nullable String reason,
            @Nullable String hint) {

        static Item refused(int index, @Nullable String id, Refusal why) {
            return new Item(index, Status.refused, id, null, why.code(), why.field(), why.reason(), why.hint());
        }
    }

    static BatchAnswer of(List<Item> items) {
        var counts = new int[Status.values().length];
        var position = 0L;
        for (var item : items) {
            counts[item.status().ordinal()]++;
            position = Math.max(position, item.position() == null ? 0 : item.position());
        }
        return new BatchAnswer(counts[0], counts[1], counts[2], position, items);
    }
}
