package io.fairlead.demo;

import io.fairlead.cli.Api;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.LabCommand;
import io.fairlead.cli.Output;
import io.fairlead.launch.LaunchSettings;
import io.fairlead.launch.LocalStack;
import io.fairlead.launch.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Plays half a year of a sample firm, from won deals to paid invoices, and shows the figures to whoever wonders. */
@Command(
        name = "demo",
        description = "Start everything, play half a year of a sample firm and show the figures.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The same seed and size are the same firm: played again on the same data, it changes nothing.",
            "Ends with 0 when all checks hold, 1 when one fails.",
            "With --oidc Keycloak is brought by Maven the first time, as by `fairlead idp up`.",
            "Example: fairlead demo --once --json"
        })
public final class Demo implements LabCommand, Callable<Integer> {

    private static final int ENTRIES_MAX = 5_000_000;

    @Mixin
    private final Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--entries", description = "Time entries, default ${DEFAULT-VALUE}.", defaultValue = "25000")
    private int entries;

    @Option(
            names = "--seed",
            description = "Another number is another firm, default ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(names = "--once", description = "Stop what it started after the figures.")
    private boolean once;

    @Option(
            names = "--oidc",
            description =
                    "Instead: people of a real identity provider log in by device and bill a month, on a folder that is"
                            + " thrown away.")
    private boolean oidc;

    @Override
    public Integer call() throws InterruptedException {
        if (entries < 1 || entries > ENTRIES_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--entries %d is out of range; use 1 to %d".formatted(entries, ENTRIES_MAX));
        }
        if (oidc) {
            return (new LoggedInDemo(output).play() == 0 ? ExitCode.OK : ExitCode.FAILED).code();
        }
        var begin = System.nanoTime();
        var settings = LaunchSettings.ofEnvironment();
        try (var stack = LocalStack.ensureRunning(once ? settings.shortLived() : settings, output::say)) {
            var failed = play(stack, begin);
            if (!once && stack.isOwn()) {
                output.say("Fairlead stays up until Ctrl-C or `fairlead down`");
                stack.await();
            }
            return (failed == 0 ? ExitCode.OK : ExitCode.FAILED).code();
        }
    }

    private long play(LocalStack stack, long begin) {
        var firm = new SampleFirm(seed);
        var story = "sample/%d/%d".formatted(seed, entries);
        var steps = new StoryClient(Api.local().as("local"), story); // FAIRLEAD_URL may name a door before the stack's.
        var erp = new Api(stack.addresses().erp(), "bank", Duration.ZERO)
                .withToken(new Secrets(stack.data()).find(Secrets.ERP_TOKEN).orElse(""));
        var bank = new StoryClient(erp, story);
        var phases = new Phases(output, System::nanoTime);
        new SampleHalfYear(steps, bank, firm, new SampleTime(firm, entries), phases).play();
        var figures = new DemoFigures(steps);
        var checked = new JsonNode[1];
        var agreed = new DemoChecks(steps, () -> AgreedReceivables.of(steps, ReceivablesReaders.of(stack, bank)));
        phases.run("checks", 0, _ -> checked[0] = agreed.addTo(figures.verification()));
        tellDifferences(checked[0]);
        show(figures, checked[0], stack, phases, begin);
        return checked[0].path("failed").asLong(1);
    }

    /** The tables tell only how many they are. */
    private void tellDifferences(JsonNode verification) {
        verification.path("checks").forEach(check -> check.path("examples")
                .forEach(example -> output.say(check.path("id").asString("") + ": " + example.asString(""))));
    }

    private void show(DemoFigures figures, JsonNode verification, LocalStack stack, Phases phases, long begin) {
        var document = figures.document(entries, verification);
        document.put(
                "memory",
                RequestFields.of(
                        "peak_bytes", stack.memory().peakBytes(),
                        "by_part", stack.memory().byPart()));
        document.put("seconds", Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
        document.put("load", phases.seconds());
        if (output.isJson()) {
            output.print(document);
        } else {
            output.print(document, new DemoTables(figures).all(verification, further(stack)));
        }
    }

    private static List<List<String>> further(LocalStack stack) {
        var application = stack.addresses().application();
        return List.of(
                List.of("API", application + "/v1"),
                List.of("its description", application + "/openapi.json"),
                List.of("unbilled by contract", application + "/v1/views/unbilled?by=contract"),
                List.of("open exceptions", application + "/v1/exceptions"),
                List.of("the sandbox ERP's ledger", stack.addresses().erp() + "/ledger"),
                List.of("topics", "fairlead.<kind>.v1 on " + stack.addresses().kafka()),
                List.of("history of a contract", "fairlead history contract:eng-01"),
                List.of("all checks", "fairlead verify"),
                List.of("processes and memory", "fairlead status"));
    }
}
