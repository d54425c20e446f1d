package io.fairlead.gateway.crm;

/**
 * One field that makes its record unusable; {@link OpportunityReader} turns it into {@link
 * OpportunityResult.Refused}.
 */
final class FieldRefused extends Exception {

    private static final long serialVersionUID = 1;
    private static final int VALUE_LENGTH_MAX = 200;

    private final String field;
    private final String value;
    private final String reason;
    private final String remedy;

    FieldRefused(String field, String value, String reason, String remedy) {
        super(reason, null, false, false);
        this.field = field;
        this.value = value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
        this.reason = reason;
        this.remedy = remedy;
    }

    OpportunityResult.Refused at(int index) {
        return new OpportunityResult.Refused(index, field, value, reason, remedy);
    }
}
