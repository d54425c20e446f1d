package io.fairlead.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.CriticalHeaderParamsDeferral;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Ed25519 by the JDK; the library of tokens leaves it to another one. */
final class EdwardsSignature implements JWSVerifier {

    static final String CURVE = "Ed25519";

    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY_BYTES = 32;

    private final PublicKey key;
    private final JCAContext context = new JCAContext();
    private final CriticalHeaderParamsDeferral critical = new CriticalHeaderParamsDeferral();

    EdwardsSignature(PublicKey key) {
        this.key = key;
    }

    /** The key as the JDK takes it; empty for another curve and for what is no point of it. */
    static Optional<PublicKey> publicKey(OctetKeyPair published) {
        var point = published.getDecodedX();
        if (!published.getCurve().equals(Curve.Ed25519) || point.length != KEY_BYTES) {
            return Optional.empty();
        }
        var encoded = new byte[X509_HEAD.length + KEY_BYTES];
        System.arraycopy(X509_HEAD, 0, encoded, 0, X509_HEAD.length);
        System.arraycopy(point, 0, encoded, X509_HEAD.length, KEY_BYTES);
        try {
            return Optional.of(KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
        if (!header.getAlgorithm().equals(JWSAlgorithm.EdDSA) || !critical.headerPasses(header)) {
            return false;
        }
        try {
            var check = Signature.getInstance(CURVE);
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature.decode());
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new JOSEException("the key cannot be used", e);
        }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.EdDSA);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
