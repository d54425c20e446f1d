package io.fairlead.log;

/** The dictionary of schemas that stored events were written with. */
public interface WriterSchemas {

    /**
     * The writer's schema as Avro JSON text.
     *
     * @param fingerprint 64-bit CRC-64-AVRO fingerprint of the schema's whole JSON text
     * @throws java.util.NoSuchElementException when no such schema was ever stored
     */
    String jsonOf(long fingerprint);
}
