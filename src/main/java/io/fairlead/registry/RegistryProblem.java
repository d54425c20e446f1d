package io.fairlead.registry;

/** A refusal with Confluent's error code, for the client of the registry. */
public final class RegistryProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;

    RegistryProblem(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RegistryProblem subjectNotFound(String subject) {
        return new RegistryProblem(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryProblem versionNotFound(Object version) {
        return new RegistryProblem(404, 40402, "Version " + version + " not found.");
    }

    static RegistryProblem schemaNotFound(String which) {
        return new RegistryProblem(404, 40403, "Schema " + which + "not found");
    }

    static RegistryProblem subjectSoftDeleted(String subject) {
        return new RegistryProblem(
                404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryProblem subjectNotSoftDeleted(String subject) {
        return new RegistryProblem(
                404, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryProblem versionSoftDeleted(String subject, int version) {
        return new RegistryProblem(
                404,
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryProblem versionNotSoftDeleted(String subject, int version) {
        return new RegistryProblem(
                404,
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static RegistryProblem noSubjectConfig(String subject) {
        return new RegistryProblem(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryProblem noSubjectMode(String subject) {
        return new RegistryProblem(404, 40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RegistryProblem incompatible(String message) {
        return new RegistryProblem(
                409, 409, "Schema being registered is incompatible with an earlier schema; details: " + message);
    }

    static RegistryProblem invalidSchema(String details) {
        return new RegistryProblem(422, 42201, "Invalid schema of type AVRO, details: " + details);
    }

    static RegistryProblem invalidVersion(String version) {
        return new RegistryProblem(
                422,
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryProblem invalidLevel(String level) {
        return new RegistryProblem(
                422,
                42203,
                "Invalid compatibility level '" + level + "'. Valid values are none, backward, forward, full,"
                        + " backward_transitive, forward_transitive, and full_transitive");
    }

    static RegistryProblem invalidMode(String mode) {
        return new RegistryProblem(
                422,
                42204,
                "Invalid mode '" + mode + "'. Valid values are READWRITE, READONLY, READONLY_OVERRIDE, and IMPORT");
    }

    static RegistryProblem notPermitted(String message) {
        return new RegistryProblem(422, 42205, message);
    }

    static RegistryProblem ownSubject(String subject) {
        return new RegistryProblem(
                403,
                40301,
                "Subject '" + subject
                        + "' is Fairlead's own: it takes only the schemas of Fairlead's events, keeps them,"
                        + " and its mode and compatibility are fixed; choose a subject that does not begin with 'fairlead.'");
    }

    static RegistryProblem referenced(String subject, int version) {
        return new RegistryProblem(
                422,
                42206,
                "One or more references exist to the schema of subject '" + subject + "' version " + version);
    }

    static RegistryProblem otherId(int found, int wanted) {
        return new RegistryProblem(422, 42207, "Schema registered with id " + found + " instead of input id " + wanted);
    }

    static RegistryProblem invalidSubject(String subject) {
        return new RegistryProblem(
                422,
                42208,
                "The specified subject '" + subject + "' is not valid: 1 to 512 characters, none of them a control");
    }

    static RegistryProblem malformed(String details) {
        return new RegistryProblem(400, 400, details);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
