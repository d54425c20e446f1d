package io.fairlead.demo;

import io.fairlead.cli.Api;
import io.fairlead.idp.LoadProvider;
import io.fairlead.launch.LaunchSettings;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who does what at a {@link MonthEndLoad}: names that are believed, or logins with the roles that their part takes. */
final class MonthEndPeople implements AutoCloseable {

    private static final String STORY = "month-end";
    private static final String READER = "reader";

    private static final Map<String, List<String>> ROLES = Map.of(
            READER,
            List.of("controller", "it-operator"),
            "month-end",
            List.of("master-data", "contract-manager", "project-manager"),
            "clerk",
            List.of("time-author"),
            "lead",
            List.of("time-approver"),
            "biller",
            List.of("billing-preparer"));

    private final @Nullable LoadProvider provider;

    private MonthEndPeople(@Nullable LoadProvider provider) {
        this.provider = provider;
    }

    /** Nobody logs in. */
    static MonthEndPeople believed() {
        return new MonthEndPeople(null);
    }

    /** Everybody proves who they are, by a provider of this process. */
    static MonthEndPeople loggedIn() {
        return new MonthEndPeople(new LoadProvider(InstantSource.system()));
    }

    /** How the stack is started for them. */
    LaunchSettings asked(LaunchSettings settings) {
        return provider == null ? settings : settings.withProvider(provider.issuer());
    }

    /** What they do and see. */
    StoryClient story(Api api) {
        if (provider == null) {
            return new StoryClient(api, STORY);
        }
        var logins = new HashMap<String, Api>();
        for (var one : ROLES.entrySet()) {
            logins.put(one.getKey(), api.withBearer(provider.login(one.getKey(), one.getValue())));
        }
        return new StoryClient(known(logins, READER), name -> known(logins, name), STORY);
    }

    private static Api known(Map<String, Api> logins, String name) {
        var login = logins.get(name);
        if (login == null) {
            throw new IllegalStateException(name + " has no part in a month's end");
        }
        return login;
    }

    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
    }
}
