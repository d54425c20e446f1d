package io.fairlead.sandbox;

/**
 * A request the books do not take: HTTP status, code, the field at fault and what would be right.
 * Read by the client.
 */
final class SandboxRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final String code;
    final String field;

    SandboxRefusal(int status, String code, String field, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    static SandboxRefusal business(String code, String field, String message) {
        return new SandboxRefusal(422, code, field, message);
    }

    static SandboxRefusal malformed(String field, String message) {
        return new SandboxRefusal(400, "MALFORMED", field, message);
    }

    static SandboxRefusal unknown(String field, String message) {
        return new SandboxRefusal(404, "NOT_FOUND", field, message);
    }

    static SandboxRefusal duplicate(String ref) {
        return new SandboxRefusal(
                409,
                "DUPLICATE_REFERENCE",
                "externalRef",
                "reference " + ref + " is taken by a document with other content; read that one and compare");
    }
}
