package io.fairlead.sandbox;

/**
 * A request the books do not take: HTTP status, code, the field at fault and what would be right.
 * Read by the client.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final String code;
    final String field;

    Refusal(int status, String code, String field, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    static Refusal business(String code, String field, String message) {
        return new Refusal(422, code, field, message);
    }

    static Refusal malformed(String field, String message) {
        return new Refusal(400, "MALFORMED", field, message);
    }

    static Refusal unknown(String field, String message) {
        return new Refusal(404, "NOT_FOUND", field, message);
    }

    static Refusal duplicate(String ref) {
        return new Refusal(
                409,
                "DUPLICATE_REFERENCE",
                "externalRef",
                "reference " + ref + " is taken by a document with other content; read that one and compare");
    }
}
