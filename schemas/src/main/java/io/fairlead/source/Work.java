package io.fairlead.source;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whose work it is and for whom: the six dimensions that every fact about work repeats. Read by views and processes.
 *
 * @param personId null where nobody in particular did it
 */
public record Work(
        String legalEntityId,
        String customerId,
        String contractId,
        String projectId,
        int lineNo,
        @Nullable String personId) {

    private static final String[] NAMES = {
        "legalEntityId", "customerId", "contractId", "projectId", "lineNo", "personId"
    };
    private static final int PERSON = 5;

    /** Places of the six fields, so that they are looked up by name once for each type and not for each event. */
    private static final ClassValue<int[]> PLACES = new ClassValue<>() {
        @Override
        protected int[] computeValue(Class<?> type) {
            return placesIn(SpecificData.get().getSchema(type));
        }
    };

    private static int[] placesIn(Schema schema) {
        var places = new int[NAMES.length];
        for (int i = 0; i < places.length; i++) {
            var field = schema.getField(NAMES[i]);
            if (field == null && i != PERSON) {
                throw new IllegalArgumentException(schema.getName() + " says no " + NAMES[i]);
            }
            places[i] = field == null ? -1 : field.pos();
        }
        return places;
    }

    /**
     * As the event says.
     *
     * @throws IllegalArgumentException when its type has not all fields but personId
     */
    public static Work of(SpecificRecord event) {
        var places = PLACES.get(event.getClass());
        return new Work(
                (String) event.get(places[0]),
                (String) event.get(places[1]),
                (String) event.get(places[2]),
                (String) event.get(places[3]),
                (Integer) event.get(places[4]),
                places[PERSON] < 0 ? null : (String) event.get(places[PERSON]));
    }
}
