package io.fairlead.projection;

import java.util.List;

/**
 * A projection: {@code @EventHandler} methods that only collect rows. The engine reads what they need before a batch and
 * flushes what they collected after it. An instance serves one engine on one thread.
 */
public interface Projection {

    /** Stable name under which its token is kept. */
    String name();

    /** Every table it writes; no other projection writes them. */
    List<TableBuffer<?>> tables();

    /**
     * The objects whose {@code @EventHandler} methods it is made of, itself where it has some. They share its tables, and each
     * stands in a field of it; no two of them take the same event.
     */
    default List<Object> handlers() {
        return List.of(this);
    }
}
