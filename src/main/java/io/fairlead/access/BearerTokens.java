package io.fairlead.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.fairlead.access.TokenRefused.Reason;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Tells from a bearer token who sends a request. Thread-safe. */
public final class BearerTokens {

    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7b\\x7d\\x7e]{1,99}"); // Visible, and no bar.
    private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern COMPANY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String ACCESS_TOKEN = "Bearer";

    private final IdentityProvider provider;
    private final NimbusJwtDecoder decoder;

    BearerTokens(IdentityProvider provider, ProviderKeys keys, InstantSource clock) {
        this.provider = provider;
        this.decoder = new NimbusJwtDecoder(processor(keys));
        decoder.setJwtValidator(token -> firstOf(checks(provider, clock), token));
    }

    /**
     * Who the token speaks for.
     *
     * @param token in its compact form
     * @throws TokenRefused when it is not to be believed
     * @throws ProviderAway when that cannot be told, since its key is not known and the provider does not answer
     */
    public Caller callerOf(String token) throws TokenRefused, ProviderAway {
        var claims = decoded(token);
        return new Caller(
                provider.issuer() + "|" + claims.getSubject(),
                client(claims),
                texts(claims, provider.rolesClaim())
                        .map(Role::ofClaim)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                companies(claims));
    }

    private Jwt decoded(String token) throws TokenRefused, ProviderAway {
        try {
            return decoder.decode(token);
        } catch (JwtValidationException e) {
            throw new TokenRefused(
                    Reason.valueOf(e.getErrors().iterator().next().getErrorCode()));
        } catch (JwtException e) {
            throw new TokenRefused(reason(e));
        }
    }

    private static Reason reason(JwtException failure) throws ProviderAway {
        var reason = Reason.MALFORMED;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderAway away) {
                throw away;
            }
            if (cause instanceof WrongType) {
                return Reason.TYPE;
            }
            if (cause instanceof BadJOSEException) {
                reason = Reason.SIGNATURE;
            }
        }
        return reason;
    }

    private static DefaultJWTProcessor<SecurityContext> processor(ProviderKeys keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(keys);
        processor.setJWSVerifierFactory(new SignatureCheck());
        var types = new DefaultJOSEObjectTypeVerifier<SecurityContext>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null);
        processor.setJWSTypeVerifier((type, context) -> {
            try {
                types.verify(type, context);
            } catch (BadJOSEException _) {
                throw new WrongType();
            }
        });
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // Claims are checked below, each with a reason of its own.
        return processor;
    }

    /** The header says that it is something else than an access token. */
    private static final class WrongType extends BadJOSEException {

        private static final long serialVersionUID = 1;

        WrongType() {
            super("no access token by its header");
        }
    }

    private record Check(Reason reason, OAuth2TokenValidator<Jwt> validator) {

        static Check of(Reason reason, Predicate<Jwt> isFine) {
            return new Check(
                    reason,
                    token -> isFine.test(token)
                            ? OAuth2TokenValidatorResult.success()
                            : OAuth2TokenValidatorResult.failure(new OAuth2Error(reason.name())));
        }
    }

    private static List<Check> checks(IdentityProvider provider, InstantSource clock) {
        var times = new JwtTimestampValidator(IdentityProvider.SKEW);
        times.setClock(clock.withZone(ZoneOffset.UTC));
        return List.of(
                // Keycloak writes there what a token is; ID and refresh tokens are signed by the same key.
                Check.of(
                        Reason.TYPE,
                        token -> token.getClaim("typ") == null || ACCESS_TOKEN.equals(token.getClaim("typ"))),
                new Check(Reason.ISSUER, new JwtIssuerValidator(provider.issuer())),
                new Check(Reason.AUDIENCE, new JwtAudienceValidator(provider.audience())),
                Check.of(Reason.EXPIRED, token -> token.getExpiresAt() != null),
                Check.of(
                        Reason.EARLY,
                        token -> token.getNotBefore() == null
                                || !clock.instant().plus(IdentityProvider.SKEW).isBefore(token.getNotBefore())),
                new Check(Reason.EXPIRED, times),
                Check.of(
                        Reason.SUBJECT,
                        token -> token.getSubject() != null
                                && SUBJECT.matcher(token.getSubject()).matches()));
    }

    private static OAuth2TokenValidatorResult firstOf(List<Check> checks, Jwt token) {
        return checks.stream()
                .filter(check -> check.validator().validate(token).hasErrors())
                .findFirst()
                .map(check -> OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(check.reason().name())))
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    /** The application that a token was given to, as providers name it; for quotas and the inventory, never for a right. */
    private static String client(Jwt token) {
        return Stream.of("azp", "client_id")
                .map(claim -> token.getClaims().get(claim))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(name -> CLIENT.matcher(name).matches())
                .findFirst()
                .orElse("unnamed");
    }

    private Companies companies(Jwt token) {
        var keys = texts(token, provider.companiesClaim()).collect(Collectors.toSet());
        if (keys.contains(IdentityProvider.ALL_COMPANIES)) {
            return Companies.ALL;
        }
        return Companies.of(
                keys.stream().filter(key -> COMPANY.matcher(key).matches()).collect(Collectors.toSet()));
    }

    /** The texts of a claim that is a list or one text; none when it is missing or something else. */
    private static Stream<String> texts(Jwt token, String claim) {
        return switch (token.getClaims().get(claim)) {
            case String one -> Stream.of(one);
            case Collection<?> many ->
                many.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }
}
