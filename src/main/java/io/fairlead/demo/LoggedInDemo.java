package io.fairlead.demo;

import io.fairlead.cli.Api;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.cli.Waiting;
import io.fairlead.cli.login.DeviceLogin;
import io.fairlead.idp.Browser;
import io.fairlead.idp.TrialProvider;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.LaunchSettings;
import io.fairlead.launch.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Shows logins at work: people of a real provider log in by device, and bill a month on a data folder of its own. */
final class LoggedInDemo {

    /** Whoever has a step in it, and an auditor who reads; the four who must not be one: tina, adam, paul and bea. */
    static final List<String> PEOPLE = List.of("mara", "carla", "petra", "tina", "adam", "paul", "bea", "audrey");

    private final Output output;

    LoggedInDemo(Output output) {
        this.output = output;
    }

    /** Plays it; returns how many checks failed. */
    long play() {
        var begin = System.nanoTime();
        var own = LaunchSettings.ofEnvironment();
        var folder = temporary();
        try (var provider = Waiting.on(
                output,
                "identity provider",
                0,
                () -> seconds(begin),
                () -> TrialProvider.ensureRunning(own.data(), own.environment(), output::say))) {
            var settings = new LaunchSettings(
                            new DataFolder(folder.resolve("data")),
                            own.environment(),
                            own.applicationMain(),
                            own.sandboxMain())
                    .withProvider(provider.issuer())
                    .shortLived();
            try (var stack = LocalStack.ensureRunning(settings, output::say)) {
                var api = new Api(stack.addresses().application(), "local", Duration.ZERO);
                var people = logIn(api, provider.issuer(), folder.resolve("logins"));
                var verification = new LoggedInMonth(api, people).play();
                return show(people, verification, EventActors.of(stack), begin);
            }
        } finally {
            new DataFolder(folder).delete();
        }
    }

    private static long seconds(long begin) {
        return (System.nanoTime() - begin) / 1_000_000_000;
    }

    private Map<String, LoggedInPerson> logIn(Api api, String issuer, Path logins) {
        var people = new LinkedHashMap<String, LoggedInPerson>();
        for (var name : PEOPLE) {
            var bearer = DeviceLogin.of(logins.resolve(name), issuer, "fairlead-cli", address -> new Browser()
                    .approve(address, name, name + "-pw"));
            var whoami = api.withBearer(bearer).get("/v1/whoami").body();
            people.put(name, new LoggedInPerson(name, whoami.path("actor").asString(""), bearer));
            output.say("%s logged in by device: %s"
                    .formatted(name, whoami.path("actor").asString("")));
        }
        return people;
    }

    private long show(Map<String, LoggedInPerson> people, JsonNode verification, EventActors actors, long begin) {
        var differences = actors.differences(people);
        long failed = verification.path("failed").asLong(1) + differences.size();
        differences.forEach(output::say);
        verification.path("checks").forEach(check -> check.path("examples")
                .forEach(example -> output.say(check.path("id").asString("") + ": " + example.asString(""))));
        var names = new TreeMap<String, String>();
        people.values().forEach(person -> names.put(person.actor(), person.name()));
        var rows = new ArrayList<List<String>>();
        actors.byActor()
                .forEach((actor, count) ->
                        rows.add(List.of(names.getOrDefault(actor, ""), actor, Long.toString(count))));
        var document = new LinkedHashMap<String, Object>();
        document.put("logins", people.size());
        document.put("checksFailed", failed);
        document.put("events", actors.byActor());
        document.put("differences", differences);
        document.put("seconds", seconds(begin));
        output.print(
                document, new Table("%d checks failed".formatted(failed), List.of("person", "actor", "events"), rows));
        return failed;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("fairlead-oidc-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary data folder", e);
        }
    }
}
