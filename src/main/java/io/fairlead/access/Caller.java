package io.fairlead.access;

import jakarta.servlet.ServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request, as far as it is known before anything else is looked at.
 *
 * @param actor {@code issuer|subject}, the pair by which everything is decided and stored
 * @param client the application that sends it, as the provider names it; {@code local} without a provider
 * @param roles what the actor may do
 * @param companies for which legal entities
 */
public record Caller(String actor, String client, Set<Role> roles, Companies companies) {

    /** The issuer of names that nobody vouches for; on loopback alone. */
    public static final String LOCAL = "local";

    /** Whoever sees that the server lives, where all others are asked for a token. */
    public static final Caller NOBODY = new Caller(LOCAL + "|nobody", LOCAL, Set.of(), Companies.NONE);

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final Set<Role> ALL_ROLES = Set.copyOf(EnumSet.allOf(Role.class));

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody whom this machine believes: whoever reaches a loopback address may do everything. */
    public static Caller local(String foldedName) {
        return new Caller(LOCAL + "|" + foldedName, LOCAL, ALL_ROLES, Companies.ALL);
    }

    /** The same with one more role. */
    public Caller with(Role role) {
        var more = EnumSet.of(role);
        more.addAll(roles);
        return new Caller(actor, client, more, companies);
    }

    /** Whether this machine believes a name; no provider's issuer is written so. */
    public boolean isLocal() {
        return actor.startsWith(LOCAL + "|");
    }

    /** The caller of a request; empty before anybody was recognised. */
    public static Optional<Caller> of(ServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    /** Says once and for all who sends a request. */
    public void keepIn(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
