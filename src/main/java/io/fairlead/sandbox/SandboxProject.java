package io.fairlead.sandbox;

import org.jspecify.annotations.Nullable;

/** A project in the sandbox ERP or PSA, under its own id and the sender's reference. */
record SandboxProject(
        String id,
        String externalRef,
        int version,
        String customerRef,
        String name,
        @Nullable String company) implements Referenced {

    static SandboxProject read(BodyFields body, String id) {
        return new SandboxProject(
                id,
                body.reference("externalRef"),
                body.version("version"),
                body.reference("customerRef"),
                body.text("name"),
                body.optional("company"));
    }
}
