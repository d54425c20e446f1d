package io.fairlead.app.wiring;

import io.fairlead.app.start.SettingRefused;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells a start that a database's server did not prove who it is from all other trouble with connections. */
final class ServerProof {

    /** What the driver says of a certificate for another name, which is no failure of TLS itself. */
    private static final String OTHER_NAME = "could not be verified by hostnameverifier";

    /** The refusal for a first connection that failed; empty when TLS was not the matter. */
    static Optional<SettingRefused> refusal(RuntimeException failure, String url) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (cause instanceof SSLException
                    || cause instanceof CertificateException
                    || cause instanceof SQLException && message.contains(OTHER_NAME)) {
                return Optional.of(new SettingRefused(
                        "FAIRLEAD_DB_ROOT_CERT",
                        "the server at " + place(url) + " does not prove itself by this certificate ("
                                + cause.getClass().getSimpleName() + ")",
                        "Name the PEM file of the certificate that signed the server's, and write the address in"
                                + " FAIRLEAD_DB_URL as it stands in the server's certificate."));
            }
        }
        return Optional.empty();
    }

    /** Without parameters, which may hold a password. */
    private static String place(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private ServerProof() {}
}
