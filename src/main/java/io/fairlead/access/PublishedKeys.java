package io.fairlead.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Objects;

/** The keys that a provider publishes, found by its own description; no other address is ever asked. */
final class PublishedKeys implements KeyDirectory {

    private static final int CONNECT_MS = 2_000;
    private static final int READ_MS = 3_000;
    private static final int BYTES_MAX = 512 * 1024;

    private final IdentityProvider provider;
    private final ResourceRetriever http = new DefaultResourceRetriever(CONNECT_MS, READ_MS, BYTES_MAX);

    PublishedKeys(IdentityProvider provider) {
        this.provider = provider;
    }

    @Override
    public JWKSet read() throws IOException {
        try {
            return JWKSet.parse(text(addressOfKeys()));
        } catch (ParseException e) {
            throw new IOException("the answer for keys holds none", e);
        }
    }

    private URI addressOfKeys() throws IOException {
        try {
            var description = JSONObjectUtils.parse(text(provider.description()));
            if (!provider.issuer().equals(JSONObjectUtils.getString(description, "issuer"))) {
                throw new IOException("it describes itself as another issuer than FAIRLEAD_OIDC_ISSUER");
            }
            var keys = Objects.requireNonNull(JSONObjectUtils.getURI(description, "jwks_uri"));
            if (!IdentityProvider.isTrustworthy(keys)) {
                throw new IOException("its address of keys is not https");
            }
            return keys;
        } catch (ParseException | NullPointerException e) {
            throw new IOException("its description names no address of keys", e);
        }
    }

    private String text(URI address) throws IOException {
        return http.retrieveResource(address.toURL()).getContent();
    }
}
