package io.fairlead.registry;

import java.util.List;

/** What the application's own events were written with, so that the registry knows whose a schema is. */
@FunctionalInterface
public interface OwnSchemas {

    /**
     * The stored schemas in which a type of this name is defined, as Avro JSON; empty when there are none.
     *
     * @param simpleName of the type, without its namespace
     */
    List<String> naming(String simpleName);
}
