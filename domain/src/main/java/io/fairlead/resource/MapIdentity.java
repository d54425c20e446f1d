package io.fairlead.resource;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say who else a login is: a name that somebody acted by without one, or a person.
 *
 * @param identityId of issuer and subject
 * @param issuer of the login, as tokens name it
 * @param subject of the login, as tokens name it
 * @param name {@code local|<name>} or {@code person:<code>}
 */
public record MapIdentity(
        @TargetAggregateIdentifier IdentityId identityId, String issuer, String subject, String name) {

    private static final Pattern ISSUER = Pattern.compile("https?://[\\x21-\\x7b\\x7d\\x7e]{1,92}");
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7b\\x7d\\x7e]{1,99}");
    private static final Pattern NAME = Pattern.compile("local\\|[a-z0-9._@-]{1,100}|person:[A-Za-z0-9._-]{1,64}");

    public MapIdentity {
        Check.text("issuer", issuer, 100);
        Check.text("subject", subject, 99);
        Check.text("name", name, 106);
        require(ISSUER, "issuer", issuer, "write its address, as tokens name it");
        require(SUBJECT, "subject", subject, "write it as tokens name it: visible ASCII characters without |");
        require(NAME, "name", name, "write local|<name> as it stands in events, or person:<code>");
    }

    private static void require(Pattern form, String field, String value, String remedy) {
        if (!form.matcher(value).matches()) {
            throw new RuleViolated("H-05", field, "it has another form", remedy);
        }
    }
}
