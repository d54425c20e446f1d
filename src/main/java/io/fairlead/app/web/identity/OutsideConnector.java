package io.fairlead.app.web.identity;

import io.fairlead.access.AccessSettingRefused;
import io.fairlead.access.Doorway;
import io.fairlead.guard.TimedHttp11;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** The connector by which others than this machine come in; it reads requests exactly as the one inside does. */
final class OutsideConnector {

    private static final int SWALLOWED_BYTES_MAX = 64 * 1024 * 1024;

    static Connector of(String address, Doorway doorway) {
        var connector = new Connector(TimedHttp11.class.getName());
        connector.setPort(doorway.port());
        connector.setProperty("address", address);
        connector.setProperty("maxSwallowSize", Integer.toString(SWALLOWED_BYTES_MAX));
        connector.setProperty("useVirtualThreads", "true");
        connector.setMaxPostSize(0);
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        doorway.certificate().ifPresent(certificate -> secure(connector, certificate));
        return connector;
    }

    private static void secure(Connector connector, Doorway.Certificate files) {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(store(files));
        certificate.setCertificateKeystorePassword("");
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
    }

    private static java.security.KeyStore store(Doorway.Certificate files) {
        try {
            var details =
                    PemSslStoreDetails.forCertificate("file:" + files.chain()).withPrivateKey("file:" + files.key());
            return java.util.Objects.requireNonNull(new PemSslStoreBundle(details, null).getKeyStore());
        } catch (RuntimeException e) {
            throw new AccessSettingRefused(
                    "FAIRLEAD_TLS_CERTIFICATE",
                    "%s and %s are no certificate with its key (%s)"
                            .formatted(files.chain(), files.key(), e.getMessage()),
                    "Give files of PEM: the chain, and the private key without a password.");
        }
    }

    private OutsideConnector() {}
}
