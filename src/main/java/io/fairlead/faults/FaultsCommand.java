package io.fairlead.faults;

import io.fairlead.app.web.Nearest;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.LabCommand;
import io.fairlead.cli.Output;
import io.fairlead.cli.Progress;
import io.fairlead.cli.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Breaks things on purpose, on a database of its own, and counts what was lost; for whoever must trust the store. */
@Command(
        name = "faults",
        description = "Kill, freeze and mislead a Fairlead on a temporary folder, and count what that broke.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Your own data are not touched. With --json one object is printed for each campaign.",
            "Ends with 0 when nothing was lost, doubled or reordered in any of them, else with 3.",
            "intruder starts a whole Fairlead and tries its doors as another account: run it as root.",
            "Example: fairlead faults kill-app --short --json"
        })
public final class FaultsCommand implements LabCommand, Callable<Integer> {

    private static final String ALL = "all";

    @Mixin
    private final Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "CAMPAIGN",
            description =
                    "race, kill-app, kill-postgres, kill-under-commands, log-flood, doors, all of these, or intruder.")
    private String campaign = ALL;

    @Option(names = "--short", description = "As in every build: few kills, in about a minute each.")
    private boolean shortForm;

    @Option(
            names = "--seed",
            description = "Another number is another order of faults, default ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Override
    public Integer call() {
        var rows = new ArrayList<List<String>>();
        var broken = 0L;
        for (var chosen : chosen()) {
            var figures = run(chosen);
            broken += figures.violations();
            figures.examples().forEach(output::say);
            if (output.isJson()) {
                output.print(figures.document());
            }
            figures.document().forEach((name, value) -> {
                if (!name.equals("examples")) {
                    rows.add(List.of(chosen.id(), name, value.toString()));
                }
            });
        }
        if (!output.isJson()) {
            output.print(rows, new Table("", List.of("campaign", "figure", "value"), rows));
        }
        return (broken == 0 ? ExitCode.OK : ExitCode.DIFFERENCES).code();
    }

    private CampaignFigures run(Campaign chosen) {
        try (var progress = Progress.of(output, chosen.id(), chosen.kills(shortForm))) {
            return chosen.run(shortForm, seed, progress::at);
        }
    }

    private List<Campaign> chosen() {
        if (campaign.equals(ALL)) {
            return Arrays.stream(Campaign.values())
                    .filter(known -> known != Campaign.INTRUDER)
                    .toList();
        }
        return List.of(Arrays.stream(Campaign.values())
                .filter(known -> known.id().equals(campaign))
                .findAny()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "%s is no campaign; %s, or %s"
                                .formatted(
                                        campaign,
                                        Nearest.hint(
                                                campaign,
                                                Arrays.stream(Campaign.values())
                                                        .map(Campaign::id)
                                                        .toList()),
                                        ALL))));
    }
}
