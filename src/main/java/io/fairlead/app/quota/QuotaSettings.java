package io.fairlead.app.quota;

import io.fairlead.access.Caller;
import io.fairlead.access.Role;
import io.fairlead.app.start.NumberSetting;
import io.fairlead.app.start.SettingRefused;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls a minute: of a client that is named, else the most that one of the caller's roles has, else of everybody.
 *
 * @param everybody 0 for no bound
 * @param roles by claim
 * @param clients as the identity provider names them
 */
public record QuotaSettings(long everybody, Map<String, Long> roles, Map<String, Long> clients) {

    static final String EVERYBODY = "FAIRLEAD_QUOTA";
    static final String ROLES = "FAIRLEAD_QUOTA_ROLES";
    static final String CLIENTS = "FAIRLEAD_QUOTA_CLIENTS";

    private static final String ISSUER = "FAIRLEAD_OIDC_ISSUER";
    private static final int DEFAULT = 120_000;
    private static final int MAX = 10_000_000;

    public QuotaSettings {
        roles = Map.copyOf(roles);
        clients = Map.copyOf(clients);
    }

    /**
     * Reads them. Without an identity provider there is one caller, this machine, and no bound unless one is set.
     *
     * @throws SettingRefused when one cannot be understood
     */
    public static QuotaSettings of(UnaryOperator<@Nullable String> settings) {
        boolean hasProvider = !text(settings, ISSUER).isEmpty();
        var roles = perMinute(settings, ROLES);
        for (var role : roles.keySet()) {
            if (Role.ofClaim(role).isEmpty()) {
                throw new SettingRefused(ROLES, "there is no role " + role, "Name one that ./fairlead roles lists.");
            }
        }
        return new QuotaSettings(
                NumberSetting.of(settings, EVERYBODY, hasProvider ? DEFAULT : 0, 0, MAX),
                roles,
                perMinute(settings, CLIENTS));
    }

    public boolean isOn() {
        return everybody > 0 || !roles.isEmpty() || !clients.isEmpty();
    }

    /** Calls that this caller has a minute; empty for no bound. */
    OptionalLong perMinute(Caller caller) {
        var own = clients.get(caller.client());
        if (own != null) {
            return OptionalLong.of(own);
        }
        var most = caller.roles().stream()
                .map(role -> roles.get(role.claim()))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max();
        return most.isPresent() || everybody == 0 ? most : OptionalLong.of(everybody);
    }

    private static Map<String, Long> perMinute(UnaryOperator<@Nullable String> settings, String name) {
        var all = new HashMap<String, Long>();
        for (var entry : text(settings, name).split(",", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            int at = entry.lastIndexOf('=');
            var who = at < 0 ? "" : entry.substring(0, at).strip();
            if (who.isEmpty()) {
                throw new SettingRefused(
                        name,
                        "\"%s\" is no name=number".formatted(entry.strip()),
                        "Give name=calls a minute, by commas.");
            }
            var number = NumberSetting.of(_ -> entry.substring(at + 1), name, 0, 1, MAX);
            if (number == 0 || all.put(who, (long) number) != null) {
                throw new SettingRefused(name, who + " has no number, or two", "Give one number for each name.");
            }
        }
        return all;
    }

    private static String text(UnaryOperator<@Nullable String> settings, String name) {
        return Objects.requireNonNullElse(settings.apply(name), "").strip();
    }
}
