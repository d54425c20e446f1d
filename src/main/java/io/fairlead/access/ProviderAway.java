package io.fairlead.access;

import com.nimbusds.jose.KeySourceException;

/** A key is not known, and the provider cannot be asked for it: nobody can say whether the token is good. */
public final class ProviderAway extends KeySourceException {

    private static final long serialVersionUID = 1;

    ProviderAway() {
        super("the identity provider does not answer");
    }
}
