package io.fairlead.access;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for callers: an OpenID Connect provider, and where its tokens say what somebody may do.
 *
 * @param issuer as tokens name it, letter by letter
 * @param audience who tokens must be meant for
 * @param rolesClaim claim that lists roles
 * @param companiesClaim claim that lists keys of legal entities, or {@value #ALL_COMPANIES}
 * @param cliClient client by which people log in at a command line
 */
public record IdentityProvider(
        String issuer, String audience, String rolesClaim, String companiesClaim, String cliClient) {

    /** In the claim of companies: all of them, those of later too. */
    public static final String ALL_COMPANIES = "*";

    /** By how much clocks may differ. */
    public static final Duration SKEW = Duration.ofSeconds(60);

    private static final String ISSUER = "FAIRLEAD_OIDC_ISSUER";
    private static final int ISSUER_MAX = 100; // With a subject it has to fit into an actor.
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The provider that the settings name.
     *
     * @param settings values by name, null or blank where none is given
     * @return empty where no issuer is named: then nobody logs in, and this machine alone is listened to
     * @throws AccessSettingRefused when one of them is of no use
     */
    public static Optional<IdentityProvider> of(UnaryOperator<@Nullable String> settings) {
        var issuer = text(settings, ISSUER, "");
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        requireIssuer(issuer);
        return Optional.of(new IdentityProvider(
                issuer,
                name(settings, "FAIRLEAD_OIDC_AUDIENCE", "fairlead-api"),
                name(settings, "FAIRLEAD_OIDC_ROLES_CLAIM", "roles"),
                name(settings, "FAIRLEAD_OIDC_COMPANIES_CLAIM", "legal_entity"),
                name(settings, "FAIRLEAD_OIDC_CLI_CLIENT", "fairlead-cli")));
    }

    /** Where the provider describes itself. */
    public URI description() {
        return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }

    /** Whether an address may be asked for keys: nobody on the way could give others, unless there is no way. */
    static boolean isTrustworthy(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())));
    }

    private static void requireIssuer(String issuer) {
        URI address;
        try {
            address = URI.create(issuer);
        } catch (IllegalArgumentException _) {
            throw new AccessSettingRefused(ISSUER, "it is no address", "Give the provider's, as its tokens name it.");
        }
        if (!isTrustworthy(address)) {
            throw new AccessSettingRefused(
                    ISSUER,
                    "\"%s\" is no https address, and http is for this machine alone".formatted(shown(issuer)),
                    "Give one such as https://login.example.com/realms/fairlead.");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null || address.getRawUserInfo() != null) {
            throw new AccessSettingRefused(
                    ISSUER, "it holds a user, a query or a fragment", "Give the issuer alone, as its tokens name it.");
        }
        if (issuer.length() > ISSUER_MAX) {
            throw new AccessSettingRefused(
                    ISSUER, "it is longer than %d characters".formatted(ISSUER_MAX), "Give a shorter address.");
        }
    }

    private static String name(UnaryOperator<@Nullable String> settings, String setting, String otherwise) {
        var value = text(settings, setting, otherwise);
        if (!NAME.matcher(value).matches()) {
            throw new AccessSettingRefused(
                    setting,
                    "it has blanks or is longer than 200 characters",
                    "Give one name, or leave it out for %s.".formatted(otherwise));
        }
        return value;
    }

    private static String text(UnaryOperator<@Nullable String> settings, String setting, String otherwise) {
        var value = Objects.requireNonNullElse(settings.apply(setting), "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static String shown(String issuer) {
        return issuer.replaceAll("//[^/@]*@", "//***@");
    }
}
