package io.fairlead.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;

/** Where the keys of the provider stand. */
@FunctionalInterface
interface KeyDirectory {

    /**
     * All keys as they stand now.
     *
     * @throws IOException when the provider does not answer, or not with keys; the message says so without secrets
     */
    JWKSet read() throws IOException;
}
